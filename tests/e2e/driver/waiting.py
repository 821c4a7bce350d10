# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for a state: never for a time."""

import os
import time

PATIENCE = float(os.environ.get('LANYARD_PATIENCE', 60))  # seconds; the machine may be busy with other tests
PAUSE = 0.1


class Failure(Exception):
    """What was to be seen is not there."""


class Skip(Exception):
    """What the scenario needs can't be had here."""


def comes(condition, seconds):
    """Whether it is so within that time, where something else is to be done otherwise."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(PAUSE)
    return True


def wait_until(condition, what):
    """Returns the first true answer of the condition, which says what is waited for when none comes in time."""
    end = time.monotonic() + PATIENCE
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f'waited {PATIENCE:.0f} seconds in vain for {what() if callable(what) else what}')
        time.sleep(PAUSE)
