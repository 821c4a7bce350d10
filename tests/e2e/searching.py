# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding somebody, or a card, among many."""

import re

from driver import Lanyard, Sandbox, reader
from driver.desktop import set_setting

GRACE, ADA = re.compile('^Grace Achieng, '), re.compile('^Ada Okafor, ')
# On her page; in the list it is a part of a line.
GRACES = re.compile('^grace.achieng@[^ ]*$')


def test_by_key():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.press('ctrl+f')
        lanyard.see_focus('entry', 'Search Users')
        lanyard.type('grace ach')
        lanyard.see_no('list item', ADA)
        lanyard.see('list item', GRACE)
        lanyard.see('status bar', '1 of 62 users')
        lanyard.press('Escape')
        lanyard.see('list item', ADA)
        lanyard.see('status bar', '62 users')


def test_just_typing():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.click('list item', ADA)
        lanyard.see('push button', 'Assign Credential…')
        lanyard.type('grace.achieng@')
        lanyard.see('list item', GRACE)
        lanyard.see('status bar', '1 of 62 users')


def test_just_typing_again():
    """Somebody else's name takes the place of the last one, and no key of it does what the focus is on."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.type('ada')
        lanyard.click('list item', ADA)
        lanyard.tab_to('push button', 'Unassign')
        lanyard.type('ada okafor')
        lanyard.see_focus('entry', 'Search Users')
        lanyard.see('status bar', '1 of 62 users')
        assert lanyard.see('entry', 'Search Users').text() == 'ada okafor'
        assert sandbox.count('/acs/credentials/unassign') == 0


def test_no_match():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.search('Users', 'nobody of that name')
        lanyard.see('label', 'No Results Found')
        lanyard.click('push button', 'Clear Search')
        lanyard.see('list item', ADA)


def test_card_reader():
    """It types a number and Enter: from wherever one was, that card is opened."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        credential = next(item for item in sandbox.list('credentials') if item['display_name'] == 'Card 82****')
        lanyard.click('list item', ADA)
        lanyard.see('push button', 'Assign Credential…')
        reader.scan(credential['card_number'])
        lanyard.see('label', 'Ada Okafor', within=('list', 'Assigned To'))
        lanyard.see('label', 'Card 82****')


def test_page_follows_search():
    """Nothing can be done by mistake to the one whose page was on show before."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.click('list item', ADA)
        lanyard.see('push button', 'Assign Credential…')
        lanyard.type('nobody of that name')
        lanyard.see('label', 'No User Selected')
        lanyard.see_no('push button', 'Assign Credential…')
        lanyard.press('Escape')
        lanyard.see('push button', 'Assign Credential…')
        lanyard.see('label', 'ada.okafor@example.com')
        lanyard.type('grace ach')
        lanyard.see('label', GRACES)
        lanyard.press('Escape')
        lanyard.see('status bar', '62 users')
        lanyard.see('label', GRACES)


def test_by_holder():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.search('Credentials', 'okafor')
        lanyard.see('list item', re.compile('^Card 82.*, Assigned to Ada Okafor'))


def test_unknown_card():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.search('Credentials', '9988776655443')
        lanyard.see('label', 'No card has the number 9988776655443.')
        lanyard.see('push button', 'Refresh')
        card = next(item for item in sandbox.list('credentials') if item['display_name'] == 'Card 82****')
        lanyard.search('Users', card['card_number'])
        lanyard.click('push button', 'Show Card')
        lanyard.see('label', 'Ada Okafor', within=('list', 'Assigned To'))


def test_arrows_from_the_first_click():
    """A click leaves the keys in the list; Right and Enter go to the page."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.click('list item', ADA)
        lanyard.see('label', 'ada.okafor@example.com')
        lanyard.see_focus('list item', ADA)
        lanyard.press('Down')
        lanyard.see_no('label', 'ada.okafor@example.com')
        lanyard.press('Up')
        lanyard.see('label', 'ada.okafor@example.com')
        lanyard.press('Return')
        lanyard.see_focus('push button', 'Assign Credential…')


def test_filter():
    """What is filtered is seen, and what that hides of a search; both end with one click."""
    set_setting('users-show', 'unassigned')
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('label', 'Without Credentials')
        lanyard.search('Users', 'ada okafor')
        lanyard.see('label', re.compile('hidden by the filter$'))
        lanyard.click('push button', 'Clear Filters')
        lanyard.see('list item', ADA)
        lanyard.see_no('label', 'Without Credentials')
