# SPDX-License-Identifier: GPL-3.0-or-later
"""A list is imported from a file: what is clear is done, what isn’t is chosen in place."""

import os
import pathlib
import re

from driver import Lanyard, Sandbox, wait_until


def make_folder():
    folder = pathlib.Path(os.environ['HOME'], 'Documents')
    folder.mkdir()
    return folder


def find_free_cards(sandbox, system):
    return [card for card in sandbox.list('credentials')
            if card.get('card_number') and not card.get('acs_user_id') and card['acs_system_id'] == system]


def find_people(sandbox, system):
    return [user for user in sandbox.list('users') if user['acs_system_id'] == system and user.get('email_address')]


def open_file(lanyard, path):
    lanyard.press('F10')
    lanyard.choose('Import…')
    lanyard.see_focus('push button', 'Select File…')
    lanyard.press('Return')
    lanyard.see('push button', re.compile('Open'))
    lanyard.press('ctrl+l')
    lanyard.type(str(path))
    lanyard.press('Return')
    lanyard.see('label', 'Check what each column contains. No changes are made yet.')


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
            open_file(lanyard, file)
            lanyard.click('push button', 'Next')
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
