# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility tree of an application, as it is at one moment."""

import functools
import re

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib

ROOT, NULL = '/org/a11y/atspi/accessible/root', '/org/a11y/atspi/null'
ACCESSIBLE, COMPONENT, TEXT = 'org.a11y.atspi.Accessible', 'org.a11y.atspi.Component', 'org.a11y.atspi.Text'
CACHE = 'org.a11y.atspi.Cache'
IN_WINDOW = 1
WHOLE_TEXT = GLib.Variant('(ii)', (0, GLib.MAXINT32))

STATES = {state.value_nick: int(state) for state in (
    Atspi.StateType.CHECKED, Atspi.StateType.FOCUSED, Atspi.StateType.PRESSED, Atspi.StateType.SELECTED,
    Atspi.StateType.SENSITIVE)}


class Gone(Exception):
    """The node, or the application, is not there any more."""


def connect_to_accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address, = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                 Gio.DBusCallFlags.NONE, -1, None).unpack()
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
        None, None)


# What newer versions of at-spi2 and GTK call it, and what it is called here.
OLDER_ROLES = {'button': 'push button', 'toggle button': 'push button', 'password text': 'text'}


@functools.cache
def name_role(role):
    name = Atspi.role_get_name(Atspi.Role(role))
    return OLDER_ROLES.get(name, name)


class Node:
    """One object of the tree, as it was when the tree was read."""

    def __init__(self, tree, path, told_parent, name, role, states, n_children, interfaces):
        self.tree, self.path, self.name = tree, path, name
        self.told_parent, self.has_place, self.has_text = told_parent, COMPONENT in interfaces, TEXT in interfaces
        self.role = name_role(role)
        self.n_children = n_children
        self.states = {state for state, bit in STATES.items() if states[0] >> bit & 1}
        self.parent, self.children = None, []

    def __str__(self):
        return f'{self.role} {self.name!r}'

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def toplevel(self):
        return next(node for node in [self, *self.ancestors()] if node.parent is self.tree.root)

    def surface(self):
        """What it is drawn on: a window, or a menu."""
        return next(node for node in [self, *self.ancestors()] if node.is_surface())

    def ancestors_on_surface(self):
        node = self
        while not node.is_surface():
            node = node.parent
            yield node

    def is_surface(self):
        return self.parent is self.tree.root or self.role == 'menu'

    def matches(self, role, name):
        if role is not None and self.role != role:
            return False
        if isinstance(name, re.Pattern):
            return name.search(self.name) is not None
        return name is None or self.name == name

    def extents(self):
        """x, y, width and height within the window; nothing has a size before it has been on the screen. Newer GTK has a
        window begin before its own border, and adds up places without the padding of what they are in: what it says is
        up to that too far to the left and to the top."""
        if not self.has_place:
            return 0, 0, 0, 0
        x, y, width, height = self.ask_extents()
        left, top, _, _ = self.toplevel().ask_extents()
        return x - left, y - top, width, height

    def aim(self):
        """Where in it to point at: its middle, and a little below where GTK says that it is higher than it is."""
        x, y, width, height = self.extents()
        return x + width // 2, y + height // 2 + self.tree.slack * min(height // 4, 9)

    def ask_extents(self):
        return self.tree.call(self.path, COMPONENT, 'GetExtents', GLib.Variant('(u)', (IN_WINDOW,)), '((iiii))')[0]

    def is_showing(self):
        """Whether it is on the screen. GTK's tree has the hidden pages of a stack and the rows beyond the edge of a
        list as well, so the window is asked what is to be seen where it should be."""
        x, y, width, height = self.extents()
        if width <= 0 or height <= 0 or not self.is_within_window(x + width // 2, y + height // 2):
            return False
        if self.tree.leaves_out_hidden:
            return all(up.has_on_it(x + width // 2, y + height // 2) for up in self.ancestors_on_surface() if up.has_place)
        hit = self.tree.pick(self.surface(), x + width // 2, y + height // 2)
        if hit:
            # Asking passes over what is insensitive.
            return self.is_around(hit) or ('sensitive' not in self.states and hit.is_around(self))
        # Decoration answers for nobody: there may be more to learn at a corner, or from what it is in.
        for corner in ((x + 2, y + 2), (x + width - 3, y + height - 3)):
            hit = self.tree.pick(self.surface(), *corner)
            if hit and not hit.is_around(self.parent):
                return self.is_around(hit)
        return self.is_surface() or self.parent.is_showing()

    def is_within_window(self, x, y):
        """What isn't on the screen any more keeps the place that it had, also when the window has become smaller."""
        _, _, width, height = self.toplevel().extents()
        return self.surface().role == 'menu' or (0 <= x < width and 0 <= y < height)

    def has_on_it(self, x, y):
        left, top, width, height = self.extents()
        return left <= x < left + width and top <= y < top + height

    def is_around(self, node):
        return node is self or self in node.ancestors()

    def text(self):
        """What an entry has in it."""
        return self.tree.call(self.path, TEXT, 'GetText', WHOLE_TEXT, '(s)')[0]

    def description(self):
        return self.tree.call(self.path, 'org.freedesktop.DBus.Properties', 'Get',
                              GLib.Variant('(ss)', (ACCESSIBLE, 'Description')), '(v)')[0]

    def set_text(self, text):
        """Also what no key can type into an entry."""
        self.tree.call(self.path, 'org.a11y.atspi.EditableText', 'SetTextContents', GLib.Variant('(s)', (text,)),
                       '(b)')

    def act(self):
        """Does what it is there for."""
        self.tree.call(self.path, 'org.a11y.atspi.Action', 'DoAction', GLib.Variant('(i)', (0,)), '(b)')


class Tree:
    """GTK hands out all that it has told about so far in one call, where asking each node of a long list takes a
    second; what it hasn't told about yet it is asked for."""

    def __init__(self, bus, owner):
        self.bus, self.owner, self.nodes = bus, owner, {}
        self.root = None
        self.leaves_out_hidden = self.ask_version() >= (4, 10)
        self.slack = 1 if self.leaves_out_hidden else 0  # how far a place may be off: see Node.extents()
        self.read()

    def call(self, path, interface, method, arguments=None, kind=None):
        try:
            return self.bus.call_sync(self.owner, path, interface, method, arguments, GLib.VariantType(kind),
                                      Gio.DBusCallFlags.NONE, 20000, None).unpack()
        except GLib.Error as error:
            raise Gone(f'{method} of {path}: {error.message}') from error

    def ask_version(self):
        """Of GTK. Since 4.10 its tree leaves out the hidden pages of a stack, but what is asked for at a point may be on
        one of them."""
        version, = self.call(ROOT, 'org.freedesktop.DBus.Properties', 'Get',
                             GLib.Variant('(ss)', ('org.a11y.atspi.Application', 'Version')), '(v)')
        return tuple(int(part) for part in version.split('.'))

    def read(self):
        """Until nothing has a child that hasn't been told about."""
        while True:
            items, = self.call('/org/a11y/atspi/cache', CACHE, 'GetItems', None, '(a((so)(so)(so)iiassusau))')
            told, self.nodes = {}, {}
            for (_, path), _, (owner, parent), index, n_children, interfaces, name, role, _, states in items:
                # The desktop has the root in it, and the same path.
                parent = parent if owner == self.owner else NULL
                self.nodes[path] = Node(self, path, parent, name, role, states, n_children, interfaces)
                told.setdefault(parent, []).append((index, path))
            self.root = self.nodes[ROOT]
            children = {path: [child for _, child in sorted(nodes)] for path, nodes in told.items()}
            children.update(self.ask_children([node for node in self.nodes.values()
                                               if self.is_to_be_asked(node, children)]))
            if self.link(self.root, children):
                return

    def is_to_be_asked(self, node, children):
        """What was told counts hidden children in and new ones out, so that each node with children is asked, but for
        those in the rows of long lists, which stay as they are."""
        n_told = len(children.get(node.path, []))
        if node.path == ROOT or node.n_children != n_told:
            return True
        if n_told == 0:
            return False
        while node and node.role != 'list item':
            node = self.nodes.get(node.told_parent)
        return not node

    def ask_children(self, nodes):
        """All at once: one after the other they would be waited for hundreds of times."""
        answers = {}

        def on_answer(bus, result, path):
            try:
                answers[path] = [child for _, child in bus.call_finish(result).unpack()[0]]
            except GLib.Error:
                answers[path] = []  # it has gone meanwhile

        for node in nodes:
            self.bus.call(self.owner, node.path, ACCESSIBLE, 'GetChildren', None, GLib.VariantType('(a(so))'),
                          Gio.DBusCallFlags.NONE, 20000, None, on_answer, node.path)
        while len(answers) < len(nodes):
            GLib.MainContext.default().iteration(True)
        return answers

    def link(self, node, children):
        """Gives a node its children, and says whether all of them are known."""
        paths = children.get(node.path, [])
        node.children = [self.nodes[path] for path in paths if path in self.nodes]
        for child in node.children:
            child.parent = node
        if not node.name and node.role in self.NAMED_ELSEWHERE:
            node.name = self.NAMED_ELSEWHERE[node.role](self, node)
        known = [self.link(child, children) for child in node.children]
        return len(node.children) == len(paths) and all(known)

    def find_title(self, node):
        """The title of a group of rows is the name of the list in it, or in a newer libadwaita of what is around it."""
        group = next((up for up in node.ancestors() if up.name), None)
        return group.name if group and group.role == 'grouping' else ''

    def read_label(self, node):
        """GTK 4.24 has the items of a menu labelled by something that itself has no name, but a text."""
        relations, = self.call(node.path, ACCESSIBLE, 'GetRelationSet', None, '(a(ua(so)))')
        for kind, targets in relations:
            if kind == int(Atspi.RelationType.LABELLED_BY):
                return ' '.join(self.call(path, TEXT, 'GetText', WHOLE_TEXT, '(s)')[0] for _, path in targets)
        return ''

    def read_text(self, node):
        """GTK 4.18 has a status named by nothing, while what it says is its text."""
        return node.text() if node.has_text else ''

    NAMED_ELSEWHERE = {'list': find_title, 'menu item': read_label, 'status bar': read_text}

    def pick(self, surface, x, y):
        """What is on the screen at a point of a surface; None where that has no node."""
        (_, path), = self.call(surface.path, COMPONENT, 'GetAccessibleAtPoint',
                               GLib.Variant('(iiu)', (x, y, IN_WINDOW)), '((so))')
        while path != NULL and path not in self.nodes:
            (_, path), = self.call(path, 'org.freedesktop.DBus.Properties', 'Get',
                                   GLib.Variant('(ss)', (ACCESSIBLE, 'Parent')), '(v)')
        return self.nodes.get(path)

    def find_all(self, role=None, name=None, within=None):
        return [node for node in (within or self.root).walk() if node.matches(role, name)]

    def dump(self):
        """A line for each node that is on the screen and has a name, indented as they are within each other."""
        lines = []

        def describe(node, depth):
            if node.name and node.is_showing():
                states = node.states - {'sensitive'} if 'sensitive' in node.states else node.states | {'insensitive'}
                lines.append('  ' * depth + ' '.join([str(node), *sorted(states)]))
                depth += 1
            for child in node.children:
                describe(child, depth)

        for window in self.root.children:
            describe(window, 0)
        return '\n'.join(lines)
