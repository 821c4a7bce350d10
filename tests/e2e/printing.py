# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand-over slip and the day's activity are printed into a PDF by the toolkit's own dialog, and read back."""

import os
import pathlib
import re
import shutil
import subprocess

from driver import Lanyard, Sandbox, Skip, wait_until


def list_files():
    """The dialog proposes the folder of documents, which is the home folder where there is none."""
    return sorted(pathlib.Path(os.environ['HOME']).rglob('*.pdf'))


def can_print(lanyard):
    """GTK 4.8 has the mnemonic in the name."""
    button = lanyard.find_showing('push button', re.compile('^(_Print )?Print$'))
    return button is not None and 'sensitive' in button.states


def choose_file_printer(lanyard):
    """By keys: where the rows are on the screen GTK 4.8 doesn't say."""
    lanyard.see('label', 'Print to File')
    for _ in range(3):
        if can_print(lanyard):
            return
        lanyard.press('Tab', 'space')
    wait_until(lambda: can_print(lanyard), 'the printer to be chosen')


def print_to_file(lanyard):
    if not shutil.which('pdftotext'):
        raise Skip('there is no pdftotext')
    before = list_files()
    choose_file_printer(lanyard)
    lanyard.press('alt+p')
    wait_until(lambda: len(list_files()) > len(before), 'a PDF to be there')
    path, = set(list_files()) - set(before)
    wait_until(lambda: path.read_bytes().rstrip().endswith(b'%%EOF'), 'the PDF to be whole')
    return path.name, subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True,
                                     text=True).stdout


def test_slip():
    """Twice: the second one does not take the place of the first."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_credential('Card 82****')
        for _ in range(2):
            lanyard.click('push button', 'Print Slip…')
            name, text = print_to_file(lanyard)
            assert name.startswith('Hand-Over Slip '), name
    for part in 'Hand-Over Slip', 'Ada Okafor', 'Card 82****', '•••• 2242', 'Received (signature)', 'Lobby Entrance':
        assert part in text, text
    assert not re.search(r'\d{5}', text), text


def test_activity():
    """Today's, unless another day is listed."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.assign('Ada Okafor', 'Card 23****')
        lanyard.see('label', re.compile(r'^Card 23\*\*\*\* assigned to Ada Okafor'))
        lanyard.press('ctrl+3')
        lanyard.click('push button', 'Export')
        lanyard.choose('Print…')
        name, today = print_to_file(lanyard)
        lanyard.see_focus('push button', 'Export')
        lanyard.press('shift+Tab')
        lanyard.see_focus('push button', 'Filter')
        lanyard.press('space')
        lanyard.choose('Yesterday')
        lanyard.see('label', 'No Results Found')
        lanyard.press('Tab')
        lanyard.see_focus('push button', 'Export')
        lanyard.press('space')
        lanyard.choose('Print…')
        _, yesterday = print_to_file(lanyard)
    assert name.startswith('Activity '), name
    assert 'Today' in today and 'Card 23**** assigned to Ada Okafor' in today, today
    assert 'Yesterday' in yesterday and 'No changes' in yesterday and 'Ada' not in yesterday, yesterday
