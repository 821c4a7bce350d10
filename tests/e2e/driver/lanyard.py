# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanyard itself: the real program, started, seen, used and closed."""

import os
import pathlib
import re
import subprocess

from gi.repository import Gio, GLib

from . import screen
from .tree import ACCESSIBLE, ROOT, Gone, Tree, connect_to_accessibility_bus
from .waiting import Failure, wait_until


# More than a window has places for the focus.
MANY_TABS = 60


class Lanyard:
    log = pathlib.Path(os.devnull)  # where what they write goes
    running = []

    def __init__(self, *arguments, **environment):
        self.bus = connect_to_accessibility_bus()
        self.owner = None
        with self.log.open('ab') as output:
            self.program = subprocess.Popen([os.environ['LANYARD'], *arguments], stdin=subprocess.DEVNULL,
                                            stdout=output, stderr=output, env={**os.environ, **environment},
                                            start_new_session=True)
        self.running.append(self)

    @classmethod
    def on(cls, sandbox, **environment):
        """Opens a sandbox's workspace for this run."""
        return cls(SEAM_ENDPOINT=sandbox.endpoint, SEAM_API_KEY=sandbox.key, **environment)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None and self in self.running:
            self.quit()

    # What is on the screen

    def ask_bus(self, name, path, interface, method, arguments=None):
        return self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, -1,
                                  None).unpack()[0]

    def find_owner(self):
        """The name of this process on the accessibility bus, or of the one that speaks for it when it is in a sandbox;
        None as long as it isn't there."""
        for owner, _ in self.ask_bus('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren'):
            process = self.ask_bus('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                   'GetConnectionUnixProcessID', GLib.Variant('(s)', (owner,)))
            if os.getsid(process) == self.program.pid:
                return owner
        return None

    def tree(self):
        """All that it shows a screen reader; None before it does."""
        if self.program.poll() is not None:
            raise Failure(f'lanyard has ended with {self.program.returncode}')
        self.owner = self.owner or self.find_owner()
        try:
            return Tree(self.bus, self.owner) if self.owner else None
        except Gone:
            return None

    def find_all_showing(self, role, name, within=None):
        tree = self.tree()
        for node in tree.find_all(role, name) if tree else []:
            try:
                if node.is_showing() and (within is None or any(up.matches(*within) for up in node.ancestors())):
                    yield node
            except Gone:
                pass

    def find_showing(self, role, name, within=None):
        return next(self.find_all_showing(role, name, within), None)

    def see(self, role, name, within=None):
        """Waits until something is on the screen: a role, a name (or a pattern), within a (role, name)."""
        return wait_until(lambda: self.find_showing(role, name, within), f'the {role} {name!r}')

    def see_toast(self, text):
        """Keeps it, as it doesn't go while it is pointed at, and what is done next may take longer than it stays."""
        screen.point(*wait_until(lambda: self.find_click('label', text, None), f'the toast {text!r}'))

    def see_no(self, role, name, within=None):
        wait_until(lambda: self.find_showing(role, name, within) is None, f'the {role} {name!r} to go')

    def see_focus(self, role, name):
        """Waits until the keys go there."""
        wait_until(lambda: self.has_focus(role, name), f'the focus on the {role} {name!r}')

    def find_focused(self):
        """What has the keys in each window."""
        tree = self.tree()
        return [node for node in tree.find_all() if 'focused' in node.states] if tree else []

    def has_focus(self, role, name):
        return any(up.matches(role, name) for node in self.find_focused() for up in (node, *node.ancestors()))

    # What is done to it

    def find_place(self, node):
        """Where to click on it, when it is at rest, and in the window that has the keys."""
        extents, (_, _, width, height) = node.extents(), node.toplevel().extents()
        window = screen.active_window()
        frame = window[2] - width if window else -1
        if not 0 <= frame <= 2 * screen.FRAME or window[3] - height != frame:
            return None
        if not node.is_showing() or node.extents() != extents:
            return None
        x, y = node.aim()
        return window[0] + frame // 2 + x, window[1] + frame // 2 + y

    def find_click(self, role, name, within):
        for node in self.find_all_showing(role, name, within):
            try:
                place = self.find_place(node) if 'sensitive' in node.states else None
            except Gone:
                return None
            if place:
                return place
        return None

    def click(self, role, name, within=None):
        screen.click(*wait_until(lambda: self.find_click(role, name, within), f'a click on the {role} {name!r}'))

    def choose(self, item):
        """From the menu that is open, as a screen reader does it: GTK 4.8 doesn't say where on the screen it is."""
        self.see('menu item', item).act()
        self.see_no('menu item', item)

    def search(self, view, text):
        """Has a view, 'Users' or 'Credentials', list what matches."""
        self.see('page tab', view)
        self.press('ctrl+1' if view == 'Users' else 'ctrl+2', 'ctrl+f')
        self.see_focus('entry', f'Search {view}')
        self.press('ctrl+a')
        self.type(text)

    def open_user(self, name):
        self.search('Users', name)
        self.click('list item', re.compile(f'^{re.escape(name)}, '))
        self.see('push button', 'Assign Credential…')

    def assign(self, user, card):
        """Gives somebody a card that nobody has: from their page, with the picker."""
        self.open_user(user)
        self.click('push button', 'Assign Credential…')
        self.see_focus('entry', 'Search Credentials')
        self.type(card)
        self.click('list item', re.compile(f'^{re.escape(card)}, Card, Unassigned'))
        self.click('push button', 'Assign')

    def open_credential(self, name):
        self.search('Credentials', name)
        self.click('list item', re.compile(f'^{re.escape(name)}, '))
        self.see('list', 'Assigned To')

    def export(self, kind, path):
        """Has the activity saved as a file, CSV or JSON, by typing its name."""
        self.see('page tab', 'Activity')
        self.press('ctrl+3')
        self.click('push button', 'Export')
        self.choose(f'Export as {kind}…')
        self.see_focus('text', 'Name:')
        self.press('ctrl+a')
        self.type(str(path))
        wait_until(lambda: self.see('text', 'Name:').text() == str(path), 'the name to be typed')
        self.press('Return')

    def open_card_reader_page(self):
        """Of the preferences, by keys: libadwaita 1.10 adds up the place of their tabs twice."""
        self.press('ctrl+comma')
        self.see('page tab', 'General')
        self.tab_to('page tab', 'General')
        self.press('Right')
        self.see_focus('page tab', 'Card Reader')
        self.press('space')

    def tab_to(self, role, name):
        """Goes there as those do who use no pointer."""
        def find_paths():
            return {node.path for node in self.find_focused()}
        for _ in range(MANY_TABS):
            if self.has_focus(role, name):
                return
            before = find_paths()
            self.press('Tab')
            wait_until(lambda: find_paths() - before, 'the focus to move')
        raise Failure(f'the focus never gets to the {role} {name!r}')

    def press(self, *keys):
        screen.press(*keys)

    def type(self, text):
        """ASCII only: xdotool has to change the keyboard's map for anything else, which programs notice late."""
        screen.type_text(text)

    def close_dialogs(self):
        """Escape closes one at a time, until only the main window is left."""
        def is_alone():
            if len(self.tree().root.children) == 1:
                return True
            self.press('Escape')
            return False
        wait_until(is_alone, 'the dialogs to close')

    # How it ends

    def wait(self):
        """Waits until it has ended by itself, and returns its exit status."""
        def has_ended():
            return self.program.poll() is not None
        wait_until(has_ended, 'lanyard to end')
        self.running.remove(self)
        return self.program.returncode

    def quit(self):
        self.press('ctrl+q')
        status = self.wait()
        if status != 0:
            raise Failure(f'lanyard has ended with {status}')

    def kill(self):
        self.program.kill()
        self.program.wait()
        self.running.remove(self)
