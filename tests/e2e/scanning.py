# SPDX-License-Identifier: GPL-3.0-or-later
"""What a card does that is held to the reader, depending on what is open."""

import contextlib
import re

from driver import Lanyard, Sandbox, reader, wait_until

ADA = 'Ada Okafor'
SYSTEM = 'acs_system_id'
WRITES = '/acs/credentials/assign', '/acs/credentials/unassign', '/acs/users/assign'


@contextlib.contextmanager
def desk():
    """A workspace, its cards by what they are, and the program with Ada's page open."""
    with Sandbox() as sandbox:
        ada = next(user for user in sandbox.list('users') if user['full_name'] == ADA)
        cards = [item for item in sandbox.list('credentials') if item.get('card_number')]
        own = [item for item in cards if item[SYSTEM] == ada[SYSTEM] and not item['errors'] and not item['warnings']]
        free = next(item for item in own if not item.get('acs_user_id'))
        held = next(item for item in own if item.get('acs_user_id') not in (None, ada['acs_user_id']))
        with Lanyard.on(sandbox) as lanyard:
            lanyard.open_user(ADA)
            yield sandbox, lanyard, ada['acs_user_id'], free, held


def has(sandbox, card, user):
    wait_until(lambda: sandbox.holder(card['acs_credential_id']) == user, 'the card to change hands')


def nothing_was_sent(sandbox):
    return not any(sandbox.count(route) for route in WRITES)


def test_free_card():
    """A second tap is the yes."""
    with desk() as (sandbox, lanyard, ada, free, _):
        reader.scan(free['card_number'])
        lanyard.see('push button', 'Assign')
        assert nothing_was_sent(sandbox)
        reader.wait_for_next_card()
        reader.scan(free['card_number'])
        has(sandbox, free, ada)
        lanyard.see('label', re.compile(f'assigned to {ADA}'))


def test_free_card_by_key():
    with desk() as (sandbox, lanyard, ada, free, _):
        reader.scan(free['card_number'], end='Return Return')
        lanyard.see('push button', 'Assign')
        assert nothing_was_sent(sandbox)
        lanyard.press('Return')
        has(sandbox, free, ada)


def test_free_card_declined():
    with desk() as (sandbox, lanyard, _, free, __):
        reader.scan(free['card_number'])
        lanyard.see('push button', 'Assign')
        lanyard.press('Escape')
        lanyard.see_no('push button', 'Assign')
        lanyard.see('push button', 'Assign Credential…')
        assert nothing_was_sent(sandbox)


def test_held_card():
    """It is opened, and nothing is done unasked, not even by Enter or a second tap."""
    with desk() as (sandbox, lanyard, ada, _, held):
        holder = held['acs_user_id']
        reader.scan(held['card_number'])
        lanyard.see('push button', 'Reassign')
        reader.wait_for_next_card()
        reader.scan(held['card_number'])
        reader.wait_for_next_card()  # or the key would be the reader's
        lanyard.press('Return')
        lanyard.see_no('push button', 'Reassign')
        lanyard.see('list', 'Assigned To')
        assert sandbox.holder(held['acs_credential_id']) == holder and nothing_was_sent(sandbox)

        lanyard.open_user(ADA)
        reader.scan(held['card_number'])
        lanyard.click('push button', 'Reassign')
        has(sandbox, held, ada)


def test_unknown_card_on_a_button():
    """Digits, Enter and all: the button that has the focus is not pressed."""
    with desk() as (sandbox, lanyard, _, __, ___):
        lanyard.press('Tab', 'Tab')
        for end in 'Return', 'Tab', 'Return Tab', 'Return Return':
            reader.scan('990071001', end=end)
            lanyard.see('label', 'No card has the number 990071001.')
            reader.wait_for_next_card()
        lanyard.see('push button', 'Search Users')
        lanyard.see('push button', 'Assign Credential…')
        assert nothing_was_sent(sandbox)


def test_picker():
    with desk() as (sandbox, lanyard, ada, free, held):
        lanyard.click('push button', 'Assign Credential…')
        lanyard.see_focus('entry', 'Search Credentials')
        reader.scan(free['card_number'][:-1])
        lanyard.see('status bar', re.compile('^No card has the number'))
        reader.scan(held['card_number'], end='Return Return')
        lanyard.see('push button', 'Reassign')
        lanyard.press('Escape')
        lanyard.see_no('push button', 'Reassign')
        assert nothing_was_sent(sandbox)
        reader.scan(free['card_number'])
        has(sandbox, free, ada)


def test_far_card():
    """Its row is in sight in a list that was never on show."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        free = [item for item in sandbox.list('credentials')
                if item.get('card_number') and not item.get('acs_user_id')]
        last = max(free, key=lambda item: item['display_name'])
        lanyard.see('list item', re.compile(ADA))
        reader.scan(last['card_number'])
        lanyard.see('list item', re.compile(re.escape(last['display_name'])))
