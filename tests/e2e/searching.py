# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding somebody, or a card, among many."""

import re

from driver import Lanyard, Sandbox, reader

GRACE, ADA = re.compile('^Grace Achieng, '), re.compile('^Ada Okafor, ')


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
