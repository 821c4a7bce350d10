# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 opens the user guide in the desktop's help viewer, and says so where there is none."""

import os
import pathlib
import re

from driver import Lanyard, Sandbox, wait_until


def install_viewer(folder):
    """A help viewer that writes down what it is asked to show; returns where."""
    shown = folder / 'shown'
    applications = folder / 'applications'
    applications.mkdir(parents=True)
    (applications / 'viewer.desktop').write_text(
        f'[Desktop Entry]\nType=Application\nName=Viewer\nExec=sh -c "echo %u > {shown}"\n'
        'MimeType=x-scheme-handler/help;\n')
    (applications / 'mimeapps.list').write_text('[Default Applications]\nx-scheme-handler/help=viewer.desktop\n')
    return shown


def share_without_viewers(folder):
    """All that a program needs of /usr/share, but no applications."""
    folder.mkdir()
    for name in 'glib-2.0', 'icons', 'mime':
        (folder / name).symlink_to(pathlib.Path('/usr/share') / name)
    return folder


def test_viewer():
    shown = install_viewer(pathlib.Path(os.environ['XDG_DATA_HOME']))
    with Sandbox() as sandbox:
        lanyard = Lanyard(SEAM_ENDPOINT=sandbox.endpoint, SEAM_API_KEY=sandbox.key)
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        lanyard.press('F1')
        wait_until(lambda: shown.exists() and shown.read_text() == 'help:lanyard\n', 'the guide to be opened')
        lanyard.quit()


def test_page_of_a_window():
    """Each window that is in front of the main one has its page."""
    shown = install_viewer(pathlib.Path(os.environ['XDG_DATA_HOME']))
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        lanyard.press('F10')
        lanyard.choose('Import…')
        lanyard.see_focus('push button', 'Select File…')
        lanyard.press('F1')
        wait_until(lambda: shown.exists() and shown.read_text() == 'help:lanyard/importing\n', 'the page about importing')
        lanyard.close_dialogs()
        lanyard.open_user('Ada Okafor')
        lanyard.press('ctrl+n')
        lanyard.see_focus('entry', 'Search Credentials')
        lanyard.press('F1')
        wait_until(lambda: shown.read_text() == 'help:lanyard/assigning\n', 'the page about assigning')
        lanyard.close_dialogs()


def test_no_viewer():
    share = share_without_viewers(pathlib.Path(os.environ['XDG_DATA_HOME']) / 'share')
    with Sandbox() as sandbox:
        lanyard = Lanyard(SEAM_ENDPOINT=sandbox.endpoint, SEAM_API_KEY=sandbox.key, XDG_DATA_DIRS=str(share))
        lanyard.see('list item', re.compile('^Ada Okafor, '))
        lanyard.press('F1')
        lanyard.see('label', re.compile('^Help can’t be shown'))
        lanyard.quit()
