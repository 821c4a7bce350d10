# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever can't see the window is told what each control in it is called."""

import re

from driver import Failure, Lanyard, Sandbox

CLASS_NAME = re.compile('^(Gtk|Adw|Lanyard)[A-Z]')  # what GTK says of a widget without a name
CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'combo box', 'entry', 'text',
            'password text', 'list item', 'page tab', 'menu item', 'frame', 'dialog', 'progress bar'}


def is_choice_of_row(node):
    """What a row with choices shows of them is a list of one, within the row, whose label is read."""
    return node.role == 'list item' and any(up.role in ('list item', 'combo box') for up in node.ancestors())


def check_names(lanyard, view):
    unnamed = [str(node) for node in lanyard.find_all_showing(None, None)
               if node.role in CONTROLS and not is_choice_of_row(node)
               and (not node.name or CLASS_NAME.match(node.name) or '_' in node.name)]
    if unnamed:
        raise Failure(f'{view} has controls without a name: {", ".join(unnamed)}')


def test_connect_page():
    with Lanyard() as lanyard:
        lanyard.see('push button', 'Connect')
        check_names(lanyard, 'the connect page')
        lanyard.click('list item', 'Advanced')
        lanyard.see('text', 'Server')
        check_names(lanyard, 'the connect page with Advanced')


def test_offline_page():
    with Lanyard(SEAM_ENDPOINT='http://127.0.0.1:1', SEAM_API_KEY='seam_nobody1_key') as lanyard:
        lanyard.see('push button', 'Try Again')
        check_names(lanyard, 'the offline page')


def test_users():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        check_names(lanyard, 'the list of users')
        lanyard.open_user('Ada Okafor')
        lanyard.see('list item', re.compile(r'^Card 82\*'))
        check_names(lanyard, 'the page of a user')
        lanyard.click('push button', 'Assign Credential…')
        lanyard.see_focus('entry', 'Search Credentials')
        lanyard.see('list item', re.compile(r'^Card 23\*\*\*\*, Card, Unassigned'))
        check_names(lanyard, 'the picker')
        lanyard.press('Down', 'Return')
        lanyard.see_toast('Card 23**** assigned to Ada Okafor')
        lanyard.see('push button', 'Undo')
        check_names(lanyard, 'the toast')
        lanyard.press('ctrl+3')
        lanyard.see('list item', re.compile(' assigned to Ada Okafor'))
        check_names(lanyard, 'the activity')
        lanyard.search('Users', 'nobody of that name')
        lanyard.see('push button', 'Clear Search')
        check_names(lanyard, 'the list without a match')


def test_credentials():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_credential('Card 82****')
        check_names(lanyard, 'the page of a credential')
        lanyard.click('push button', 'Assign to User…')
        lanyard.see_focus('entry', 'Search Users')
        lanyard.see('list item', re.compile('^Emma Lindqvist, '))
        lanyard.press('Down', 'Return')
        lanyard.see('push button', 'Reassign')
        check_names(lanyard, 'the question')
        lanyard.close_dialogs()


def test_other_windows():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        lanyard.press('ctrl+3')
        lanyard.see('label', 'No Activity Yet')
        check_names(lanyard, 'the activity without any')
        lanyard.press('ctrl+comma')
        lanyard.see('list', 'Assigning')
        check_names(lanyard, 'the preferences')
        lanyard.close_dialogs()
        lanyard.press('ctrl+question')
        lanyard.see('label', 'Search the list')
        check_names(lanyard, 'the shortcuts')
        lanyard.close_dialogs()


def test_menus():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        for button, item in ('Main Menu', 'Preferences'), ('Filter and Sort', 'Newest First'):
            lanyard.click('push button', button)
            lanyard.see('menu item', item)
            check_names(lanyard, button)
            lanyard.press('Escape')
