# SPDX-License-Identifier: GPL-3.0-or-later
"""As narrow as a phone: one page at a time, and everything can still be done."""

import re

from driver import Lanyard, Sandbox, screen, wait_until

ADA = re.compile('^Ada Okafor, ')
FREE_CARD = re.compile(r'^Card 23\*\*\*\*, Card, Unassigned')


def be_narrow(lanyard):
    """As somebody does who drags its edge: it leaves out more, the narrower it has become."""
    def is_narrow():
        screen.run('xdotool', 'getactivewindow', 'windowsize', '370', '700')
        return lanyard.find_showing('list item', ADA) and screen.active_window()[2] == 370
    lanyard.see('list item', ADA)
    wait_until(is_narrow, 'a narrow window')


def check_fits(lanyard):
    """Nothing that can be used reaches beyond the window."""
    window = lanyard.see('frame', None)
    width = window.extents()[2]
    for node in lanyard.find_all_showing(None, None):
        if node.role in ('push button', 'entry', 'list item', 'label'):
            x, _, node_width, _ = node.extents()
            assert x >= -node.tree.slack and x + node_width <= width, f'{node} is at {x} to {x + node_width} of {width}'


def test_main_job():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        be_narrow(lanyard)
        check_fits(lanyard)
        lanyard.click('list item', ADA)
        lanyard.see('push button', 'Assign Credential…')
        lanyard.see_no('list', 'Users')
        check_fits(lanyard)
        lanyard.click('push button', 'Assign Credential…')
        lanyard.see_focus('entry', 'Search Credentials')
        lanyard.see('list item', FREE_CARD)
        lanyard.press('Down', 'Return')
        lanyard.see_toast('Card 23**** assigned to Ada Okafor')
        check_fits(lanyard)
        lanyard.click('push button', 'Undo')
        lanyard.see('label', 'Card 23**** unassigned from Ada Okafor')
        lanyard.click('push button', re.compile('^Back'))
        lanyard.see('list item', ADA)


def test_by_keys():
    """The first page that is opened has its first thing focused, too: what it shows has no place yet."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        be_narrow(lanyard)
        lanyard.type('ada oka')
        lanyard.see('status bar', '1 of 62 users')
        lanyard.press('Return')
        lanyard.see_focus('push button', 'Assign Credential…')
