# SPDX-License-Identifier: GPL-3.0-or-later
"""Pointer, keys and pictures of the X display; of a Wayland compositor, pictures alone."""

import os
import pathlib
import re
import subprocess
import tempfile

from .keyboard import PLACES, Keyboard

# Without a compositor GTK draws a frame of its own around a window, inside of it.
FRAME = 6

# In milliseconds: a quick person. What is quicker is a card reader. xdotool takes half of what it is told.
KEY_TO_KEY = 70


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True).stdout


def active_window():
    """Where the window that has the keys draws, without the room for its shadow: x, y, width and height. None while
    there is no such window."""
    try:
        window = run('xdotool', 'getactivewindow').strip()
        lines = run('xdotool', 'getwindowgeometry', '--shell', window).splitlines()
        shadow = run('xprop', '-id', window, '-notype', '_GTK_FRAME_EXTENTS')
    except subprocess.CalledProcessError:
        return None
    place = dict(line.split('=') for line in lines)
    x, y, width, height = (int(place[side]) for side in ('X', 'Y', 'WIDTH', 'HEIGHT'))
    left, right, top, bottom = (int(side) for side in re.findall(r'\d+', shadow.partition('=')[2]) or 4 * '0')
    return x + left, y + top, width - left - right, height - top - bottom


def press(*keys):
    """Keys by their X names: Return, ctrl+f. Newer keyboard maps have xdotool hold Alt down with F1, but not with its
    code, 67."""
    codes = [re.sub(r'\bF(10|[1-9])$', lambda key: str(66 + int(key[1])), key) for key in keys]
    run('xdotool', 'key', '--clearmodifiers', '--delay', str(2 * KEY_TO_KEY), *codes)


def type_text(text, gap=KEY_TO_KEY):
    if text.isascii():
        with Keyboard() as keyboard:
            keyboard.type(text, gap, held=gap // 2)
    else:
        run('xdotool', 'type', '--clearmodifiers', '--delay', str(2 * KEY_TO_KEY), '--', text)


def hold(char, milliseconds):
    with Keyboard() as keyboard:
        keyboard.tap(PLACES[char], held=milliseconds)


def point(x, y):
    run('xdotool', 'mousemove', str(x), str(y))


def click(x, y):
    """A pointer that hasn't moved since a menu or a dialog closed below it is nowhere for GTK 4.8."""
    run('xdotool', 'mousemove', str(x + 1), str(y), 'mousemove', str(x), str(y), 'click', '1')


def paste_selection(x, y):
    run('xdotool', 'mousemove', str(x), str(y), 'click', '2')


def scroll_down(x, y):
    run('xdotool', 'mousemove', '--sync', str(x), str(y), 'click', '5')


def take_picture(path):
    if 'WAYLAND_DISPLAY' not in os.environ:
        run('import', '-window', 'root', str(path))
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(['weston-screenshooter'], check=True, cwd=folder, stderr=subprocess.DEVNULL)
        picture, = pathlib.Path(folder).iterdir()
        path.write_bytes(picture.read_bytes())
