# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/test-flatpak has Lanyard do between installing, updating and installing it again. The workspace stays
the same all along: LANYARD_TEST_ENDPOINT and LANYARD_TEST_KEY say which."""

import os
import re
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

    def has(self, name):
        """Whether somebody has the card, once what was asked for is done."""
        card, user = self.find_credential('Card 23****'), name and self.find_user(name)
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


def open_again():
    """No key is asked for, and the view is the one that it was closed on."""
    lanyard = Lanyard()
    lanyard.see('list item', CREDENTIAL)
    return lanyard


def test_after_update():
    workspace = Workspace()
    wait_until(workspace.has('Ada Okafor'), 'the card to be hers still')
    lanyard = open_again()
    lanyard.press('ctrl+z')
    lanyard.see('label', 'Card 23**** unassigned from Ada Okafor')
    wait_until(workspace.has(None), 'what the older one did to be undone')
    lanyard.quit()


def test_after_bundle():
    workspace = Workspace()
    wait_until(workspace.has(None), 'the card to be nobody\'s still')
    lanyard = open_again()
    lanyard.press('ctrl+z')
    lanyard.see('label', 'Card 23**** assigned to Ada Okafor')
    wait_until(workspace.has('Ada Okafor'), 'what the one before did to be undone')
    lanyard.quit()


def test_demo():
    lanyard = Lanyard('--demo')
    lanyard.see('list item', ADA)
    lanyard.quit()


def measure_start(program):
    """Seconds from starting it until its window is on the screen."""
    begin = time.monotonic()
    process = subprocess.Popen([program, '--demo'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'lanyard'], stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL).returncode:
        assert process.poll() is None and time.monotonic() < begin + 60, f'{program} shows no window'
        time.sleep(0.005)
    took = time.monotonic() - begin
    process.terminate()
    process.wait()
    wait_until(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'lanyard'],
                                      stdout=subprocess.DEVNULL).returncode, 'the window to be gone')
    return took


def test_start():
    for what, program in [('installed', os.environ['LANYARD']), ('plain build', os.environ['LANYARD_PLAIN'])]:
        times = [measure_start(program) for _ in range(7)]
        print(f'# start of the {what}: {statistics.median(times):.2f} s until the window is there'
              f' ({min(times):.2f} to {max(times):.2f})')
