# SPDX-License-Identifier: GPL-3.0-or-later
"""A card reader: a keyboard that is too fast for a person, and knows nothing of the desktop's layout."""

import time

from .keyboard import ALT, CONTROL, KEYPAD, NAMED, PLACES, Keyboard

LATE = .01  # seconds; more than that in a single gap, and a scan is no scan
held_up = False  # whether the machine was ever too busy to type in time


class Reader(Keyboard):
    def __exit__(self, *_):
        global held_up
        super().__exit__()
        held_up = held_up or self.late > LATE


def end_with(keyboard, names, gap):
    for name in names.split():
        if name.startswith('ctrl+'):
            keyboard.set(CONTROL, True, gap)
            keyboard.tap(PLACES[name[-1]])
            keyboard.set(CONTROL, False)
        else:
            keyboard.tap(NAMED[name], gap)


def scan(number, gap=2, end='Return', keypad=False):
    """Types a number, a key in so many milliseconds, and what the reader ends it with: the names of keys."""
    with Reader() as keyboard:
        if keypad:
            for digit in number:
                keyboard.tap(KEYPAD[digit], gap)
        else:
            keyboard.type(number, gap)
        end_with(keyboard, end, gap)


def scan_by_codes(number, gap=2, end='Return'):
    """As a reader does that is set up for any layout: Alt and the character's number, on the keypad."""
    with Reader() as keyboard:
        for char in number:
            keyboard.set(ALT, True, gap)
            for digit in f'{ord(char):03}':
                keyboard.tap(KEYPAD[digit], gap)
            keyboard.set(ALT, False, gap)
        end_with(keyboard, end, gap)


def wait_for_next_card():
    """A person takes longer than this to hold a card to the reader again; what is sooner is the same."""
    time.sleep(1.1)
