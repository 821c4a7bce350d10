# SPDX-License-Identifier: GPL-3.0-or-later
"""Several workspaces: adding, switching, telling them apart, and signing out of one."""

import re

from driver import Lanyard, Sandbox, wait_until
from driver.settings import get_setting


def be_live(sandbox, name):
    sandbox.post('/_sandbox/set', workspace=True,
                 members={'name': name, 'company_name': 'Harbour Properties', 'is_sandbox': False})


def connect(lanyard, sandbox):
    """With the connect page on the screen, its key selected or empty."""
    lanyard.see('text', 'API Key')
    if not lanyard.find_showing('text', 'Server'):
        lanyard.click('list item', 'Advanced')
    lanyard.click('text', 'Server')
    lanyard.press('ctrl+a')
    lanyard.type(sandbox.endpoint)
    lanyard.click('text', 'API Key')
    lanyard.press('ctrl+a')
    lanyard.type(sandbox.key)
    lanyard.press('Return')


def see_open(lanyard, name, kind):
    lanyard.see('push button', f'Workspace: {name}, {kind}')
    lanyard.see('list item', re.compile('^Ada Okafor, '))


def find_focus(lanyard):
    """What has the keys: also where the window has something else at the same place, as below a popover."""
    tree = lanyard.tree()
    focused = [node for node in tree.find_all() if 'focused' in node.states] if tree else []
    return focused[0] if focused else None


def choose(lanyard, role, name):
    """In the list of workspaces, which is gone about in by keys."""
    def is_in_list():
        focus = find_focus(lanyard)
        return focus and any(node.name == 'Workspaces' for node in focus.ancestors()) and focus

    def has_moved():
        now = find_focus(lanyard)
        return now and now.path != focus.path and now

    lanyard.press('ctrl+o')
    focus = wait_until(is_in_list, 'the list of workspaces')
    while not focus.matches(role, name):
        lanyard.press('Tab')
        focus = wait_until(has_moved, f'the next one on the way to the {role} {name!r}')
    lanyard.press('Return')


def switch(lanyard, row):
    choose(lanyard, 'list item', re.compile(f'^{row}, '))


def add(lanyard):
    choose(lanyard, 'push button', 'Add Workspace…')


def test_switch():
    with Sandbox() as training, Sandbox() as harbour:
        be_live(harbour, 'Harbour Group')
        lanyard = Lanyard()
        connect(lanyard, training)
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        add(lanyard)
        connect(lanyard, harbour)
        see_open(lanyard, 'Harbour Group', 'Live')
        switch(lanyard, 'Aurora Demo')
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        lanyard.quit()

        # The last one is opened again, and the other one's key is there as well.
        lanyard = Lanyard()
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        switch(lanyard, 'Harbour Group')
        see_open(lanyard, 'Harbour Group', 'Live')
        assert training.key not in get_setting('connections')
        assert harbour.key not in get_setting('connections')
        lanyard.quit()


def test_add_and_go_back():
    with Sandbox() as training:
        lanyard = Lanyard()
        connect(lanyard, training)
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        add(lanyard)
        lanyard.see('text', 'API Key')
        lanyard.press('alt+Left')
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        lanyard.quit()


def test_sign_out_of_another():
    with Sandbox() as training, Sandbox() as harbour:
        be_live(harbour, 'Harbour Group')
        lanyard = Lanyard()
        connect(lanyard, harbour)
        see_open(lanyard, 'Harbour Group', 'Live')
        add(lanyard)
        connect(lanyard, training)
        see_open(lanyard, 'Aurora Demo', 'Sandbox')

        choose(lanyard, 'push button', 'Sign Out of “Harbour Group”…')
        lanyard.click('push button', re.compile('^Sign Out'))
        wait_until(lambda: 'Harbour Group' not in get_setting('connections'), 'the workspace to be forgotten')
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        lanyard.quit()


def test_switch_while_assigning():
    with Sandbox() as training, Sandbox() as harbour:
        be_live(harbour, 'Harbour Group')
        lanyard = Lanyard()
        connect(lanyard, training)
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        add(lanyard)
        connect(lanyard, harbour)
        see_open(lanyard, 'Harbour Group', 'Live')

        # It is on its way when its workspace is left: it comes to its end there, and the end is told.
        card, ada = harbour.find_credential('Card 23****'), harbour.find_user('Ada Okafor')
        harbour.add_fault('/acs/credentials/assign', 'latency', delay_ms=10000)
        lanyard.click('list item', re.compile('^Ada Okafor, '))
        lanyard.click('push button', 'Assign Credential…')
        lanyard.click('list item', re.compile(r'^Card 23\*\*\*\*, Card, Unassigned'))
        lanyard.click('push button', 'Assign')
        wait_until(lambda: harbour.count('/acs/credentials/assign') == 1, 'the request')
        switch(lanyard, 'Aurora Demo')
        lanyard.see('label', re.compile(r'^In “Harbour Group”: Card 23\*\*\*\* assigned to Ada Okafor'))
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        assert harbour.holder(card) == ada
        assert training.holder(training.find_credential('Card 23****')) is None
        lanyard.quit()


def test_personal_access_token():
    with Sandbox('--key=seam_at1_personal') as sandbox:
        lanyard = Lanyard()
        connect(lanyard, sandbox)
        lanyard.click('list item', re.compile('^Aurora Demo, '))
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        lanyard.quit()

        # Each workspace of a token has its own entry in the keyring.
        lanyard = Lanyard()
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        add(lanyard)
        connect(lanyard, sandbox)
        lanyard.click('list item', re.compile('^Aurora Hotels, '))
        lanyard.see('push button', 'Workspace: Aurora Hotels, Live')
        switch(lanyard, 'Aurora Demo')
        see_open(lanyard, 'Aurora Demo', 'Sandbox')
        lanyard.quit()
