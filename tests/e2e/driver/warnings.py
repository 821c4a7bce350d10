# SPDX-License-Identifier: GPL-3.0-or-later
"""What Lanyard warns of: nothing may be, but for what is the toolkit's own mistake."""

import re

WARNING = re.compile(r'-(WARNING|CRITICAL|ERROR) \*\*')

# GTK 4.24 says the first once when the first menu opens on X without a compositor, in any program; the second in a
# sandbox, where a desktop has no portal that puts off its end. The third is said of a question in libadwaita 1.7, which
# measures a large heading also where there is room only for a small one.
KNOWN = re.compile(r'gdk_frame_timings_submitted\(\) called on submitted frame|Creating a portal monitor failed'
                   r'|Trying to measure GtkLabel \w+ for width of')


def find_warnings(log):
    return [line for line in log.splitlines() if WARNING.search(line) and not KNOWN.search(line)]
