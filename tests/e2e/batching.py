# SPDX-License-Identifier: GPL-3.0-or-later
"""Many at once: paused, gone on with, reported and undone as one; and what a run that was killed has left."""

import re

from driver import Lanyard, Sandbox, record, wait_until

UNASSIGN = '/acs/credentials/unassign'
N = 40
TITLE = f'Unassigning {N} credentials'
LATENCY = '--latency=400'


class Desk:
    """Somebody who has forty credentials."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        users = [user for user in sandbox.list('users') if user['full_name'].isascii()]
        names = [user['full_name'] for user in users]
        user = next(user for user in users if names.count(user['full_name']) == 1)
        self.name, self.user = user['full_name'], user['acs_user_id']
        mine = [card for card in sandbox.list('credentials') if card['acs_system_id'] == user['acs_system_id']]
        for card in mine:
            held = card in mine[:N]
            if held or card.get('acs_user_id') == self.user:
                sandbox.post('/_sandbox/set', acs_credential_id=card['acs_credential_id'],
                             holder=self.user if held else None)
        self.cards = [card['acs_credential_id'] for card in mine[:N]]

    def count_held(self):
        holders = self.sandbox.post('/_sandbox/state')['holders']
        return sum(holders[card] == self.user for card in self.cards)

    def unassign_all(self, lanyard):
        lanyard.open_user(self.name)
        # Far below, under all of theirs: as a screen reader does it.
        wait_until(lambda: lanyard.tree().find_all('push button', 'Unassign All…'), 'the button')[0].act()
        lanyard.click('push button', 'Unassign All')
        lanyard.see('label', TITLE)

    def see_end(self, lanyard, done):
        """The bar says once that all is done, and offers the report."""
        lanyard.see('label', f'{N} credentials {done} {self.name}')
        lanyard.see('push button', 'Show Report')
        lanyard.see_no('label', re.compile(r'^\d+ of \d+ done'))


def make_sandbox():
    return Sandbox('--users=30', '--credentials=400', LATENCY)


def test_pause_go_on_and_undo():
    with make_sandbox() as sandbox:
        desk = Desk(sandbox)
        with Lanyard.on(sandbox) as lanyard:
            desk.unassign_all(lanyard)
            lanyard.click('push button', 'Pause')
            lanyard.see('label', re.compile(r'^Paused · \d+ of 40 done$'))
            held = desk.count_held()
            assert 0 < held <= N, held
            # The rest of the window is as it was.
            lanyard.press('ctrl+2')
            lanyard.press('ctrl+1')
            assert desk.count_held() == held
            lanyard.click('push button', 'Continue')
            desk.see_end(lanyard, 'unassigned from')
            assert desk.count_held() == 0
            assert sandbox.count(UNASSIGN) == N
            lanyard.click('push button', 'Show Report')
            lanyard.see('label', re.compile(f'^{re.escape(desk.name)} · Done$'))
            lanyard.click('push button', 'Undo All')
            wait_until(lambda: desk.count_held() == N, 'all to be as before')
            desk.see_end(lanyard, 'assigned to')


def test_stop_asks_nothing_more():
    with make_sandbox() as sandbox:
        desk = Desk(sandbox)
        with Lanyard.on(sandbox) as lanyard:
            desk.unassign_all(lanyard)
            lanyard.click('push button', 'Stop')
            lanyard.see('label', re.compile(r'^\d+ of 40 done · \d+ not done$'))
            n_sent = sandbox.count(UNASSIGN)
            assert desk.count_held() == N - n_sent, (desk.count_held(), n_sent)
            lanyard.click('push button', 'Show Report')
            lanyard.click('push button', 'Retry Failed')
            desk.see_end(lanyard, 'unassigned from')
            assert desk.count_held() == 0
            assert sandbox.count(UNASSIGN) == N


def test_killed_and_gone_on_with():
    with make_sandbox() as sandbox:
        desk = Desk(sandbox)
        with Lanyard.on(sandbox) as lanyard:
            desk.unassign_all(lanyard)
            wait_until(lambda: sandbox.count(UNASSIGN) > 3, 'some to be sent')
            lanyard.kill()
        assert desk.count_held() > 0
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('label', TITLE)
            lanyard.see('label', re.compile(r'^Not finished in the previous session · \d+ of 40 done'))
            lanyard.click('push button', 'Continue')
            desk.see_end(lanyard, 'unassigned from')
        assert desk.count_held() == 0
        assert sandbox.count(UNASSIGN) == N
        outcomes = [entry['outcome'] for entry in record.read_entries()]
        assert outcomes.count(record.DONE) == N, outcomes


def test_killed_and_left():
    with make_sandbox() as sandbox:
        desk = Desk(sandbox)
        with Lanyard.on(sandbox) as lanyard:
            desk.unassign_all(lanyard)
            wait_until(lambda: sandbox.count(UNASSIGN) > 3, 'some to be sent')
            lanyard.kill()
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('push button', 'Don’t Continue')
            # The server still finishes what it had been asked when Lanyard was killed.
            wait_until(lambda: desk.count_held() == N - sandbox.count(UNASSIGN), 'the last requests to be done')
            held = desk.count_held()
            lanyard.click('push button', 'Don’t Continue')
            lanyard.see('label', re.compile(r'^\d+ of 40 done · \d+ not done$'))
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('status bar', re.compile('credentials|users'))
            lanyard.see_no('label', TITLE)
        assert desk.count_held() == held


def test_closing_asks():
    with make_sandbox() as sandbox:
        desk = Desk(sandbox)
        with Lanyard.on(sandbox) as lanyard:
            desk.unassign_all(lanyard)
            lanyard.press('ctrl+w')
            lanyard.see('label', 'Changes Not Finished')
            lanyard.click('push button', 'Cancel')
            lanyard.press('ctrl+w')
            lanyard.click('push button', 'Keep Running')
            wait_until(lambda: desk.count_held() == 0, 'all to be done without a window')
            lanyard.wait()
