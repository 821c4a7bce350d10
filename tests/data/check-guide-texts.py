#!/usr/bin/env -S python3 -B
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the user guide says of the window what the window says: its texts, and its keys.

Usage: check-guide-texts.py SOURCE_ROOT"""
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree

import catalogue

ROOT = pathlib.Path(sys.argv.pop())
MALLARD = '{http://projectmallard.org/1.0/}'
# Of the Seam Console, and of GTK's print dialog.
FOREIGN = {'Developer', 'Print to File'}
# What a list view does by itself, and is in no table of ours.
SELECTING = {'Shift+↑', 'Shift+↓'}
KEYS = {'Left': '←', 'comma': ',', 'question': '?', 'Escape': 'Esc'}


def read_pages():
    return {path.name: ElementTree.parse(path) for path in sorted(ROOT.glob('help/C/*.page'))}


def list_patterns():
    """What the program may say, with anything in place of what it fills in."""
    for message in catalogue.parse(catalogue.extract(ROOT, catalogue.listed_files(ROOT))):
        for text in filter(None, (message.id, message.plural)):
            parts = re.split(r"%(?:\d\$)?'?[sdu]", text.replace('_', ''))
            if re.search(r'\w', ''.join(parts)):
                yield '.+'.join(map(re.escape, parts))


def read_shortcuts():
    """The first keys of each row of the table."""
    table = ROOT.joinpath('src/ui/window/lanyard-accels.c').read_text()
    for keys in re.findall(r'\{ "((?:<\w+>)*\w+)"', table):
        modifiers, key = re.findall(r'<(\w+)>', keys), re.sub('<.*>', '', keys)
        names = [{'Control': 'Ctrl'}.get(name, name) for name in modifiers]
        yield '+'.join([*names, KEYS.get(key, key.upper() if len(key) == 1 else key)])


def list_keys(page):
    """The keys in a page, and those pressed together as one."""
    together = [sequence.findall(f'{MALLARD}key') for sequence in page.iter(f'{MALLARD}keyseq')]
    alone = [[key] for key in page.iter(f'{MALLARD}key') if not any(key in keys for keys in together)]
    return {'+'.join(key.text for key in keys) for keys in together + alone}


class TestGuide(unittest.TestCase):
    def test_names_are_those_of_the_window(self):
        known = re.compile('|'.join(list_patterns()))
        for name, page in read_pages().items():
            for element in page.iter(f'{MALLARD}gui'):
                text = element.text
                if text not in FOREIGN:
                    self.assertTrue(known.fullmatch(text) or known.fullmatch(text.rstrip('…')), f'{name}: {text}')

    def test_pages_of_windows_are_there(self):
        sources = ''.join(path.read_text() for path in ROOT.glob('src/ui/*/*.c'))
        opened = set(re.findall(r'lanyard_help_bind \(\w+, "([\w-]+)"\)', sources))
        self.assertTrue(opened)
        self.assertEqual(opened - {name.removesuffix('.page') for name in read_pages()}, set())

    def test_shortcuts_are_all_listed(self):
        keys = list_keys(read_pages()['keyboard.page']) - {'Enter'}
        self.assertEqual(keys - SELECTING, set(read_shortcuts()))


if __name__ == '__main__':
    unittest.main()
