#!/usr/bin/env -S python3 -B
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every text a person reads reaches the translators, and with what they need to know.

Usage: check-strings.py SOURCE_ROOT"""
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree

import catalogue

ROOT = pathlib.Path(sys.argv.pop())
# Properties and attributes of GtkBuilder files that are shown or read out.
SHOWN = {'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text', 'heading', 'body', 'text'}


def all_files():
    """The files that may have texts in them."""
    found = [*ROOT.glob('src/**/*.c'), *ROOT.glob('src/**/*.ui'), *ROOT.glob('data/*.in')]
    return sorted(str(path.relative_to(ROOT)) for path in found if not path.name.endswith('.service.in'))


class TestStrings(unittest.TestCase):
    def test_every_file_is_listed(self):
        unlisted = [name for name in all_files() if name not in catalogue.listed_files(ROOT)]
        forgotten = catalogue.parse(catalogue.extract(ROOT, unlisted))
        self.assertEqual([str(message) for message in forgotten if message.id], [])

    def test_every_listed_file_has_texts(self):
        listed = catalogue.listed_files(ROOT)
        self.assertEqual(listed, sorted(set(listed)))
        places = ' '.join(message.places for message in catalogue.parse(catalogue.extract(ROOT, listed)))
        self.assertEqual([name for name in listed if f'{name}:' not in places], [])

    def test_templates_are_marked(self):
        for path in ROOT.glob('src/**/*.ui'):
            for element in xml.etree.ElementTree.parse(path).iter():
                shown = element.tag in ('property', 'attribute') and element.get('name') in SHOWN
                if shown and element.text != 'Lanyard' and re.search('[^\\W\\d_]', element.text or ''):
                    self.assertEqual(element.get('translatable'), 'yes', f'{path.name}: {element.text}')

    def test_placeholders_are_explained(self):
        for message in catalogue.parse(catalogue.extract(ROOT, catalogue.listed_files(ROOT))):
            if 'c-format' in message.flags and '%s' in message.id:
                self.assertIn('Translators:', message.notes, str(message))


if __name__ == '__main__':
    unittest.main()
