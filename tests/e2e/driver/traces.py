# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program leaves where others can read it, looked through for secrets."""

import mmap
import os
import pathlib
import re
import subprocess

from gi.repository import Gio, GLib

from .tree import Gone, connect_to_accessibility_bus
from .waiting import Failure

KEYRINGS = ('data', 'keyrings')


def make_pattern(secrets):
    """Half of a secret is as bad as all of it; some programs have texts of two or four bytes a character."""
    halves = [half for secret in secrets for half in (secret[:len(secret) // 2], secret[len(secret) // 2:])]
    return re.compile(b'|'.join(re.escape(half.encode(coding)) for half in halves
                                for coding in ('utf-8', 'utf-16-le', 'utf-32-le')))


def processes_of(lanyard):
    """It and its children."""
    for folder in pathlib.Path('/proc').glob('[0-9]*'):
        try:
            if os.getsid(int(folder.name)) == lanyard.program.pid:
                yield folder
        except ProcessLookupError:
            pass


def is_sanitized(lanyard):
    return 'libasan' in pathlib.Path(f'/proc/{lanyard.program.pid}/maps').read_text()


class Traces:
    def __init__(self, *secrets):
        self.pattern = make_pattern(secrets)
        self.typed = ''
        self.bus = connect_to_accessibility_bus()
        self.bus.signal_subscribe(None, 'org.a11y.atspi.Event.Object', 'TextChanged', None, None,
                                  Gio.DBusSignalFlags.NONE, self.on_text_changed)

    def on_text_changed(self, _bus, _sender, _path, _interface, _signal, parameters):
        self.typed += str(parameters.unpack()[3])

    def check(self, place, data):
        found = self.pattern.search(data)
        if found:
            raise Failure(f'a secret is in {place}: {data[max(found.start() - 40, 0):found.end() + 40]!r}')

    def check_text(self, place, text):
        self.check(place, text.encode())

    def check_files(self):
        """In all folders of this session, but for the keyring's own, which it encrypts."""
        home = pathlib.Path(os.environ['HOME'])
        for path in home.rglob('*'):
            if path.is_file() and path.relative_to(home).parts[:2] != KEYRINGS:
                self.check(path, path.read_bytes())

    def check_processes(self, lanyard):
        for folder in processes_of(lanyard):
            for name in 'cmdline', 'environ':
                try:
                    self.check(folder / name, (folder / name).read_bytes())
                except (FileNotFoundError, ProcessLookupError):
                    pass

    def check_tree(self, lanyard):
        """What a screen reader can read, and what it has been told of all that was typed."""
        for node in lanyard.tree().find_all():
            self.check_text(f'the name of the {node}', node.name)
            try:
                self.check_text(f'the description of the {node}', node.description())
                if node.has_text:
                    self.check_text(f'the text of the {node}', node.text())
            except Gone:
                pass
        while GLib.MainContext.default().iteration(False):
            pass
        self.check_text('what was told of typing', self.typed)

    def check_core(self, lanyard, but_for):
        """What a core file has, which gcore makes as the kernel does: without the pages that are marked as not to be
        dumped. That is where the key is kept. But_for is what may be around a finding."""
        if is_sanitized(lanyard):
            return  # it has terabytes of address space, and keeps what was freed
        path = pathlib.Path(os.environ['HOME'], f'core.{lanyard.program.pid}')
        made = subprocess.run(['gcore', '-o', str(path.with_suffix('')), str(lanyard.program.pid)], check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if made.returncode != 0 and os.geteuid() != 0:
            return  # a release refuses everybody else
        with path.open('rb') as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as core:
            if core.find(b'Ada Okafor') < 0:
                raise Failure('the core file lacks what there has to be in it')
            for found in self.pattern.finditer(core):
                around = core[max(found.start() - 60, 0):found.end() + 40]
                if not but_for.search(around):
                    raise Failure(f'a secret is in the core file: {around!r}')
        path.unlink()
