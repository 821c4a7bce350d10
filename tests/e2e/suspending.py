# SPDX-License-Identifier: GPL-3.0-or-later
"""A user is suspended, and restored: from their page, by undo, and where the server or somebody else is in the way."""

import re

from driver import Lanyard, Sandbox, record, wait_until

SUSPEND = '/acs/users/suspend'
UNSUSPEND = '/acs/users/unsuspend'


def is_suspended(sandbox, user):
    return next(item for item in sandbox.list('users') if item['acs_user_id'] == user)['is_suspended']


def wait_for(sandbox, user, suspended):
    wait_until(lambda: is_suspended(sandbox, user) == suspended, f'the user to be {"" if suspended else "not "}suspended')


def find_button(lanyard):
    """It is at the end of the page, below the edge of the window."""
    return wait_until(lambda: next(iter(lanyard.tree().find_all('push button', 'Suspend')), None), 'the button')


def test_suspend_and_undo():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        user = sandbox.find_user('Ada Okafor')
        lanyard.open_user('Ada Okafor')
        find_button(lanyard).act()
        lanyard.see('label', 'Ada Okafor suspended')
        lanyard.see('push button', 'Restore Access')
        lanyard.see_no('push button', 'Suspend')
        wait_for(sandbox, user, True)
        lanyard.click('push button', 'Undo')
        lanyard.see('label', 'Access restored for Ada Okafor')
        find_button(lanyard)
        lanyard.see_no('push button', 'Restore Access')
        wait_for(sandbox, user, False)
        assert sandbox.count(SUSPEND) == 1 and sandbox.count(UNSUSPEND) == 1
    kinds = [(entry['kind'], entry['outcome'], entry['before'], entry['after']) for entry in record.read_entries()]
    assert kinds == [('suspend', record.DONE, '{"is_suspended":false}', '{"is_suspended":true}'),
                     ('restore', record.DONE, '{"is_suspended":true}', '{"is_suspended":false}')], kinds


def test_restore_and_undo_by_key():
    with Sandbox() as sandbox:
        user = sandbox.find_user('Ada Okafor')
        sandbox.post('/_sandbox/set', acs_user_id=user, suspended=True)
        with Lanyard.on(sandbox) as lanyard:
            lanyard.open_user('Ada Okafor')
            lanyard.click('push button', 'Restore Access')
            lanyard.see('label', 'Access restored for Ada Okafor')
            wait_for(sandbox, user, False)
            lanyard.press('ctrl+z')
            lanyard.see('label', 'Ada Okafor suspended')
            wait_for(sandbox, user, True)


def test_activity_leads_to_the_person():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_user('Ada Okafor')
        find_button(lanyard).act()
        lanyard.see('push button', 'Restore Access')
        lanyard.press('ctrl+3')
        lanyard.click('list item', re.compile('^Ada Okafor suspended'))
        lanyard.click('push button', 'User, Ada Okafor')
        lanyard.see('push button', 'Restore Access')


def test_refused():
    """An access system that can't: it says so, and nothing is claimed."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        user = sandbox.find_user('Ada Okafor')
        sandbox.add_fault(SUSPEND, 'status', status=400)
        lanyard.open_user('Ada Okafor')
        find_button(lanyard).act()
        lanyard.see_toast(re.compile('^Ada Okafor could not be suspended'))
        find_button(lanyard)
        assert not is_suspended(sandbox, user)


def test_many():
    """What will happen is seen first, and is undone as one."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('page tab', 'Users')
        lanyard.click('list item', re.compile('^Ada Okafor, '))
        lanyard.press('shift+Down', 'shift+Down')
        lanyard.see('status bar', '3 users selected')
        lanyard.click('push button', 'Actions')
        lanyard.choose(re.compile('^Suspend'))
        lanyard.see('status bar', '3 of 3 users will be suspended.')
        lanyard.see('label', 'Credentials of suspended users do not work until access is restored.')
        lanyard.click('list item', 'Ada Okafor, Hotel Aurora · 3 credentials')
        lanyard.see('status bar', '2 of 3 users will be suspended.')
        assert sandbox.count(SUSPEND) == 0
        lanyard.click('push button', 'Suspend 2 Users')
        wait_until(lambda: sandbox.count(SUSPEND) == 2, 'them to be suspended')
        lanyard.see_no('push button', 'Pause')
        lanyard.press('ctrl+z')
        wait_until(lambda: sandbox.count(UNSUSPEND) == 2, 'them to be restored')
        assert not any(is_suspended(sandbox, user['acs_user_id']) for user in sandbox.list('users')
                       if user['full_name'] == 'Ada Okafor')
