# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody leaves: all that they have is unassigned at once, and that is undone at once."""

import re

from driver import Lanyard, Sandbox, record, wait_until

UNASSIGN = '/acs/credentials/unassign'
ALL_UNASSIGNED = '3 credentials unassigned from Ada Okafor'
ALL_ASSIGNED = '3 credentials assigned to Ada Okafor'


def find_held(sandbox):
    """What Ada has, in the access system in which she has most."""
    user = sandbox.find_user('Ada Okafor')
    return user, [item for item in sandbox.list('credentials') if item.get('acs_user_id') == user]


def wait_for_holders(sandbox, held, user):
    wait_until(lambda: all(sandbox.holder(item['acs_credential_id']) == user for item in held),
               f'all to be with {user}')


def unassign_all(lanyard):
    lanyard.open_user('Ada Okafor')
    lanyard.click('push button', 'Unassign All…')
    lanyard.see('label', 'Unassign 3 Credentials?')
    lanyard.click('push button', 'Unassign All')


def test_unassign_all_and_undo():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        user, held = find_held(sandbox)
        lanyard.open_user('Ada Okafor')
        lanyard.click('push button', 'Unassign All…')
        # Each is named, and saying no sends nothing.
        lanyard.see('label', re.compile(r'unassigned from Ada Okafor:(?s:.*)Card 82\*\*\*\*'))
        lanyard.click('push button', 'Cancel')
        lanyard.see_no('push button', 'Unassign All')
        assert sandbox.count(UNASSIGN) == 0
        unassign_all(lanyard)
        lanyard.see('label', ALL_UNASSIGNED)
        lanyard.see('label', 'No Credentials')
        lanyard.see_focus('push button', 'Assign Credential…')
        wait_for_holders(sandbox, held, None)
        lanyard.click('push button', 'Undo')
        lanyard.see('label', ALL_ASSIGNED)
        lanyard.see('push button', 'Unassign All…')
        wait_for_holders(sandbox, held, user)


def test_undo_by_key_is_one():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        user, held = find_held(sandbox)
        unassign_all(lanyard)
        lanyard.see('label', ALL_UNASSIGNED)
        lanyard.press('ctrl+z')
        lanyard.see('label', ALL_ASSIGNED)
        wait_for_holders(sandbox, held, user)


def test_one_fails():
    """What was done stays done; only what failed is tried again, and undone is the whole."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        user, held = find_held(sandbox)
        card = next(item for item in held if item['display_name'] == 'Card 82****')
        sandbox.add_fault(UNASSIGN, 'status', status=500, times=0,
                          match={'acs_credential_id': card['acs_credential_id']})
        unassign_all(lanyard)
        lanyard.see_toast(re.compile(r'^2 of 3 credentials unassigned from Ada Okafor\nCard 82\*\*\*\*: '))
        sandbox.post('/_sandbox/faults/clear')
        count = sandbox.count(UNASSIGN)
        lanyard.click('push button', 'Try Again')
        lanyard.see('label', ALL_UNASSIGNED)
        assert sandbox.count(UNASSIGN) == count + 1
        lanyard.click('push button', 'Undo')
        lanyard.see('label', ALL_ASSIGNED)
        wait_for_holders(sandbox, held, user)


def test_killed():
    """In the middle of it: the next start says how far it came, and what is left is done on request."""
    with Sandbox() as sandbox:
        user, held = find_held(sandbox)
        sandbox.add_fault(UNASSIGN, 'latency', delay_ms=60000, times=0, skip=1)
        with Lanyard.on(sandbox) as lanyard:
            unassign_all(lanyard)
            wait_until(lambda: sandbox.count(UNASSIGN) == 2, 'the second to be sent')
            lanyard.kill()
        sandbox.post('/_sandbox/faults/clear')
        entries = record.read_entries()
        assert len(entries) == 3, entries
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('label', re.compile('^Not finished in the previous session · [12] of 3 done'))
            lanyard.click('push button', 'Continue')
            wait_for_holders(sandbox, held, None)
