# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done is gone through, found, taken back and checked again, by keys alone and by ear."""

import re

from driver import Lanyard, Sandbox, wait_until
from driver.listener import Listener
from driver.settings import get_setting

ADA = re.compile('^Ada Okafor, ')
FREE_CARD = re.compile(r'^Card 23\*\*\*\*, Card, Unassigned')
ASSIGNED = re.compile(r'^Card 23\*\*\*\* assigned to Ada Okafor, \d\d:\d\d')
UNASSIGNED = re.compile(r'^Card 23\*\*\*\* unassigned from Ada Okafor, \d\d:\d\d')
UNKNOWN = re.compile(r'^Could not confirm whether Card 23\*\*\*\* was assigned to Ada Okafor, ')


def assign(lanyard):
    """The first card that fits, to Ada."""
    lanyard.see('list item', ADA)
    lanyard.type('ada oka')
    lanyard.see('status bar', re.compile('^1 of '))
    lanyard.press('Return')
    lanyard.see_focus('push button', 'Assign Credential…')
    lanyard.press('Return')
    lanyard.see_focus('entry', 'Search Credentials')
    lanyard.see('list item', FREE_CARD)
    lanyard.press('Down', 'Return')


def test_undo():
    listener = Listener()
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        assign(lanyard)
        listener.hear(lanyard, 'Card 23**** assigned to Ada Okafor')
        lanyard.press('ctrl+3')
        lanyard.see_focus('list', 'Activity')
        lanyard.press('Down')
        lanyard.see_focus('list item', ASSIGNED)
        lanyard.press('Tab')
        lanyard.see_focus('push button', 'Undo')
        lanyard.press('Return')
        listener.hear(lanyard, 'Card 23**** unassigned from Ada Okafor')
        lanyard.see('list item', UNASSIGNED)
        assert sandbox.holder(sandbox.find_credential('Card 23****')) is None

        lanyard.press('ctrl+f')
        lanyard.see_focus('entry', 'Search Activity')
        lanyard.type('ada unassigned')
        listener.hear(lanyard, 'No Results Found')
        lanyard.press('ctrl+a')
        lanyard.type('ada')
        listener.hear(lanyard, '2 results')
        lanyard.press('Escape')
        lanyard.see_focus('list', 'Activity')


def test_there_and_back():
    """A line unfolds, leads to the card, and is there again as it was after a step back."""
    listener = Listener()
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        assign(lanyard)
        listener.hear(lanyard, 'Card 23**** assigned to Ada Okafor')
        lanyard.press('ctrl+3')
        lanyard.see_focus('list', 'Activity')
        lanyard.press('Home')
        lanyard.see_focus('list item', ASSIGNED)
        lanyard.press('Return')
        lanyard.see('push button', 'User, Ada Okafor')
        lanyard.press('Tab')
        lanyard.see_focus('push button', 'Undo')
        lanyard.press('Tab')
        lanyard.see_focus('push button', 'Credential, Card 23****')
        lanyard.press('Return')
        lanyard.see('list', 'Assigned To')
        lanyard.press('alt+Left')
        lanyard.see_focus('list item', ASSIGNED)
        lanyard.see('push button', 'User, Ada Okafor')


def test_filters():
    """What is filtered away is said, and is there again a click later; a page shows what was done to somebody."""
    listener = Listener()
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        assign(lanyard)
        listener.hear(lanyard, 'Card 23**** assigned to Ada Okafor')
        lanyard.press('ctrl+3')
        lanyard.see('list item', ASSIGNED)
        lanyard.click('push button', 'Filter')
        lanyard.choose('Failed')
        listener.hear(lanyard, 'No Results Found')
        lanyard.see_no('list item', ASSIGNED)
        lanyard.see('label', 'Failed')
        lanyard.tab_to('push button', 'Clear Filters')
        lanyard.press('Return')
        lanyard.see_focus('list item', ASSIGNED)

        lanyard.press('ctrl+1')
        lanyard.tab_to('push button', 'Show All')
        lanyard.press('Return')
        lanyard.see('label', 'Changes to Ada Okafor')
        lanyard.see_focus('list item', ASSIGNED)
        lanyard.press('alt+Left')
        lanyard.see('push button', 'Assign Credential…')


def test_check_again():
    listener = Listener()
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        sandbox.add_fault('/acs/credentials/assign', 'close-after')
        sandbox.add_fault('/acs/credentials/get', 'plain', status=500, skip=1, times=100)
        assign(lanyard)
        listener.hear(lanyard, 'Could not confirm whether')
        lanyard.press('ctrl+3')
        lanyard.see('list item', UNKNOWN)
        sandbox.post('/_sandbox/faults/clear')
        lanyard.press('Down')
        lanyard.see_focus('list item', UNKNOWN)
        lanyard.press('Tab')
        lanyard.see_focus('push button', 'Check Again')
        lanyard.press('Return')
        lanyard.see('list item', ASSIGNED)


def test_retention():
    """Reached, opened and chosen from by keys: how long it is kept is saved at once."""
    def is_reached():
        tree = lanyard.tree()
        focused = [node for node in tree.find_all() if 'focused' in node.states] if tree else []
        if any('Keep Activity For' in up.name for node in focused for up in [node, *node.ancestors()]):
            return True
        lanyard.press('Tab')
        return False

    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.press('ctrl+comma')
        lanyard.see('list', 'Assigning')
        wait_until(is_reached, 'the focus on how long it is kept')
        lanyard.press('Return')
        lanyard.press('Down')
        lanyard.press('Return')
        wait_until(lambda: get_setting('journal-retention'), 'the preference to be saved')
        lanyard.close_dialogs()
