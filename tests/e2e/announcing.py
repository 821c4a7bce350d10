# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever can’t see the window hears what happens in it."""

from driver import Lanyard, Sandbox
from driver.listener import Listener


def test_loading_and_searching():
    listener = Listener()
    with Sandbox() as sandbox:
        lanyard = Lanyard(SEAM_ENDPOINT=sandbox.endpoint, SEAM_API_KEY=sandbox.key)
        listener.hear(lanyard, '62 users')
        lanyard.type('okafor')
        listener.hear(lanyard, '1 of 62 users')
        lanyard.press('ctrl+2')
        listener.hear(lanyard, '119 credentials')
        lanyard.quit()


def test_outcomes():
    listener = Listener()
    with Sandbox() as sandbox:
        lanyard = Lanyard(SEAM_ENDPOINT=sandbox.endpoint, SEAM_API_KEY=sandbox.key)
        listener.hear(lanyard, '62 users')
        lanyard.type('okafor')
        lanyard.press('Return')
        lanyard.see_focus('push button', 'Assign Credential…')
        lanyard.press('Return')
        listener.hear(lanyard, '42 credentials')
        lanyard.press('Down')
        listener.hear(lanyard, 'Unassigned')
        lanyard.press('Return')
        listener.hear(lanyard, ' assigned to Ada Okafor')
        sandbox.add_fault('/acs/credentials/unassign', 'status', status=400)
        lanyard.press('ctrl+z')
        listener.hear(lanyard, ' could not be unassigned from Ada Okafor')
        lanyard.quit()


def test_trouble():
    listener = Listener()
    lanyard = Lanyard(SEAM_ENDPOINT='http://127.0.0.1:1', SEAM_API_KEY='seam_nobody1_key')
    listener.hear(lanyard, 'Can’t Reach Server')
    lanyard.quit()
