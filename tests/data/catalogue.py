# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads gettext catalogues, and makes them from the sources."""
import ast
import dataclasses
import pathlib
import re
import subprocess

# What i18n.gettext's preset "glib" has xgettext look for, as far as Lanyard uses it.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']


@dataclasses.dataclass
class Message:
    """One message of a catalogue."""
    notes: str = ''
    places: str = ''
    flags: str = ''
    context: str | None = None
    id: str = ''
    plural: str | None = None
    texts: list = dataclasses.field(default_factory=list)

    def __str__(self):
        return f'{self.places.split(" ")[0]}: “{self.id}”'


def extract(root, files):
    """The catalogue of the named files below root, as text."""
    command = ['xgettext', '--from-code=UTF-8', '--add-comments', '--no-wrap', '--sort-by-file', '--output=-',
               f'--directory={root}', '--files-from=-', *(f'--keyword={keyword}' for keyword in KEYWORDS)]
    return subprocess.run(command, input='\n'.join(files), check=True, capture_output=True, text=True).stdout


def parse(text):
    """The messages of a catalogue, the header among them (its id is empty)."""
    messages = []
    message, field = Message(), None
    for line in text.splitlines() + ['']:
        if not line:
            if field is not None:
                messages.append(message)
            message, field = Message(), None
        elif line.startswith('#.'):
            message.notes += line[2:].strip() + ' '
        elif line.startswith('#:'):
            message.places += line[2:].strip() + ' '
        elif line.startswith('#,'):
            message.flags += line[2:]
        elif not line.startswith('#'):
            keyword, string = re.fullmatch(r'(\w*(?:\[\d\])?) ?(".*")', line).groups()
            field = add(message, keyword or field, ast.literal_eval(string), not keyword)
    return messages


def add(message, field, string, continued):
    """Puts a line of a message where it belongs; returns which field that is."""
    if field.startswith('msgstr'):
        message.texts += [] if continued else ['']
        message.texts[-1] += string
    else:
        name = {'msgctxt': 'context', 'msgid': 'id', 'msgid_plural': 'plural'}[field]
        setattr(message, name, (getattr(message, name) if continued else '') + string)
    return field


def listed_files(root):
    """The files that po/POTFILES.in names."""
    return pathlib.Path(root, 'po', 'POTFILES.in').read_text(encoding='utf-8').split()
