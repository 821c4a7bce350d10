# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/test-flatpak has Lanyard do between installing, updating and installing it again. The workspace stays
the same all along: LANYARD_TEST_ENDPOINT and LANYARD_TEST_KEY say which."""

import contextlib
import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import time

from driver import Lanyard, Sandbox, wait_until

ADA = re.compile('^Ada Okafor, ')
FREE_CARD = re.compile(r'^Card 23\*\*\*\*, Card, Unassigned')
HER_CARD = re.compile(r'^Card 23\*\*\*\*, •••• ')
CREDENTIAL = re.compile(r'^Card 10\*\*\*\*, Card, ')


class Workspace(Sandbox):
    """The one that runs already."""

    def __init__(self):
        self.endpoint, self.key = os.environ['LANYARD_TEST_ENDPOINT'], os.environ['LANYARD_TEST_KEY']

    def has(self, name, card='Card 23****'):
        """Whether somebody has a card, or nobody."""
        card, user = self.find_credential(card), name and self.find_user(name)
        return lambda: self.holder(card) == user


def connect(lanyard, workspace):
    lanyard.see_focus('list item', re.compile('API Key'))
    lanyard.type(workspace.key)
    lanyard.click('list item', 'Advanced')
    lanyard.click('list item', re.compile('^Server'))
    lanyard.press('ctrl+a')
    lanyard.type(workspace.endpoint)
    lanyard.click('push button', 'Connect')


def assign(lanyard):
    lanyard.click('push button', 'Assign Credential…')
    lanyard.click('list item', FREE_CARD)
    lanyard.click('push button', 'Assign')
    lanyard.see('label', 'Card 23**** assigned to Ada Okafor')


def test_connect_and_assign():
    workspace = Workspace()
    lanyard = Lanyard()
    connect(lanyard, workspace)
    lanyard.click('list item', ADA)
    assign(lanyard)
    wait_until(workspace.has('Ada Okafor'), 'the card to be hers')
    lanyard.click('push button', 'Unassign', within=('list item', HER_CARD))
    lanyard.see('label', 'Card 23**** unassigned from Ada Okafor')
    wait_until(workspace.has(None), "the card to be nobody's")
    lanyard.click('push button', 'Undo')
    lanyard.see('list item', HER_CARD)
    wait_until(workspace.has('Ada Okafor'), 'the card to be hers again')
    lanyard.press('alt+2')
    lanyard.see('list item', CREDENTIAL)
    lanyard.quit()


def count_entries():
    """How many operations the journal has that were done."""
    path = pathlib.Path.home() / '.var/app/io.github.lanyard_app.Lanyard/data/lanyard/journal.sqlite'
    with contextlib.closing(sqlite3.connect(path.as_uri() + '?mode=ro', uri=True)) as journal:
        (number,), = journal.execute('SELECT count (*) FROM entry WHERE closed_at IS NOT NULL')
    return number


def open_again(n_entries):
    """No key is asked for, the view is the one that it was closed on, and what was done is known and goes on."""
    workspace = Workspace()
    assert count_entries() == n_entries
    lanyard = Lanyard()
    lanyard.click('list item', CREDENTIAL)
    lanyard.click('push button', 'Unassign')
    wait_until(workspace.has(None, 'Card 10****'), "the card to be nobody's")
    lanyard.click('push button', 'Undo')
    wait_until(workspace.has('Björn Åkesson', 'Card 10****'), 'the card to be his again')
    lanyard.see('list item', CREDENTIAL)
    lanyard.quit()
    assert count_entries() == n_entries + 2


def test_after_update():
    open_again(3)


def test_after_bundle():
    open_again(5)


def test_demo():
    lanyard = Lanyard('--demo')
    lanyard.see('list item', ADA)
    lanyard.quit()


def has_window():
    """Whether a window of Lanyard is on the screen; a window that goes while it is looked for is none."""
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'lanyard'], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode == 0


def measure_start(program):
    """Seconds from starting it until its window is on the screen."""
    begin = time.monotonic()
    process = subprocess.Popen([program, '--demo'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not has_window():
        assert process.poll() is None and time.monotonic() < begin + 60, f'{program} shows no window'
        time.sleep(0.005)
    took = time.monotonic() - begin
    process.terminate()
    process.wait()
    wait_until(lambda: not has_window(), 'the window to be gone')
    return took


def test_start():
    for what, program in [('installed', os.environ['LANYARD']), ('plain build', os.environ['LANYARD_PLAIN'])]:
        times = [measure_start(program) for _ in range(7)]
        print(f'# start of the {what}: {statistics.median(times):.2f} s until the window is there'
              f' ({min(times):.2f} to {max(times):.2f})')
