# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of what happens."""

from gi.repository import Gio, GLib

from .tree import connect_to_accessibility_bus
from .waiting import wait_until

EVENTS = 'org.a11y.atspi.Event.Object'


class Listener:
    """Keeps what is announced, by whom, and the names that things take, and for each where it was taken."""

    def __init__(self):
        self.names, self.announcements = [], []
        self.bus = connect_to_accessibility_bus()
        self.bus.signal_subscribe(None, EVENTS, 'PropertyChange', None, 'accessible-name',
                                  Gio.DBusSignalFlags.NONE, self.on_name)
        self.bus.signal_subscribe(None, EVENTS, 'Announcement', None, None,
                                  Gio.DBusSignalFlags.NONE, self.on_announcement)

    def on_name(self, _bus, _sender, path, _interface, _signal, parameters):
        self.names.append((path, parameters.unpack()[3]))

    def on_announcement(self, _bus, sender, _path, _interface, _signal, parameters):
        self.announcements.append((sender, parameters.unpack()[3]))

    def hear(self, lanyard, text):
        """Waits until it has been said since the last time: announced, or by GTK before 4.14 as a window's new name."""
        def was_said():
            while GLib.MainContext.default().iteration(False):
                pass
            if any(sender == lanyard.owner and text in said for sender, said in self.announcements):
                return True
            paths = [path for path, name in self.names if text in str(name)]
            tree = lanyard.tree() if paths or not lanyard.owner else None
            return tree and any(window.path in paths for window in tree.root.children)
        wait_until(was_said, f'“{text}” to be said')
        self.names.clear()
        self.announcements.clear()
