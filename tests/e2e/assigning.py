# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: a credential is given to somebody, taken back, and what was done is undone."""

import re

from driver import Lanyard, Sandbox, wait_until

ADA = re.compile('^Ada Okafor, ')
FREE_CARD = re.compile(r'^Card 23\*\*\*\*, Card, Unassigned')


def open_workspace(sandbox):
    return Lanyard(SEAM_ENDPOINT=sandbox.endpoint, SEAM_API_KEY=sandbox.key)


def open_ada(lanyard):
    lanyard.click('list item', ADA)
    lanyard.see('push button', 'Assign Credential…')


def assign_free_card(lanyard):
    lanyard.click('push button', 'Assign Credential…')
    lanyard.click('list item', FREE_CARD)
    lanyard.click('push button', 'Assign')
    lanyard.see('label', re.compile(r'Card 23\*\*\*\* assigned to Ada Okafor'))


def test_from_user():
    with Sandbox() as sandbox:
        card, ada = sandbox.find_credential('Card 23****'), sandbox.find_user('Ada Okafor')
        lanyard = open_workspace(sandbox)
        open_ada(lanyard)
        assign_free_card(lanyard)
        assert sandbox.holder(card) == ada
        lanyard.quit()
