# SPDX-License-Identifier: GPL-3.0-or-later
"""A batch each of whose requests has a fault of its own: the window, the journal and the server agree at the end, and
taking all of it back leaves the server as it was. LANYARD_BATCH says how many credentials there are, LANYARD_SEED which
faults."""

import collections
import os
import pathlib
import random
import re
import time

from driver import Lanyard, Sandbox, record, wait_until

N = int(os.environ.get('LANYARD_BATCH', 60))
SEED = int(os.environ.get('LANYARD_SEED', 15))

ASSIGN = '/acs/credentials/assign'
UNASSIGN = '/acs/credentials/unassign'
KINDS = ('status', 'empty', 'unavailable', 'close-before', 'close-after', 'reset-before', 'reset-after', 'truncated',
         'garbage', 'wrong-types', 'nulls', 'wrong-id', 'html', 'html-after', 'ok-false', 'trailing-commas')
PROGRESS = re.compile(r'^(\d+) of (\d+) done(?: · (\d+) not done)?(?: · (\d+) not confirmed)?$')
# Where all is done, there is nothing to add to it.
ALL = re.compile(r'^(\d+) credentials (?:un)?assigned$')


def make_desk(sandbox):
    """Everybody's credentials are held by their own id; returns who has what."""
    users = collections.defaultdict(list)
    for user in sandbox.list('users'):
        users[user['acs_system_id']].append(user['acs_user_id'])
    chance = random.Random(SEED)
    for card in sandbox.list('credentials'):
        key = card['acs_credential_id']
        sandbox.post('/_sandbox/set', acs_credential_id=key, holder=chance.choice(users[card['acs_system_id']]))
        for route in ASSIGN, UNASSIGN:
            kind = chance.choice(KINDS)
            sandbox.add_fault(route, kind, match={'acs_credential_id': key},
                              **({'status': 400} if kind == 'status' else {}))
    return sandbox.post('/_sandbox/state')['holders']


class Watcher:
    """Sits in front of the window, and has a batch go on each time that it has paused by itself."""

    def __init__(self, lanyard):
        self.lanyard = lanyard
        self.pauses = 0

    def read_end(self):
        """How many are done, not done and not confirmed, once no more is tried."""
        label = self.lanyard.find_showing('label', PROGRESS)
        over = self.lanyard.find_showing('push button', 'Close') and self.lanyard.find_showing('push button', 'Show Report')
        if label and over:
            return [int(figure or 0) for figure in PROGRESS.match(label.name).group(1, 3, 4)]
        label = self.lanyard.find_showing('label', ALL)
        if label and over:
            return [int(ALL.match(label.name).group(1)), 0, 0]
        if self.lanyard.find_showing('push button', 'Continue'):
            self.lanyard.click('push button', 'Continue')
            self.pauses += 1
        return None

    def wait(self):
        counts, end = None, time.monotonic() + 60 + 2 * N
        while counts is None and time.monotonic() < end:
            counts = self.read_end()
            time.sleep(0.5)
        assert counts, 'the batch did not end'
        return counts

    def report(self, button):
        """What can be done about all of it."""
        self.lanyard.click('push button', 'Show Report')
        self.lanyard.click('push button', button)
        self.lanyard.see_no('push button', button)

    def mend(self, counts):
        """Has what failed tried again, and what isn't known found out, as long as there is some; returns the end."""
        for _ in range(4):
            if counts[1] + counts[2] == 0:
                break
            self.report('Retry Failed' if counts[1] else 'Check Again')
            counts = self.wait()
        return counts


def check(told, entries, holders):
    """What the window says is what was written down, and what the server has."""
    last = {entry['credential_id']: entry for entry in entries}.values()
    outcomes = collections.Counter(entry['outcome'] for entry in last)
    assert told == [outcomes[record.DONE], outcomes[record.REFUSED], outcomes[record.UNKNOWN]], (told, outcomes)
    for entry in last:
        if entry['outcome'] != record.UNKNOWN:
            assert record.judge(entry, holders[entry['credential_id']]) == entry['outcome'], dict(entry)


def test_a_fault_on_each():
    path = pathlib.Path(os.environ['XDG_RUNTIME_DIR'], 'requests')
    with Sandbox(f'--users={max(40, N // 4)}', f'--credentials={N}', f'--record={path}') as sandbox:
        before = make_desk(sandbox)
        with Lanyard.on(sandbox) as lanyard:
            watcher = Watcher(lanyard)
            lanyard.see('page tab', 'Credentials')
            lanyard.press('ctrl+2')
            lanyard.click('list item', re.compile('^Card '))
            lanyard.press('ctrl+a')
            lanyard.see('status bar', f'{len(before)} credentials selected')
            lanyard.click('push button', 'Actions')
            lanyard.choose(re.compile('^Unassign'))
            lanyard.click('push button', re.compile(r'^Unassign \d+ Credentials$'))
            first = watcher.wait()
            n_pauses = watcher.pauses
            check(first, record.read_entries(), sandbox.post('/_sandbox/state')['holders'])
            second = watcher.mend(first)
            check(second, record.read_entries(), sandbox.post('/_sandbox/state')['holders'])
            assert second == [len(before), 0, 0], second

            watcher.report('Undo All')
            third = watcher.mend(watcher.wait())
            assert third == [len(before), 0, 0], third
            after = sandbox.post('/_sandbox/state')['holders']
        entries = record.read_entries()
        audit = record.Audit(entries, record.count_writes(path), before, after)
    print(f'# batch of {len(before)} with a fault on each, by the window (seed {SEED}): at first {first[0]} done, '
          f'{first[1]} not done, {first[2]} not confirmed, paused {n_pauses} times; {len(entries)} entries; {audit}',
          flush=True)
    assert not audit.findings(), audit.findings()
    assert after == before
