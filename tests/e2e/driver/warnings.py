# SPDX-License-Identifier: GPL-3.0-or-later
"""What Lanyard warns of: nothing may be, but for what is the toolkit's own mistake."""

import ctypes
import os
import pathlib
import re

WARNING = re.compile(r'-(WARNING|CRITICAL|ERROR) \*\*')

# GTK 4.24 says the first once when the first menu opens on X without a compositor, in any program; the second in a
# sandbox, where a desktop has no portal that puts off its end.
KNOWN = re.compile(r'gdk_frame_timings_submitted\(\) called on submitted frame|Creating a portal monitor failed')

# Said of a question: it measures a large heading also where there is room only for a small one.
OF_HEADING = re.compile(r'Gtk-WARNING \*\*: .*: Trying to measure GtkLabel 0x\w+ for width of \d+, '
                        r'but it needs at least \d+$')


def may_be_of_heading():
    """libadwaita 1.7 says so; 1.2 and 1.10 don't. Which one a sandbox has, that LANYARD only starts, isn't known here."""
    if pathlib.Path(os.environ['LANYARD']).read_bytes()[:4] != b'\x7fELF':
        return True
    return ctypes.CDLL('libadwaita-1.so.0').adw_get_minor_version() == 7


def is_known(line):
    return KNOWN.search(line) or (OF_HEADING.search(line) and may_be_of_heading())


def find_warnings(log):
    return [line for line in log.splitlines() if WARNING.search(line) and not is_known(line)]
