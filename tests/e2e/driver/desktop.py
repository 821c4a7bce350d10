# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop around Lanyard: its search, its launcher's menu, its notifications, its settings and keyring."""

import os
import subprocess
import threading

from gi.repository import Gio, GLib

from .waiting import wait_until

APP_ID = os.environ.get('LANYARD_APP_ID', 'io.github.lanyard_app.Lanyard')
PATH = '/' + APP_ID.replace('.', '/')
NOTIFICATIONS = '''<node><interface name="org.gtk.Notifications">
  <method name="AddNotification">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
  </method>
  <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>'''


def set_setting(name, value):
    subprocess.run(['gsettings', 'set', APP_ID, name, value], check=True)


def save_connection(sandbox, name):
    """Leaves settings and a key as Lanyard does that has been connected once."""
    workspace = sandbox.post('/workspaces/get')['workspace']['workspace_id']
    subprocess.run(['secret-tool', 'store', '--label=Lanyard', 'xdg:schema', f'{APP_ID}.Key', 'endpoint',
                    sandbox.endpoint, 'workspace', workspace], input=sandbox.key, text=True, check=True)
    set_setting('endpoint', sandbox.endpoint)
    set_setting('workspace-id', workspace)
    set_setting('connections', f"[('{sandbox.endpoint}', '{workspace}', '{name}', '', true)]")


class Desktop:
    def __init__(self, notifications=False):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.notifications = {}
        if notifications:
            threading.Thread(target=self.show_notifications, daemon=True).start()
            wait_until(lambda: self.has_owner('org.gtk.Notifications'), 'the notifications')

    def ask(self, name, path, interface, method, arguments, kind=None):
        return self.bus.call_sync(name, path, interface, method, arguments, GLib.VariantType(kind) if kind else None,
                                  Gio.DBusCallFlags.NO_AUTO_START, 20000, None).unpack()

    def has_owner(self, name):
        return self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
                        GLib.Variant('(s)', (name,)))[0]

    def wait_for_lanyard(self):
        wait_until(lambda: self.has_owner(APP_ID), 'lanyard on the message bus')

    def lock_keyring(self):
        secrets = '/org/freedesktop/secrets'
        self.ask('org.freedesktop.secrets', secrets, 'org.freedesktop.Secret.Service', 'Lock',
                 GLib.Variant('(ao)', ([f'{secrets}/collection/login', f'{secrets}/aliases/default'],)))

    # Its search, as GNOME Shell asks

    def ask_provider(self, method, arguments, kind=None):
        return self.ask(APP_ID, f'{PATH}/SearchProvider', 'org.gnome.Shell.SearchProvider2', method, arguments, kind)

    def search(self, *terms):
        return self.ask_provider('GetInitialResultSet', GLib.Variant('(as)', (terms,)), '(as)')[0]

    def metas(self, results):
        return self.ask_provider('GetResultMetas', GLib.Variant('(as)', (results,)), '(aa{sv})')[0]

    def activate_result(self, result):
        self.ask_provider('ActivateResult', GLib.Variant('(sasu)', (result, [], 0)))

    def launch_search(self, *terms):
        self.ask_provider('LaunchSearch', GLib.Variant('(asu)', (terms, 0)))

    # Its launcher's menu

    def activate_action(self, name):
        self.ask(APP_ID, PATH, 'org.freedesktop.Application', 'ActivateAction',
                 GLib.Variant('(sava{sv})', (name, [], {})))

    # Its notifications

    def on_notification(self, connection, sender, path, interface, method, arguments, invocation):
        if method == 'AddNotification':
            _, name, notification = arguments.unpack()
            self.notifications[name] = notification
        else:
            self.notifications.pop(arguments.unpack()[1], None)
        invocation.return_value(None)

    def show_notifications(self):
        context = GLib.MainContext()
        context.push_thread_default()
        address = Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION)
        bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        interface = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS).interfaces[0]
        bus.register_object('/org/gtk/Notifications', interface, self.on_notification)
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                      GLib.Variant('(su)', ('org.gtk.Notifications', 0)), None, Gio.DBusCallFlags.NONE, -1, None)
        GLib.MainLoop.new(context, False).run()

    def take_focus(self):
        """Another program's window, which has the keys until it is terminated."""
        return subprocess.Popen(['xmessage', 'Another window'])
