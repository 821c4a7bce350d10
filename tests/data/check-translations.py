#!/usr/bin/env -S python3 -B
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the translations: each is listed, well-formed, and keeps what the program puts into a text.

Usage: check-translations.py SOURCE_ROOT"""
import pathlib
import re
import subprocess
import sys
import unittest

import catalogue

ROOT = pathlib.Path(sys.argv.pop())
PO = ROOT / 'po'
HELP = ROOT / 'help'
# Not only what printf takes: also what a text is searched for, and names that are no words.
KEPT = re.compile(r"%(?:\d+\$)?[-']*[a-zA-Z]|@[A-Z_]+@|https?://[\w./-]+|/acs/[\w/]+|SEAM_[A-Z_]+")
# What the pages of the help are marked up with.
ELEMENT = re.compile(r'</?[^>]+>')


def languages():
    lines = (PO / 'LINGUAS').read_text(encoding='utf-8').splitlines()
    return [word for line in lines if not line.startswith('#') for word in line.split()]


def what_is_kept(text):
    """As a sorted list; the numbers that let a translation change the order of arguments don't matter."""
    return sorted(re.sub(r'\d+\$', '', found) for found in KEPT.findall(text))


def messages_of_help(language):
    """Without the pictures, which show the same for all, and the names of translators, of whom there are none yet."""
    catalog = (HELP / language / f'{language}.po').read_text(encoding='utf-8')
    return [message for message in catalogue.parse(catalog) if message.id and message.context != '_']


class TestTranslations(unittest.TestCase):
    def test_every_translation_is_listed(self):
        self.assertEqual(languages(), sorted(path.stem for path in PO.glob('*.po')))

    def test_they_compile(self):
        for language in languages():
            with self.subTest(language=language):
                command = ['msgfmt', '--check', '--check-accelerators=_', '--output-file=/dev/null',
                           PO / f'{language}.po']
                result = subprocess.run(command, check=False, capture_output=True, text=True)
                self.assertEqual(result.returncode, 0, result.stderr)

    def test_they_keep_what_is_put_in(self):
        for language in languages():
            for message in catalogue.parse((PO / f'{language}.po').read_text(encoding='utf-8')):
                # A date's format is the language's own, and a plural form may leave the number out.
                if 'date' in (message.context or '') or 'time' in (message.context or '') or message.plural:
                    continue
                for text in filter(None, message.texts if message.id else []):
                    with self.subTest(language=language, message=str(message)):
                        self.assertEqual(what_is_kept(text), what_is_kept(message.id))

    def test_the_help_is_translated(self):
        self.assertEqual((HELP / 'LINGUAS').read_text(encoding='utf-8').split(), languages())
        for language in languages():
            for message in messages_of_help(language):
                with self.subTest(language=language, message=str(message)):
                    self.assertNotEqual(message.texts, [''])
                    self.assertNotIn('fuzzy', message.flags)
                    self.assertEqual(sorted(ELEMENT.findall(message.texts[0])), sorted(ELEMENT.findall(message.id)))


if __name__ == '__main__':
    unittest.main()
