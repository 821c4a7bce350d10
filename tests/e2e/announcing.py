# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever can't see the window hears what happens in it: the window takes a name that says so, and is read out."""

from gi.repository import Gio, GLib

from driver import Lanyard, Sandbox, wait_until
from driver.tree import connect_to_accessibility_bus


class Listener:
    """Keeps all the names that things take, and for each where it was taken."""

    def __init__(self):
        self.names = []
        self.bus = connect_to_accessibility_bus()
        self.bus.signal_subscribe(None, 'org.a11y.atspi.Event.Object', 'PropertyChange', None, 'accessible-name',
                                  Gio.DBusSignalFlags.NONE, self.on_name)

    def on_name(self, _bus, _sender, path, _interface, _signal, parameters):
        self.names.append((path, parameters.unpack()[3]))

    def hear(self, lanyard, text):
        """Waits until a window has been named so since the last time."""
        def was_named():
            while GLib.MainContext.default().iteration(False):
                pass
            paths = [path for path, name in self.names if text in str(name)]
            tree = lanyard.tree() if paths else None
            return tree and any(window.path in paths for window in tree.root.children)
        wait_until(was_named, f'“{text}” to be said')
        self.names.clear()


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
    listener.hear(lanyard, 'Can’t Reach the Server')
    lanyard.quit()
