# SPDX-License-Identifier: GPL-3.0-or-later
"""What Lanyard has written down of what it did, read from its file after it has ended, and laid beside the server's."""

import json
import os
import pathlib
import shutil
import sqlite3
import tempfile

PENDING, DONE, REFUSED, HALF_DONE, UNKNOWN = range(5)
ASSIGN, UNASSIGN, MOVE = 'assign', 'unassign', 'move'


def get_journal_path():
    return pathlib.Path(os.environ['XDG_DATA_HOME'], 'lanyard', 'journal.sqlite')


def read_entries():
    """In the order in which they were begun. A copy is read: opening the journal itself would do what the next Lanyard
    is to do."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, 'journal.sqlite')
        for suffix in '', '-wal':
            original = pathlib.Path(f'{get_journal_path()}{suffix}')
            if original.exists():
                shutil.copy(original, f'{copy}{suffix}')
        journal = sqlite3.connect(copy)
        journal.row_factory = sqlite3.Row
        try:
            assert journal.execute('PRAGMA integrity_check').fetchone()[0] == 'ok'
            if not journal.execute("SELECT 1 FROM sqlite_schema WHERE name = 'entry'").fetchone():
                return []  # killed before there was anything
            return journal.execute("""SELECT *, subject_id AS credential_id, subject_name AS credential_label,
                json_extract (before, '$.user_id') AS from_id, json_extract (before, '$.user_name') AS from_label,
                json_extract (after, '$.user_id') AS to_id, json_extract (after, '$.user_name') AS to_label
                FROM entry ORDER BY id""").fetchall()
        finally:
            journal.close()


def judge(entry, holder):
    """What came of it, by who has the credential now: nothing else was done to it since."""
    if not entry['is_sent']:
        return REFUSED
    if holder == entry['to_id']:
        return DONE
    if holder == entry['from_id']:
        return REFUSED
    return HALF_DONE if holder is None else UNKNOWN


TEXTS = {
    (DONE, ASSIGN): '{credential} assigned to {to}',
    (DONE, UNASSIGN): '{credential} unassigned from {by}',
    (DONE, MOVE): '{credential} reassigned from {by} to {to}',
    (REFUSED, ASSIGN): '{credential} could not be assigned to {to}',
    (REFUSED, UNASSIGN): '{credential} could not be unassigned from {by}',
    (REFUSED, MOVE): '{credential} could not be reassigned from {by} to {to}',
    (HALF_DONE, MOVE): '{credential} was unassigned from {by}, but could not be assigned to {to}',
}


def describe(entry, outcome):
    """As the window says it."""
    return TEXTS[outcome, entry['kind']].format(credential=entry['credential_label'], by=entry['from_label'],
                                                to=entry['to_label'])


def was_carried_out(answer):
    return answer['was_let_act'] if answer.get('fault') else answer['status'] == 200


def count_writes(path):
    """How often each credential was assigned or unassigned at a sandbox, by the record that it keeps."""
    writes = {}
    for line in pathlib.Path(path).read_text().splitlines():
        answer = json.loads(line)
        if answer['route'].endswith('assign') and was_carried_out(answer):
            credential = json.loads(answer['request'])['acs_credential_id']
            writes[credential] = writes.get(credential, 0) + 1
    return writes


class Audit:
    """Goes through the entries from who had what before to who has what now, and counts what doesn't add up."""

    def __init__(self, entries, writes, before, after):
        self.lost, self.doubled, self.misreported = [], [], []
        holders, steps = dict(before), {}
        for entry in entries:
            credential = entry['credential_id']
            if entry['outcome'] not in (DONE, REFUSED, HALF_DONE):
                self.misreported.append(f'entry {entry["id"]} has no outcome')
            if holders[credential] != entry['from_id']:
                self.misreported.append(f'entry {entry["id"]} takes it from {entry["from_id"]}, who does not have it')
            if entry['outcome'] == DONE:
                holders[credential] = entry['to_id']
                steps[credential] = steps.get(credential, 0) + (2 if entry['kind'] == MOVE else 1)
            elif entry['outcome'] == HALF_DONE:
                holders[credential] = None
                steps[credential] = steps.get(credential, 0) + 1
        for credential in writes.keys() | steps.keys():
            sent, told = writes.get(credential, 0), steps.get(credential, 0)
            if sent != told:
                (self.doubled if sent > told > 0 else self.lost).append(f'{credential}: {sent} writes, {told} steps')
        for credential, holder in after.items():
            if holders[credential] != holder:
                self.misreported.append(f'{credential} is with {holder}, the journal has {holders[credential]}')

    def __str__(self):
        return f'lost {len(self.lost)}, doubled {len(self.doubled)}, misreported {len(self.misreported)}'

    def findings(self):
        return self.lost + self.doubled + self.misreported
