# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace is connected with its key, which is kept only when it was accepted, and only in the keyring."""

import os
import pathlib
import re

from driver import Lanyard, Sandbox, wait_until
from driver.sandbox import find_free_port

ADA = re.compile('^Ada Okafor, ')
USUAL_SERVER = 'https://connect.getseam.com'


def enter_server(lanyard, endpoint):
    lanyard.click('list item', 'Advanced')
    lanyard.click('text', 'Server')
    lanyard.press('ctrl+a')
    lanyard.type(endpoint)


def enter_key(lanyard, key):
    lanyard.click('text', 'API Key')
    lanyard.press('ctrl+a')
    lanyard.type(key)


def connect(lanyard, endpoint, key):
    enter_server(lanyard, endpoint)
    enter_key(lanyard, key)
    lanyard.click('push button', 'Connect')


def read_everything_saved():
    """What the run left in its folders, the keyring's own aside, which encrypts."""
    folders = [pathlib.Path(os.environ[name]) for name in ('XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME')]
    return b''.join(path.read_bytes() for folder in folders for path in folder.rglob('*') if path.is_file())


def test_key_is_kept():
    with Sandbox() as sandbox:
        with Lanyard() as lanyard:
            connect(lanyard, sandbox.endpoint, sandbox.key)
            lanyard.see('list item', ADA)
        assert sandbox.key.encode() not in read_everything_saved()
        assert sandbox.endpoint.encode() in read_everything_saved()
        with Lanyard() as lanyard:
            lanyard.see('list item', ADA)
            lanyard.click('push button', 'Main Menu')
            lanyard.choose('Sign Out…')
            lanyard.click('push button', 'Sign Out')
            lanyard.see('push button', 'Connect')
        with Lanyard() as lanyard:
            lanyard.see('push button', 'Connect')


def test_wrong_key():
    with Sandbox() as sandbox:
        with Lanyard() as lanyard:
            connect(lanyard, sandbox.endpoint, 'seam_wrong1_key')
            lanyard.see('label', re.compile('^Seam did not accept the API key'))
            lanyard.see('push button', 'Connect')
        assert sandbox.endpoint.encode() not in read_everything_saved()
        with Lanyard() as lanyard:
            lanyard.see('push button', 'Connect')


def test_key_with_space_around():
    with Sandbox() as sandbox, Lanyard() as lanyard:
        enter_server(lanyard, sandbox.endpoint)
        lanyard.see('text', 'API Key').set_text(f' \t{sandbox.key} \n')
        lanyard.click('push button', 'Connect')
        lanyard.see('list item', ADA)


def test_bad_server():
    with Lanyard() as lanyard:
        enter_key(lanyard, 'seam_some1_key')
        wait_until(lambda: 'sensitive' in lanyard.see('push button', 'Connect').states, 'a key that can be sent')
        enter_server(lanyard, 'nonsense')
        lanyard.see('label', re.compile('^Not a valid server address'))
        assert 'sensitive' not in lanyard.see('push button', 'Connect').states
        enter_server_again(lanyard, 'http://example.com')
        lanyard.see('label', re.compile('^Use an https address'))
        assert 'sensitive' not in lanyard.see('push button', 'Connect').states
        enter_server_again(lanyard, 'https://example.com')
        wait_until(lambda: 'sensitive' in lanyard.see('push button', 'Connect').states, 'a server that may be asked')


def enter_server_again(lanyard, endpoint):
    lanyard.press('ctrl+a')
    lanyard.type(endpoint)


def test_offline():
    """Nobody answers; once somebody does, Try Again is all that is needed."""
    port, key = find_free_port(), 'seam_offline1_key'
    with Lanyard() as lanyard:
        connect(lanyard, f'http://127.0.0.1:{port}', key)
        lanyard.see('push button', 'Try Again')
        with Sandbox(f'--key={key}', port=port):
            lanyard.click('push button', 'Try Again')
            lanyard.see('list item', ADA)
    with Lanyard() as lanyard:
        lanyard.see('push button', 'Try Again')
        with Sandbox(f'--key={key}', port=port):
            lanyard.click('push button', 'Try Again')
            lanyard.see('list item', ADA)
