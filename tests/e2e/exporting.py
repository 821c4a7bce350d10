# SPDX-License-Identifier: GPL-3.0-or-later
"""The activity is exported to a file that somebody chooses: all of it, or what was there before stays as it was."""

import csv
import json
import os
import pathlib
import re

from driver import Lanyard, Sandbox, comes, disk, wait_until

FORMULA = '=HYPERLINK("http://example.com")'


def make_folder():
    folder = pathlib.Path(os.environ['HOME'], 'Documents')
    folder.mkdir()
    return folder


def rename(sandbox, old, new):
    sandbox.post('/_sandbox/set', acs_user_id=sandbox.find_user(old), members={'full_name': new, 'display_name': new})


def assign(lanyard, user, card):
    lanyard.assign(user, card)
    lanyard.see('label', re.compile(f'^{re.escape(card)} assigned to '))


def read_csv(path):
    with path.open(encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def test_both_formats():
    folder = make_folder()
    with Sandbox() as sandbox:
        rename(sandbox, 'Ada Okafor', FORMULA)
        with Lanyard.on(sandbox) as lanyard:
            assign(lanyard, FORMULA, 'Card 23****')
            lanyard.press('ctrl+z')
            lanyard.see('label', re.compile(r'^Card 23\*\*\*\* unassigned from '))
            lanyard.export('CSV', folder / 'activity.csv')
            lanyard.see('label', 'Saved as activity.csv')
            lanyard.export('JSON', folder / 'activity.json')
            lanyard.see('label', 'Saved as activity.json')
    rows, objects = read_csv(folder / 'activity.csv'), json.loads((folder / 'activity.json').read_text())
    assert [row['operation'] for row in rows] == ['unassign', 'assign'], rows
    assert [row['outcome'] for row in rows] == ['done', 'done'], rows
    assert rows[1]['to'] == "'" + FORMULA and objects[1]['to'] == FORMULA, (rows, objects)
    assert [row['id'] for row in rows] == [one['id'] for one in objects]
    assert sorted(os.listdir(folder)) == ['activity.csv', 'activity.json']
    assert folder.joinpath('activity.csv').stat().st_mode & 0o777 == 0o600


def test_overwriting():
    """It is asked about first."""
    file = make_folder() / 'activity.csv'
    file.write_text('before')
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        assign(lanyard, 'Ada Okafor', 'Card 23****')
        lanyard.export('CSV', file)
        lanyard.see('label', re.compile('^A file named “activity.csv” already exists'))
        lanyard.press('Escape')
        lanyard.see_no('label', re.compile('^A file named “activity.csv” already exists'))
        assert file.read_text() == 'before'
        lanyard.see_focus('text', 'Name:')
        lanyard.press('Return')
        lanyard.see_focus('push button', re.compile('Replace'))
        lanyard.press('Return')
        lanyard.see('label', 'Saved as activity.csv')
        assert len(read_csv(file)) == 1


def test_no_room():
    """Neither on a full disk nor on one that can't be written to does a file suffer that was there before."""
    folder = make_folder()
    file = folder / 'activity.csv'
    with disk.small_disk(folder, '4k'), Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        file.write_text('before')
        assign(lanyard, 'Ada Okafor', 'Card 23****')
        for is_writable in True, False:
            if not is_writable:
                disk.make_read_only(folder)
            lanyard.export('CSV', file)
            lanyard.see_focus('push button', re.compile('Replace'))
            lanyard.press('Return')
            lanyard.see('label', re.compile('^activity.csv could not be saved: .*' +
                                            ('disk is full' if is_writable else 'disk is read-only')))
            assert file.read_text() == 'before'
            assert os.listdir(folder) == ['activity.csv']


def focus_separator(lanyard):
    """By keys, backwards: in the name of the file Tab is for what it could be. Beside it is the kind of file."""
    for _ in range(2):
        lanyard.press('shift+Tab')
        while not lanyard.has_focus('combo box', None):
            lanyard.press('shift+Tab')
    lanyard.press('space')


def choose_separator(lanyard, steps):
    """In newer GTK keys don't come to it, and in older GTK a click doesn't let them choose."""
    if lanyard.tree().ask_version() < (4, 10):
        focus_separator(lanyard)
    else:
        lanyard.click('label', 'Comma')
    lanyard.press(*['Down'] * steps, 'Return')


def save(lanyard):
    if lanyard.tree().ask_version() < (4, 10):
        lanyard.press('alt+s')
    else:
        lanyard.see('push button', 'Save').act()


def open_menu(lanyard):
    """What is opened while a dialog goes may be closed with it."""
    lanyard.click('push button', 'Filter and Sort')
    return comes(lambda: lanyard.find_showing('menu item', 'Export as CSV…'), seconds=3)


def test_separator():
    """That of the locale, unless somebody says otherwise; it is read again whichever it is."""
    file = make_folder() / 'users.csv'
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('page tab', 'Users')
        for steps, separator in (0, ','), (1, ';'), (2, '\t'):
            wait_until(lambda: open_menu(lanyard), 'the menu to stay open')
            lanyard.choose('Export as CSV…')
            lanyard.see_focus('text', 'Name:')
            lanyard.press('ctrl+a')
            lanyard.type(str(file))
            wait_until(lambda: lanyard.see('text', 'Name:').text() == str(file), 'the name to be typed')
            if steps:
                choose_separator(lanyard, steps)
            save(lanyard)
            wait_until(lambda: file.exists() and file.stat().st_size, 'the file to be saved')
            with file.open(encoding='utf-8-sig', newline='') as stream:
                rows = list(csv.DictReader(stream, delimiter=separator))
            assert 'Ada Okafor' in [row.get('full_name') for row in rows], rows[0]
            file.unlink()
            lanyard.see_no('text', 'Name:')
