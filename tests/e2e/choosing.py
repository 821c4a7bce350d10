# SPDX-License-Identifier: GPL-3.0-or-later
"""Many at once: chosen in a list, seen in a preview, done as one and undone as one."""

import re

from driver import Lanyard, Sandbox, wait_until

ASSIGN = '/acs/credentials/assign'
UNASSIGN = '/acs/credentials/unassign'


def find_holders(sandbox, keys=None):
    return {item['acs_credential_id']: item.get('acs_user_id') for item in sandbox.list('credentials')
            if keys is None or item['acs_credential_id'] in keys}


def choose_first(lanyard, view, first, n):
    """By keys, from the first row on."""
    lanyard.see('page tab', view)
    lanyard.press('ctrl+1' if view == 'Users' else 'ctrl+2')
    lanyard.click('list item', re.compile(f'^{re.escape(first)}, '))
    lanyard.press(*['shift+Down'] * (n - 1))
    lanyard.see('status bar', f'{n} {view.lower()} selected')


def open_preview(lanyard, action, button):
    """Returns how many changes it is about to make."""
    lanyard.click('push button', 'Actions')
    lanyard.choose(re.compile(f'^{action}'))
    name = lanyard.see('push button', re.compile(f'^{button} \\d+ Credentials$')).name
    return int(name.split()[1])


def test_forty_and_undo():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        # What is held through an identity comes back to the same person by their own id.
        keys = {item['acs_credential_id'] for item in sandbox.list('credentials') if not item.get('user_identity_id')}
        before = find_holders(sandbox, keys)
        choose_first(lanyard, 'Users', 'Ada Okafor', 40)
        n_held = open_preview(lanyard, 'Unassign All', 'Unassign')
        assert n_held > 40
        assert sandbox.count(UNASSIGN) == 0
        lanyard.click('push button', f'Unassign {n_held} Credentials')
        lanyard.see('label', f'{n_held} credentials unassigned')
        wait_until(lambda: sandbox.count(UNASSIGN) == n_held, 'all to be sent')

        # The same forty are still chosen, and are given one each.
        n_given = open_preview(lanyard, 'Assign Each a Free Credential', 'Assign')
        between = find_holders(sandbox)
        lanyard.click('push button', f'Assign {n_given} Credentials')
        lanyard.see('label', f'{n_given} credentials assigned')
        after = find_holders(sandbox)
        given = {key: user for key, user in after.items() if user != between[key]}
        assert len(given) == n_given
        assert len(set(given.values())) == n_given
        assert all(between[key] is None for key in given)

        lanyard.press('ctrl+z')
        lanyard.see('label', f'{n_given} credentials unassigned')
        lanyard.press('ctrl+z')
        lanyard.see('label', f'{n_held} credentials assigned')
        wait_until(lambda: find_holders(sandbox, keys) == before, 'all to be as it was')


def test_left_out():
    """What is left out in the preview is not done, and closing it does nothing at all."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        choose_first(lanyard, 'Users', 'Ada Okafor', 2)
        n_held = open_preview(lanyard, 'Unassign All', 'Unassign')
        lanyard.press('Escape')
        lanyard.see_no('push button', f'Unassign {n_held} Credentials')
        assert sandbox.count(UNASSIGN) == 0
        open_preview(lanyard, 'Unassign All', 'Unassign')
        lanyard.click('list item', re.compile(r'^Card 82\*\*\*\*, Assigned to Ada Okafor'))
        lanyard.click('push button', f'Unassign {n_held - 1} Credentials')
        lanyard.see('label', f'{n_held - 1} credentials unassigned')
        assert sandbox.holder(sandbox.find_credential('Card 82****')) == sandbox.find_user('Ada Okafor')


def test_by_keys_alone():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        lanyard.press('Home', 'shift+Tab')
        lanyard.see_focus('push button', 'Select Multiple')
        lanyard.press('space')
        lanyard.see('status bar', 'No users selected')
        lanyard.press('space', 'Down', 'Down', 'space')
        lanyard.see('status bar', '2 users selected')
        # What is searched for hides one of them, and that is said.
        lanyard.press('ctrl+f')
        lanyard.type('ada okafor')
        lanyard.see('status bar', '1 of them is not shown')
        lanyard.press('Escape')
        lanyard.see_focus('list', 'Users')
        lanyard.see_no('status bar', '1 of them is not shown')
        lanyard.tab_to('push button', 'Actions')
        lanyard.press('space')
        lanyard.choose(re.compile('^Unassign All'))
        button = lanyard.see('push button', re.compile(r'^Unassign \d+ Credentials$')).name
        lanyard.tab_to('push button', button)
        lanyard.press('space')
        lanyard.see('label', re.compile(r'^\d+ credentials unassigned$'))
        wait_until(lambda: sandbox.count(UNASSIGN) == int(button.split()[1]), 'all to be sent')
        lanyard.press('Escape')
        lanyard.see_no('status bar', '2 users selected')
