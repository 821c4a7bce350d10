# SPDX-License-Identifier: GPL-3.0-or-later
"""A lost card: it is marked, replaced by a spare that is tapped, and never left alive unnoticed."""

import contextlib
import re

from driver import Lanyard, Sandbox, reader, record, wait_until

ADA = 'Ada Okafor'
SYSTEM = 'acs_system_id'
ASSIGN = '/acs/credentials/assign'
UNASSIGN = '/acs/credentials/unassign'


@contextlib.contextmanager
def desk():
    """A workspace, somebody in it who has lost a card, the card, and a free one."""
    with Sandbox() as sandbox:
        ada = next(user for user in sandbox.list('users') if user['full_name'] == ADA)
        cards = [item for item in sandbox.list('credentials')
                 if item[SYSTEM] == ada[SYSTEM] and item.get('card_number') and item['access_method'] == 'card']
        lost = next(item for item in cards if item.get('acs_user_id') == ada['acs_user_id'])
        spare = next(item for item in cards if not item.get('acs_user_id') and not item['errors']
                     and not item['warnings'])
        yield sandbox, ada['acs_user_id'], lost, spare


def begin(lanyard, lost, spare):
    """Up to the button that does it: which one was lost is said, and the spare is tapped."""
    lanyard.open_credential(lost['display_name'])
    lanyard.click('push button', 'Mark as Lost…')
    lanyard.see('push button', 'Replace')
    reader.scan(spare['card_number'])
    lanyard.see('status bar', re.compile(f'^{re.escape(spare["display_name"])} will be assigned'))
    lanyard.see_focus('push button', 'Replace')


def holder(sandbox, card):
    return sandbox.holder(card['acs_credential_id'])


def test_replaced_by_a_tapped_spare():
    with desk() as (sandbox, ada, lost, spare), Lanyard.on(sandbox) as lanyard:
        begin(lanyard, lost, spare)
        assert sandbox.count(UNASSIGN) == 0
        lanyard.see_focus('push button', 'Replace')
        lanyard.press('Return')
        wait_until(lambda: holder(sandbox, lost) is None, 'the lost card to be unassigned')
        assert holder(sandbox, spare) == ada
        lanyard.see('label', re.compile('Marked as lost on '))
        # It is not handed out again unaware; found, it is as any other.
        reader.wait_for_next_card()
        reader.scan(lost['card_number'])
        lanyard.see('label', 'This card is marked as lost.')
        lanyard.click('push button', 'Mark as Found')
        lanyard.see('label', re.compile('marked as found$'))
        lanyard.see_no('push button', 'Mark as Found')
        lanyard.press('ctrl+3')
        lanyard.see('list item', re.compile('^Card .* marked as found, '))
        lanyard.see('list item', re.compile('^Card .* marked as lost, '))


def test_killed_between_the_two():
    """The spare is theirs, and the lost card too: the next start says so, and goes on."""
    with desk() as (sandbox, ada, lost, spare):
        lanyard = Lanyard.on(sandbox)
        begin(lanyard, lost, spare)
        sandbox.add_fault('/acs/credentials/get', 'latency', delay_ms=3000, times=0)
        lanyard.press('Return')
        wait_until(lambda: holder(sandbox, spare) == ada, 'the spare to be assigned')
        lanyard.kill()
        assert holder(sandbox, lost) == ada
        sandbox.post('/_sandbox/faults/clear')
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('label', re.compile('^Not finished in the previous session · 1 of 2 done'))
            lanyard.click('push button', 'Continue')
            wait_until(lambda: holder(sandbox, lost) is None, 'the lost card to be unassigned')
            assert holder(sandbox, spare) == ada


def test_killed_before_both():
    """Gone on with, the lost card is left alone when the spare is refused by then: that is asked about."""
    with desk() as (sandbox, ada, lost, spare):
        lanyard = Lanyard.on(sandbox)
        begin(lanyard, lost, spare)
        sandbox.add_fault('/acs/credentials/get', 'latency', delay_ms=3000, times=0)
        lanyard.press('Return')
        wait_until(lambda: len([entry for entry in record.read_entries() if entry['batch']]) == 2, 'both to be planned')
        lanyard.kill()
        sandbox.post('/_sandbox/faults/clear')
        sandbox.add_fault(ASSIGN, 'status', status=400)
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('label', re.compile('^Not finished in the previous session · 0 of 2 done'))
            lanyard.click('push button', 'Continue')
            lanyard.see('label', re.compile(f'Is Still Assigned to {ADA}$'))
            assert sandbox.count(UNASSIGN) == 0
            assert holder(sandbox, lost) == ada
            lanyard.click('push button', 'Try Again')
            wait_until(lambda: holder(sandbox, lost) is None, 'the lost card to be unassigned')
            assert holder(sandbox, spare) == ada
