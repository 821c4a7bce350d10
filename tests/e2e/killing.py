# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanyard is killed at random moments while a person assigns, unassigns and takes back, and started again: nothing is
lost, doubled or misreported. LANYARD_KILLS says how often, LANYARD_SEED from which seed."""

import collections
import os
import pathlib
import random
import re
import time

from driver import Lanyard, Sandbox, record

KILLS = int(os.environ.get('LANYARD_KILLS', 6))
SEED = int(os.environ.get('LANYARD_SEED', 20))

# In seconds. From a key or a click to the answer it takes about a tenth, and what the server takes, at most so long for
# each of the two or three requests.
MAX_WORK = 0.35
MAX_ANSWER = 0.06

ROUTES = '/acs/credentials/get', '/acs/credentials/assign', '/acs/credentials/unassign'
N_USERS, N_CREDENTIALS = 24, 30
LISTED = re.compile(f'^({N_USERS} users|{N_CREDENTIALS} credentials)$')


class Desk:
    """A workspace, and somebody who works in it."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.chance = random.Random(SEED)
        self.users = {user['acs_user_id']: user for user in sandbox.list('users')}
        self.cards = [card for card in sandbox.list('credentials')
                      if card['access_method'] == 'card' and self.list_candidates(card)]

    def list_candidates(self, card, holder=None):
        """Who may have it and doesn't, and has a name that can be typed."""
        return [user for user in self.users.values() if user['acs_system_id'] == card['acs_system_id']
                and user['full_name'].isascii() and user['acs_user_id'] != holder]

    def read_holders(self):
        return self.sandbox.post('/_sandbox/state')['holders']

    def delay_answers(self):
        """By another span each time: the moment of the kill is to fall before, into and after each of the requests."""
        self.sandbox.post('/_sandbox/faults/clear')
        for route in ROUTES:
            delay = round(1000 * self.chance.uniform(0, MAX_ANSWER))
            self.sandbox.add_fault(route, 'latency', delay_ms=delay, times=0)

    def begin(self, lanyard):
        """Does what is left to a key or a click, and returns that, with what will be said once it is done."""
        card = self.chance.choice(self.cards)
        holder = self.sandbox.holder(card['acs_credential_id'])
        user = self.chance.choice(self.list_candidates(card, holder))
        name, to = card['display_name'], user['full_name']
        lanyard.press('ctrl+f', 'ctrl+a')
        lanyard.type(card['card_number'])
        lanyard.press('Return')
        lanyard.see('list', 'Assigned To')
        if holder and self.chance.random() < 0.5:
            by = self.users[holder]['full_name']
            return lambda: lanyard.click('push button', 'Unassign'), f'{name} unassigned from {by}'
        lanyard.press('ctrl+n')
        lanyard.see_focus('entry', 'Search Users')
        lanyard.type(to)
        if not holder:
            return lambda: lanyard.press('Return'), f'{name} assigned to {to}'
        lanyard.press('Return')
        by = self.users[holder]['full_name']
        return (lambda: lanyard.click('push button', 'Reassign'),
                f'{name} reassigned from {by} to {to}')

    def work(self, lanyard):
        """Until the moment at which it is killed; returns what the window has said to be done before that."""
        self.delay_answers()
        act, done = self.begin(lanyard)
        act()
        told = []
        if self.chance.random() < 0.4:
            lanyard.see('label', done)
            told.append(done)
            lanyard.press('ctrl+z')
        time.sleep(self.chance.uniform(0, MAX_WORK))
        lanyard.kill()
        return told


class Run:
    """Kill after kill, with what the journal has after each."""

    def __init__(self, desk):
        self.desk = desk
        self.entries = []
        self.findings = []
        self.moments = collections.Counter()

    def start(self):
        """What became of an entry that was left open is found out, and said, before anything else is done."""
        lanyard = Lanyard.on(self.desk.sandbox)
        lanyard.see('status bar', LISTED)
        if self.entries and self.entries[-1]['outcome'] == record.PENDING:
            self.see_recovery(lanyard, self.entries[-1])
        return lanyard

    def see_recovery(self, lanyard, entry):
        outcome = record.judge(entry, self.desk.sandbox.holder(entry['credential_id']))
        reason = ': Lanyard was closed before the change was sent' if not entry['is_sent'] else ''
        lanyard.see('label', f'In the previous session: {record.describe(entry, outcome)}{reason}')
        if outcome == record.HALF_DONE:
            lanyard.click('push button', 'Leave Unassigned')
        self.moments['before the server' if outcome == record.REFUSED else 'before the outcome'] += 1

    def kill(self):
        lanyard = self.start()
        lanyard.press('ctrl+2')
        told = self.desk.work(lanyard)
        n_known, self.entries = len(self.entries), record.read_entries()
        settled, new = self.entries[:n_known + len(told)], self.entries[n_known:]
        if any(entry['outcome'] == record.PENDING for entry in settled):
            self.findings.append(f'entries from before are open: {[dict(entry) for entry in settled]}')
        if told != [record.describe(entry, record.DONE) for entry in new[:len(told)]]:
            self.findings.append(f'the window has said {told}, the entries are {[dict(entry) for entry in new]}')
        if len(new) == len(told):
            self.moments['before the entry'] += 1
        elif new[-1]['outcome'] != record.PENDING:
            self.moments['after the outcome'] += 1

    def check_window(self, lanyard):
        """Who has what of that which was worked on, and what was done last, as it is on show."""
        touched = {entry['credential_id'] for entry in self.entries}
        for card in self.desk.cards:
            if card['acs_credential_id'] not in touched:
                continue
            holder = self.desk.sandbox.holder(card['acs_credential_id'])
            state = f'Assigned to {self.desk.users[holder]["full_name"]}' if holder else 'Unassigned'
            lanyard.search('Credentials', card['card_number'])
            lanyard.see('list item', re.compile(f'^{re.escape(card["display_name"])}, Card, {state}( ·|,|$)'))
        lanyard.press('ctrl+3')
        latest = [record.describe(entry, entry['outcome']) for entry in self.entries[:-6:-1]]
        lanyard.see('list item', re.compile(f'^{re.escape(latest[0])}, '))
        lines = [node.name for node in lanyard.tree().find_all('list item', re.compile(r', \d\d:\d\d'))]
        for text, line in zip(latest, lines, strict=False):
            if not line.startswith(f'{text}, '):
                self.findings.append(f'the activity has {line!r} in the place of {text!r}')


def test_killed():
    path = pathlib.Path(os.environ['XDG_RUNTIME_DIR'], 'requests')
    with Sandbox(f'--users={N_USERS}', f'--credentials={N_CREDENTIALS}', f'--record={path}') as sandbox:
        run = Run(Desk(sandbox))
        before = run.desk.read_holders()
        for _ in range(KILLS):
            run.kill()
        with run.start():
            pass
        run.entries = record.read_entries()
        with run.start() as lanyard:
            run.check_window(lanyard)
        audit = record.Audit(run.entries, record.count_writes(path), before, run.desk.read_holders())
        audit.misreported += run.findings
    moments = ', '.join(f'{run.moments[name]} {name}' for name in sorted(run.moments))
    print(f'# killed Lanyard {KILLS} times (seed {SEED}; {moments}): {len(run.entries)} entries; {audit}', flush=True)
    assert not audit.findings(), audit.findings()
