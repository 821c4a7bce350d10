# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses Lanyard as a person does: by what is on the screen, under the names that a screen reader gives it, with
pointer and keys."""

from .lanyard import Lanyard
from .sandbox import Sandbox
from .waiting import Failure, Skip, comes, wait_until

__all__ = ['Failure', 'Lanyard', 'Sandbox', 'Skip', 'comes', 'wait_until']
