# SPDX-License-Identifier: GPL-3.0-or-later
"""A list is imported from a file: what is clear is done, what isn’t is chosen in place."""

import os
import pathlib
import re

from driver import Lanyard, Sandbox, comes, wait_until

SOON = 5


def make_folder():
    folder = pathlib.Path(os.environ['HOME'], 'Documents')
    folder.mkdir()
    return folder


def find_free_cards(sandbox, system):
    return [card for card in sandbox.list('credentials')
            if card.get('card_number') and not card.get('acs_user_id') and card['acs_system_id'] == system]


def find_people(sandbox, system):
    return [user for user in sandbox.list('users') if user['acs_system_id'] == system and user.get('email_address')]


def is_asked(lanyard):
    return lanyard.has_focus(None, 'Select File')


def is_selected(lanyard, path):
    """Rather than another that was used before."""
    return any('selected' in node.states and any(part.name.startswith(path.name) for part in node.walk())
               for node in lanyard.tree().find_all())


def choose_file(lanyard, path):
    """By its name. The dialog may still be reading which files are recent, and forget what was typed meanwhile; GTK 4.8
    may be looking for what the name could be; GTK 4.24 goes to the folder and selects the file there."""
    lanyard.press('ctrl+l')
    if comes(lambda: lanyard.has_focus('text', re.compile('')), SOON):
        lanyard.press('ctrl+a')
        lanyard.type(str(path))
        lanyard.press('Return')
    if comes(lambda: not is_asked(lanyard), SOON):
        return True
    button = lanyard.find_showing('push button', 'Open')
    if button is not None and is_selected(lanyard, path):
        button.act()
    return comes(lambda: not is_asked(lanyard), SOON)


def open_file(lanyard, path):
    lanyard.press('F10')
    lanyard.choose('Import…')
    lanyard.see_focus('push button', 'Select File…')
    lanyard.press('Return')
    wait_until(lambda: is_asked(lanyard), 'the file dialog')
    wait_until(lambda: choose_file(lanyard, path), 'the file to be chosen')


def match_file(lanyard, path):
    open_file(lanyard, path)
    lanyard.see('label', 'Check what each column contains. No changes are made yet.')
    lanyard.click('push button', 'Next')


def test_with_a_row_to_fix():
    """Two people have the same name; a third row can't be done. The same file changes nothing the second time."""
    file = make_folder() / 'tenants.csv'
    with Sandbox() as sandbox:
        system = sandbox.list('credentials')[0]['acs_system_id']
        ada, twin, other = find_people(sandbox, system)[:3]
        free, second = find_free_cards(sandbox, system)[:2]
        name = {'full_name': ada['full_name'], 'display_name': ada['display_name']}
        sandbox.post('/_sandbox/set', acs_user_id=twin['acs_user_id'], members=name)
        file.write_text('Name;Kartennummer\r\n'
                        f'{ada["full_name"]};="{free["card_number"]}"\r\n'
                        f'{other["full_name"]};="{second["card_number"]}"\r\n'
                        f'{other["full_name"]};1,2E+11\r\n', encoding='utf-8')
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('page tab', 'Users')
            match_file(lanyard, file)
            lanyard.see('label', '1 will be changed · 1 needs a choice · 1 can’t be done')
            lanyard.see('label', 'More than one user matches')
            lanyard.see('label', re.compile('^A spreadsheet rounded the card number'))
            lanyard.click('push button', 'Choose')
            lanyard.choose(re.compile(re.escape(ada['email_address'])))
            lanyard.see('label', '2 will be changed · 1 can’t be done')
            assert sandbox.holder(free['acs_credential_id']) is None
            lanyard.click('push button', 'Assign 2 Credentials')
            wait_until(lambda: sandbox.holder(second['acs_credential_id']) is not None, 'the last one to be assigned')
            assert sandbox.count('/acs/credentials/assign') == 2
            lanyard.see_no('push button', 'Pause')
            match_file(lanyard, file)
            lanyard.see('label', '1 can’t be done · 2 already done')
            assert 'sensitive' not in lanyard.see('push button', 'Assign').states
            lanyard.close_dialogs()
        assert sandbox.count('/acs/credentials/assign') == 2


def pick(lanyard, search, typed, item):
    """Of all that there are, with the window that does so elsewhere."""
    lanyard.click('push button', 'Choose…')
    lanyard.see_focus('entry', search)
    lanyard.type(typed)
    lanyard.click('list item', item)
    lanyard.click('push button', 'Choose')


def test_that_matches_nothing():
    """Somebody who is not listed under that name, and a card that there isn't: another is chosen in place."""
    file = make_folder() / 'tenants.csv'
    with Sandbox() as sandbox:
        system = sandbox.list('credentials')[0]['acs_system_id']
        ada, other = find_people(sandbox, system)[:2]
        free, second = find_free_cards(sandbox, system)[:2]
        file.write_text('Email,Card\n'
                        f'somebody.else@example.org,="{free["card_number"]}"\n'
                        f'{other["email_address"]},="424242424"\n', encoding='utf-8')
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('page tab', 'Users')
            match_file(lanyard, file)
            lanyard.see('label', '1 needs a choice · 1 can’t be done')
            lanyard.see('label', 'No user matches')
            lanyard.see('label', re.compile('^No credential matches'))
            pick(lanyard, 'Search Users', ada['email_address'], re.compile(f'^{re.escape(ada["full_name"])}, '))
            lanyard.see('label', '1 will be changed · 1 can’t be done')
            pick(lanyard, 'Search Credentials', second['card_number'], re.compile(', Card, Unassigned'))
            lanyard.see('label', '2 will be changed')
            assert sandbox.count('/acs/credentials/assign') == 0
            lanyard.click('push button', 'Assign 2 Credentials')
            wait_until(lambda: sandbox.holder(second['acs_credential_id']) is not None, 'the last one to be assigned')
            assert sandbox.holder(free['acs_credential_id']) == ada['acs_user_id']
            assert sandbox.holder(second['acs_credential_id']) == other['acs_user_id']


def export_list(lanyard, path):
    lanyard.click('push button', 'Filter and Sort')
    lanyard.choose('Export as CSV…')
    lanyard.see_focus('text', 'Name:')
    lanyard.press('ctrl+a')
    lanyard.type(str(path))
    wait_until(lambda: lanyard.see('text', 'Name:').text() == str(path), 'the name to be typed')
    lanyard.press('Return')
    lanyard.see('label', f'Saved as {path.name}')


def test_of_what_was_exported():
    """Nothing is to be changed by it, whatever names begin with."""
    file = make_folder() / 'list.csv'
    with Sandbox() as sandbox:
        for user, name in zip(sandbox.list('users'), ("'Ada", '=cmd|calc', '-1', '+44', '@home', '="0012"')):
            sandbox.post('/_sandbox/set', acs_user_id=user['acs_user_id'], members={'full_name': name})
        with Lanyard.on(sandbox) as lanyard:
            lanyard.search('Credentials', '')
            export_list(lanyard, file)
            match_file(lanyard, file)
            lanyard.see('label', 'Nothing to change')
            assert 'sensitive' not in lanyard.see('push button', 'Assign').states
            lanyard.close_dialogs()


def test_not_a_table():
    """It is said why, with the line, and another file can be selected."""
    file = make_folder() / 'list.csv'
    contents = {
        'It is not a text file': b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
        'There are no rows to import': b'',
        'Line 3: A quotation mark is opened but never closed': b'name,card\nAda,1\n"Ben,2\n' + b'Eve,3\n' * 1000,
        'Spreadsheet files can’t be imported': b'PK\3\4' + bytes(100) + b'[Content_Types].xml' + bytes(100),
    }
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('page tab', 'Users')
        for text, content in contents.items():
            file.write_bytes(content)
            open_file(lanyard, file)
            lanyard.see('label', re.compile(f'^{re.escape(text)}'))
            lanyard.close_dialogs()
        assert sandbox.count('/acs/credentials/assign') == 0
