# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand-over slip and the day's activity are printed into a PDF by the toolkit's own dialog, and read back."""

import os
import pathlib
import re
import subprocess

from driver import Lanyard, Sandbox, wait_until


def find_pdf():
    """Where the dialog puts it unless somebody chooses otherwise."""
    return next(pathlib.Path(os.environ['HOME']).rglob('*.pdf'), None)


def can_print(lanyard):
    """GTK 4.8 has the mnemonic in the name."""
    button = lanyard.find_showing('push button', re.compile('^(_Print )?Print$'))
    return button is not None and 'sensitive' in button.states


def print_to_file(lanyard):
    """By keys: where the dialog's rows are on the screen is not said."""
    lanyard.see('label', 'Print to File')
    lanyard.press('Tab', 'space')
    wait_until(lambda: can_print(lanyard), 'the printer to be chosen')
    lanyard.press('alt+p')
    wait_until(find_pdf, 'a PDF to be there')
    path = find_pdf()
    wait_until(lambda: path.read_bytes().rstrip().endswith(b'%%EOF'), 'the PDF to be whole')
    return subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout


def test_slip():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_user('Ada Okafor')
        lanyard.click('list item', re.compile(r'^Card 82'))
        lanyard.click('push button', 'Print Slip…')
        text = print_to_file(lanyard)
    for part in 'Hand-Over Slip', 'Ada Okafor', 'Card 82****', 'Received (signature)':
        assert part in text, text
    assert not re.search(r'\d{5}', text), text


def test_activity():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_user('Ada Okafor')
        lanyard.click('push button', 'Suspend')
        lanyard.see('push button', 'Restore Access')
        lanyard.press('ctrl+3')
        lanyard.click('push button', 'Export')
        lanyard.choose('Print…')
        text = print_to_file(lanyard)
    assert 'Today' in text and 'Ada Okafor suspended' in text, text
