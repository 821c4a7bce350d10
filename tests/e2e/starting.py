# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program starts: what it is told, and what it can't do."""

import re

from driver import Lanyard, Sandbox, screen, wait_until

ADA = re.compile('^Ada Okafor, ')


def test_unknown_option():
    lanyard = Lanyard('--nonsense')
    assert lanyard.wait() == 1
    assert 'Unknown option --nonsense' in Lanyard.log.read_text()


def test_no_display():
    lanyard = Lanyard(DISPLAY='', WAYLAND_DISPLAY='')
    assert lanyard.wait() == 1
    assert Lanyard.log.read_text().strip() == 'lanyard: No display is available.'


def test_demo():
    with Lanyard('--demo') as lanyard:
        lanyard.see('label', 'Aurora Demo')
        lanyard.see('label', 'Demo')
        lanyard.click('list item', ADA)
        lanyard.see('push button', 'Assign Credential…')


def test_second_start_raises_the_first():
    with Lanyard() as first:
        first.see('push button', 'Explore the Demo')
        first.click('push button', 'Minimize')
        wait_until(lambda: screen.active_window() is None, 'the window to be minimised')
        second = Lanyard()
        assert second.wait() == 0
        wait_until(screen.active_window, 'the window to be raised')


def test_environment_saves_nothing():
    with Sandbox() as sandbox:
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('list item', ADA)
        with Lanyard() as lanyard:
            lanyard.see('push button', 'Connect')
            lanyard.click('list item', 'Advanced')
            wait_until(lambda: lanyard.see('text', 'Server').text() == 'https://connect.getseam.com',
                       'the usual server')
