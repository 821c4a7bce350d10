#!/usr/bin/env -S python3 -B
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program with a made-up translation, in which every text is a third longer and stands in brackets.

Usage: pseudo-locale.py SOURCE_ROOT PROGRAM [ARGUMENT...]

What shows without brackets wasn't translated. The program finds the catalogue in LANYARD_TEST_LOCALEDIR."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import catalogue

LANGUAGE = 'en_XA'
ACCENTED = dict(zip('aeiouAEIOU', ('àa', 'ée', 'ïi', 'ôo', 'üu', 'ÀA', 'ÉE', 'ÏI', 'ÔO', 'ÜU')))
# What must stay as it is: formats (also of dates), placeholders, markup.
KEPT = re.compile(r"(%[-']*[a-zA-Z]|@\w+@|<[^>]*>|&\w+;)")


def lengthen(text):
    """A third longer, readable, and in brackets; line breaks stay at its ends."""
    parts = [part if KEPT.fullmatch(part) else ''.join(ACCENTED.get(letter, letter) for letter in part)
             for part in KEPT.split(text)]
    return re.sub(r'\A(\n*)(.*?)(\n*)\Z', r'\1⟦\2⟧\3', ''.join(parts), flags=re.DOTALL)


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def translate(message):
    """The lines of a PO file for it."""
    lines = [f'msgctxt {quote(message.context)}'] if message.context is not None else []
    lines.append(f'msgid {quote(message.id)}')
    if message.plural is None:
        lines.append(f'msgstr {quote(lengthen(message.id))}')
    else:
        lines += [f'msgid_plural {quote(message.plural)}', f'msgstr[0] {quote(lengthen(message.id))}',
                  f'msgstr[1] {quote(lengthen(message.plural))}']
    return '\n'.join(lines)


def write_catalogue(root, folder):
    header = ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
              '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"')
    messages = catalogue.parse(catalogue.extract(root, catalogue.listed_files(root)))
    po = '\n\n'.join([header, *(translate(message) for message in messages if message.id)])
    target = pathlib.Path(folder, LANGUAGE, 'LC_MESSAGES', 'lanyard.mo')
    target.parent.mkdir(parents=True)
    subprocess.run(['msgfmt', f'--output-file={target}', '-'], input=po, check=True, text=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        write_catalogue(sys.argv[1], folder)
        environment = dict(os.environ, LANGUAGE=LANGUAGE, LANYARD_TEST_LOCALEDIR=folder)
        return subprocess.run(sys.argv[2:], check=False, env=environment).returncode


if __name__ == '__main__':
    sys.exit(main())
