# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the X server, by their place on a keyboard of the United States and in time: the server itself waits
between them, so that a busy machine makes nobody quicker."""

import ctypes
import time

PLAIN = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'`", 43: "\\zxcvbnm,./", 57: ' '}
SHIFTED = {2: "!@#$%^&*()_+", 16: "QWERTYUIOP{}", 30: 'ASDFGHJKL:"~', 43: "|ZXCVBNM<>?"}
KEYPAD = dict(zip('7894561230', (71, 72, 73, 75, 76, 77, 79, 80, 81, 82)))
NAMED = {'Return': 28, 'Tab': 15, 'KP_Enter': 96, 'Down': 108, 'Escape': 1}
SHIFT, CONTROL, ALT = 42, 29, 56
OFFSET = 8  # from the kernel's numbers for the keys to those of X


def find_places(rows):
    return {char: first + i for first, row in rows.items() for i, char in enumerate(row)}


PLACES, SHIFTED_PLACES = find_places(PLAIN), find_places(SHIFTED)


class Keyboard:
    def __init__(self):
        self.x, self.test = ctypes.CDLL('libX11.so.6'), ctypes.CDLL('libXtst.so.6')
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.end = time.monotonic()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.x.XCloseDisplay(self.display)  # which waits until all of it is done
        self.late = time.monotonic() - self.end

    def set(self, code, pressed, after=0):
        """So many milliseconds after what was before."""
        self.test.XTestFakeKeyEvent(self.display, code + OFFSET, pressed, ctypes.c_ulong(after))
        self.end += after / 1000

    def tap(self, code, after=0, held=0):
        self.set(code, True, after)
        self.set(code, False, held)

    def type(self, text, gap, held=0):
        """A key in so many milliseconds."""
        for char in text:
            shift = char in SHIFTED_PLACES
            if shift:
                self.set(SHIFT, True, gap - held)
            self.tap(PLACES.get(char) or SHIFTED_PLACES[char], 0 if shift else gap - held, held)
            if shift:
                self.set(SHIFT, False)
