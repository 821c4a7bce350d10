# SPDX-License-Identifier: GPL-3.0-or-later
"""On Wayland: what the desktop asks for and what a screen reader can do are enough for the main job. The compositor of
these tests has no pointer and no keys."""

import re

from driver import Lanyard, Sandbox, wait_until
from driver.desktop import Desktop, save_connection, set_setting

ASSIGNED, UNASSIGNED = 'Card 23**** assigned to Ada Okafor', 'Card 23**** unassigned from Ada Okafor'


def test_main_job():
    with Sandbox() as sandbox:
        save_connection(sandbox, 'Aurora Demo')
        set_setting('search-provider', 'true')
        desktop, lanyard = Desktop(notifications=True), Lanyard()
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        card, user = sandbox.find_credential('Card 23****'), sandbox.find_user('Ada Okafor')

        desktop.activate_result(desktop.search('okafor', 'ada')[0])
        lanyard.see('push button', 'Assign Credential…').act()
        lanyard.see('entry', 'Search Credentials').set_text('Card 23****')
        lanyard.see('status bar', re.compile(r'^1 of \d+ credentials$'))
        lanyard.see('push button', 'Assign').act()
        lanyard.see('label', ASSIGNED)
        wait_until(lambda: sandbox.holder(card) == user, 'the card to be hers')

        lanyard.see('push button', 'Undo').act()
        lanyard.see('label', UNASSIGNED)
        wait_until(lambda: sandbox.holder(card) is None, "the card to be nobody's")
        lanyard.see('push button', 'Close').act()
        assert lanyard.wait() == 0
