# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop asks of Lanyard, over its message bus: searches, actions, a second start, notifications."""

import os
import re
import subprocess

from driver import Lanyard, Sandbox, wait_until
from driver.desktop import Desktop, save_connection, set_setting


def start(sandbox, search=False):
    """With its workspace saved, as after a person has connected once: such a Lanyard is the only one of its user."""
    save_connection(sandbox, 'Aurora Demo')
    if search:
        set_setting('search-provider', 'true')
    lanyard = Lanyard()
    lanyard.see('list item', re.compile('^Ada Okafor, '))
    return lanyard


def test_search():
    with Sandbox() as sandbox:
        lanyard, desktop = start(sandbox, search=True), Desktop()
        found = desktop.search('okafor', 'ada')
        assert [meta['name'] for meta in desktop.metas(found)] == ['Ada Okafor']
        found = desktop.search('card', '23')
        metas = desktop.metas(found)
        assert {'name': 'Card 23****', 'description': 'Unassigned'}.items() <= metas[0].items(), metas
        assert desktop.search('no', 'such', 'name') == []

        # A card is not found by its number, nor anybody by their address.
        card = next(item for item in sandbox.list('credentials') if item['display_name'] == 'Card 23****')
        assert desktop.search(card['card_number']) == []
        assert desktop.search('ada.okafor@example.com') == []

        desktop.activate_result(found[0])
        lanyard.see('push button', 'Assign to User…')
        desktop.launch_search('björn')
        lanyard.see('list item', re.compile('^Björn Åkesson, '))
        lanyard.see_no('list item', re.compile('^Ada Okafor, '))
        lanyard.quit()


def test_search_is_off_at_first():
    with Sandbox() as sandbox:
        lanyard, desktop = start(sandbox), Desktop()
        assert desktop.search('ada') == []
        set_setting('search-provider', 'true')
        wait_until(lambda: desktop.search('ada'), 'the preference to count')
        set_setting('search-provider', 'false')
        wait_until(lambda: not desktop.search('ada'), 'the preference to count')
        lanyard.quit()


def test_names_without_numbers():
    with Sandbox() as sandbox:
        card = sandbox.find_credential('Card 23****')
        sandbox.post('/_sandbox/set', acs_credential_id=card,
                     members={'display_name': 'Door 7654321', 'card_number': '7654321'})
        lanyard, desktop = start(sandbox, search=True), Desktop()
        found = desktop.search('door')
        assert '7654321' not in str(desktop.metas(found)), desktop.metas(found)
        assert len(found) == 1
        lanyard.quit()


def test_service():
    """Started by the bus, it has no window, and answers at once that it knows nothing."""
    set_setting('search-provider', 'true')
    service = Lanyard('--gapplication-service')
    desktop = Desktop()
    desktop.wait_for_lanyard()
    assert desktop.search('ada') == []
    tree = service.tree()
    assert tree is None or not tree.find_all('frame')
    service.kill()


def test_actions():
    with Sandbox() as sandbox:
        lanyard, desktop = start(sandbox), Desktop()
        desktop.activate_action('find-credential')
        lanyard.see_no('list item', re.compile('^Ada Okafor, '))
        lanyard.type('card 23')
        lanyard.see('list item', re.compile(r'^Card 23\*\*\*\*'))
        desktop.activate_action('find-user')
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        lanyard.type('björn')
        lanyard.see_no('list item', re.compile('^Ada Okafor, '))
        lanyard.quit()


def test_second_start():
    with Sandbox() as sandbox:
        lanyard = start(sandbox)
        second = subprocess.run([os.environ['LANYARD']], timeout=60, check=False)
        assert second.returncode == 0
        lanyard.see('list item', re.compile('^Ada Okafor, '))

        # The demo is a run of its own, beside it.
        demo = Lanyard('--demo')
        demo.see('push button', 'Workspace: Aurora Demo, Demo')
        demo.quit()
        lanyard.see('push button', 'Workspace: Aurora Demo, Sandbox')
        lanyard.quit()


def test_notification():
    with Sandbox() as sandbox:
        desktop = Desktop(notifications=True)
        lanyard = start(sandbox)
        sandbox.add_fault('/acs/credentials/assign', 'latency', delay_ms=4000)
        lanyard.click('list item', re.compile('^Ada Okafor, '))
        lanyard.click('push button', 'Assign Credential…')
        lanyard.click('list item', re.compile(r'^Card 23\*\*\*\*, Card, Unassigned'))
        lanyard.click('push button', 'Assign')
        wait_until(lambda: sandbox.count('/acs/credentials/assign') == 1, 'the request')

        other = desktop.take_focus()
        notification = wait_until(lambda: desktop.notifications.get('entry-1'), 'the notification')
        assert notification['title'] == 'Change Completed'
        assert notification['body'].startswith('Card 23**** assigned to Ada Okafor'), notification
        other.terminate()
        wait_until(lambda: not desktop.notifications, 'the notification to be withdrawn')
        lanyard.quit()


def test_notification_after_closing():
    with Sandbox() as sandbox:
        desktop = Desktop(notifications=True)
        lanyard = start(sandbox)
        sandbox.add_fault('/acs/credentials/assign', 'latency', delay_ms=3000)
        lanyard.click('list item', re.compile('^Ada Okafor, '))
        lanyard.click('push button', 'Assign Credential…')
        lanyard.click('list item', re.compile(r'^Card 23\*\*\*\*, Card, Unassigned'))
        lanyard.click('push button', 'Assign')
        wait_until(lambda: sandbox.count('/acs/credentials/assign') == 1, 'the request')
        lanyard.quit()
        assert sandbox.holder(sandbox.find_credential('Card 23****')) == sandbox.find_user('Ada Okafor')
        notification = wait_until(lambda: desktop.notifications.get('entry-1'), 'the notification')
        assert notification['body'].startswith('Card 23**** assigned to Ada Okafor'), notification


def test_locked_keyring():
    """Nobody unlocks it: that is said, and neither taken for having no key nor waited for without end."""
    with Sandbox() as sandbox:
        save_connection(sandbox, 'Aurora Demo')
        Desktop().lock_keyring()
        lanyard = Lanyard()
        lanyard.see('label', 'Keyring Locked')
        lanyard.see('push button', 'Try Again')
        lanyard.quit()
