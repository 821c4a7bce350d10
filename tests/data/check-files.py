#!/usr/bin/env -S python3 -B
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks how the code is laid out in files.

Usage: check-files.py SOURCE_ROOT"""
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop())
MOST_LINES = 500


def read(pattern):
    return {str(path.relative_to(ROOT)): path.read_text() for path in sorted(ROOT.glob(pattern))}


class TestFiles(unittest.TestCase):
    def test_what_a_final_type_is_made_of_is_its_own_affair(self):
        headers = read('src/**/*.h')
        final = {name for text in headers.values()
                 for name in re.findall(r'^G_DECLARE_FINAL_TYPE \((\w+),', text, re.MULTILINE)}
        self.assertNotEqual(final, set())
        self.assertEqual([f'{path}: {name}' for path, text in headers.items()
                          for name in re.findall(r'^struct _(\w+)\s*\{', text, re.MULTILINE) if name in final], [])

    def test_a_file_is_about_one_thing(self):
        """What has grown longer is split by what it is about."""
        code = {**read('src/**/*.c'), **read('tests/**/*.c')}
        self.assertNotEqual(code, {})
        self.assertEqual([f'{path}: {lines} lines' for path, text in code.items()
                          if (lines := text.count('\n')) > MOST_LINES], [])


if __name__ == '__main__':
    unittest.main()
