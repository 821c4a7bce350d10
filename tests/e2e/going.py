# SPDX-License-Identifier: GPL-3.0-or-later
"""From the page of one record to that of another, and back."""

import re

from driver import Lanyard, Sandbox


def test_same_person():
    """Somebody has a user in two access systems: from one to the other, and back by the keyboard."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.search('Users', 'Ravi Menon')
        lanyard.click('list item', re.compile('^Ravi Menon, Hotel Aurora'))
        lanyard.click('list item', re.compile('^Harbor Lofts, Ravi Menon, '), ('list', 'Other Access Systems'))
        lanyard.see('list item', re.compile('^Hotel Aurora, Ravi Menon, '), ('list', 'Other Access Systems'))
        lanyard.press('alt+Left')
        lanyard.see('list item', re.compile('^Harbor Lofts, Ravi Menon, '), ('list', 'Other Access Systems'))


def test_card_and_holder():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_credential('Card 82****')
        lanyard.click('label', 'Ada Okafor', ('list', 'Assigned To'))
        lanyard.see('push button', 'Assign Credential…')
        lanyard.press('alt+Left')
        lanyard.see('label', 'Ada Okafor', ('list', 'Assigned To'))
