# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done can't be written down: that is said, everything can be looked at, and nothing is sent until it can be
written down again or somebody goes on without. No file is deleted."""

import random
import re
import sqlite3

from driver import Lanyard, Sandbox, disk, record

UNWRITABLE = 'The activity log can’t be saved.'
DAMAGED = 'The activity log was damaged.'
NEWER = 'The activity log was written by a newer version of Lanyard'


def make_folder():
    folder = record.get_journal_path().parent
    folder.mkdir()
    return folder


def see_assigned(lanyard, user, card):
    lanyard.see('label', f'{card} assigned to {user}')


def see_off(lanyard, reason):
    lanyard.see('label', 'Workspace Is Read-Only')
    lanyard.see('label', re.compile(f'^{reason}'))


def see_only_looking(lanyard):
    lanyard.click('push button', 'Keep Read-Only')
    lanyard.see_no('label', 'Workspace Is Read-Only')
    lanyard.open_user('Ada Okafor')
    lanyard.click('push button', 'Assign Credential…')
    lanyard.see('label', 'Workspace Is Read-Only')
    lanyard.press('Escape')
    lanyard.see_no('label', 'Workspace Is Read-Only')
    lanyard.press('ctrl+3')
    lanyard.see('label', 'Activity Log Unavailable')


def go_on_without(lanyard, sandbox):
    lanyard.click('push button', 'Show Options…')
    lanyard.click('push button', 'Continue Without Logging')
    lanyard.see('label', re.compile('^Activity is not being logged'))
    lanyard.assign('Ada Okafor', 'Card 23****')
    see_assigned(lanyard, 'Ada Okafor', 'Card 23****')
    assert sandbox.holder(sandbox.find_credential('Card 23****')) == sandbox.find_user('Ada Okafor')


def try_again(lanyard):
    lanyard.press('ctrl+1')
    lanyard.click('push button', 'Show Options…')
    lanyard.click('push button', 'Try Again')
    lanyard.see_no('label', re.compile('^The workspace is read-only'))


def test_from_the_future():
    path = make_folder() / 'journal.sqlite'
    journal = sqlite3.connect(path)
    journal.executescript('CREATE TABLE better (entry); PRAGMA user_version = 1000')
    journal.close()
    before = path.read_bytes()
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        see_off(lanyard, NEWER)
        see_only_looking(lanyard)
        go_on_without(lanyard, sandbox)
    assert path.read_bytes() == before


def test_random_bytes():
    """The damaged file is kept under another name; with the next attempt a new one begins."""
    path = make_folder() / 'journal.sqlite'
    damaged = random.Random(5).randbytes(20000)
    path.write_bytes(damaged)
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        see_off(lanyard, DAMAGED)
        see_only_looking(lanyard)
        try_again(lanyard)
        lanyard.assign('Ada Okafor', 'Card 23****')
        see_assigned(lanyard, 'Ada Okafor', 'Card 23****')
    assert [entry['outcome'] for entry in record.read_entries()] == [record.DONE]
    assert damaged in [other.read_bytes() for other in path.parent.iterdir() if other != path]


def test_no_folder():
    """A file is in the way of the folder that the record goes into."""
    folder = record.get_journal_path().parent
    folder.write_text('in the way')
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        see_off(lanyard, UNWRITABLE)
        see_only_looking(lanyard)
        go_on_without(lanyard, sandbox)
    assert folder.read_text() == 'in the way'


def test_read_only():
    folder = make_folder()
    with disk.small_disk(folder, '1m'):
        disk.make_read_only(folder)
        with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
            see_off(lanyard, UNWRITABLE)
            see_only_looking(lanyard)
            go_on_without(lanyard, sandbox)


def test_full_from_the_start():
    folder = make_folder()
    with disk.small_disk(folder, '256k'):
        disk.fill(folder / 'ballast')
        with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
            see_off(lanyard, UNWRITABLE)
            see_only_looking(lanyard)
            (folder / 'ballast').unlink()
            try_again(lanyard)


def test_full_meanwhile():
    """Between two assignments: the second one is not sent, and is once there is room again."""
    folder = make_folder()
    with disk.small_disk(folder, '1m'), Sandbox() as sandbox:
        with Lanyard.on(sandbox) as lanyard:
            lanyard.assign('Ada Okafor', 'Card 23****')
            see_assigned(lanyard, 'Ada Okafor', 'Card 23****')
            free = next(card for card in sandbox.list('credentials') if card['access_method'] == 'card'
                        and card.get('acs_user_id') is None
                        and card['acs_system_id'] == sandbox.post(
                            '/acs/users/get', acs_user_id=sandbox.find_user('Ada Okafor'))['acs_user']['acs_system_id'])
            disk.fill(folder / 'ballast')
            lanyard.assign('Ada Okafor', free['display_name'])
            see_off(lanyard, UNWRITABLE)
            assert sandbox.count('/acs/credentials/assign') == 1
            assert sandbox.holder(free['acs_credential_id']) is None
            see_only_looking(lanyard)
            (folder / 'ballast').unlink()
            try_again(lanyard)
            lanyard.assign('Ada Okafor', free['display_name'])
            see_assigned(lanyard, 'Ada Okafor', free['display_name'])
        entries = record.read_entries()
    assert [entry['outcome'] for entry in entries] == [record.DONE, record.DONE], [dict(entry) for entry in entries]
