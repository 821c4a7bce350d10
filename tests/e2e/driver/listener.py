# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of what happens."""

from gi.repository import Gio, GLib

from .tree import connect_to_accessibility_bus
from .waiting import wait_until


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
