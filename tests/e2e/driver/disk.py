# SPDX-License-Identifier: GPL-3.0-or-later
"""File systems that are small, full, or can't be written to."""

import contextlib
import subprocess

from .waiting import Skip


@contextlib.contextmanager
def small_disk(folder, size):
    """A file system with room for so much, such as '4k', at an empty folder. It takes a privilege to have one."""
    command = ['mount', '-t', 'tmpfs', '-o', f'size={size}', 'tmpfs', str(folder)]
    if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode != 0:
        raise Skip('no file system can be mounted here')
    try:
        yield
    finally:
        subprocess.run(['umount', str(folder)], check=True)


def make_read_only(folder):
    subprocess.run(['mount', '-o', 'remount,ro', str(folder)], check=True)


def fill(path):
    """Takes all the room that there is."""
    with path.open('wb', buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(512))
