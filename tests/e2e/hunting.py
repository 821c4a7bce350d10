# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and PIN codes are hunted for in all that Lanyard writes, tells and keeps: they are nowhere but in the keyring."""

import os
import pathlib
import re
import resource
import secrets
import signal
import subprocess

from driver import Lanyard, Sandbox, Skip, screen, wait_until
from driver.desktop import APP_ID
from driver.traces import Traces

ADA = re.compile('^Ada Okafor, ')
AYSE = re.compile('^Ayşe Yılmaz, ')  # the first of the code's access system
PIN = '83610594727'
# Some access systems put it into the name, and say it when something is the matter.
CODE = {'display_name': f'Courier Code {PIN}', 'code': PIN,
        'warnings': [{'warning_code': 'requested_code_unavailable', 'message': f'Code {PIN} was taken, 7350 set',
                      'original_code': PIN, 'new_code': '7350', 'created_at': '2026-01-01T00:00:00.000Z'}]}
CODE_NAME = re.compile('^Courier Code')
VERBOSE = {'G_MESSAGES_DEBUG': 'all', 'GTK_DEBUG': 'actions,keybindings,text', 'GDK_DEBUG': 'events,selection,clipboard',
           'GNUTLS_DEBUG_LEVEL': '9', 'MALLOC_ARENA_MAX': '1'}


def make_key(start):
    return f'seam_{start}_{secrets.token_hex(16)}'



def enter(lanyard, row, text):
    lanyard.click('text', row)
    lanyard.press('ctrl+a')
    lanyard.type(text)
    wait_until(lambda: len(lanyard.see('text', row).text()) == len(text), f'the {row} to be typed')


def check_clipboard(lanyard, sandbox, traces):
    """Neither copying, nor cutting, nor selecting gives the key away."""
    lanyard.press('ctrl+a', 'ctrl+c', 'ctrl+x')
    lanyard.click('text', 'Server')
    lanyard.press('ctrl+a', 'ctrl+v', 'End', 'shift+Insert')
    server = lanyard.see('text', 'Server')
    screen.paste_selection(*lanyard.find_place(server))
    traces.check_text('the clipboard', lanyard.see('text', 'Server').text())
    enter(lanyard, 'Server', sandbox.endpoint)


def open_code(lanyard):
    lanyard.search('Credentials', 'Courier Code')
    lanyard.click('list item', CODE_NAME)
    lanyard.see('push button', re.compile('^Show PIN'))


def check_details(lanyard, traces):
    """What the server wrote is to be read behind Details, without what is hunted."""
    lanyard.press('ctrl+1')  # the page of the credential may have Details of its own
    lanyard.click('push button', 'Details')
    lanyard.see('push button', 'Copy Details')
    lanyard.see('label', re.compile('^internal_server_error'))
    traces.check_tree(lanyard)
    lanyard.click('push button', 'Copy Details')
    lanyard.see('push button', 'Copied')
    lanyard.close_dialogs()


def work(lanyard, sandbox, refusal, traces):
    """Reads, assigns, undoes, and is refused with what is hunted in the answer."""
    open_code(lanyard)
    lanyard.open_user('Ada Okafor')
    lanyard.click('push button', 'Assign Credential…')
    lanyard.click('list item', re.compile(r'^Card 23\*\*\*\*, Card, Unassigned'))
    lanyard.click('push button', 'Assign')
    lanyard.see('label', 'Card 23**** assigned to Ada Okafor')
    lanyard.press('ctrl+z')
    lanyard.see('label', 'Card 23**** unassigned from Ada Okafor')
    sandbox.add_fault('/acs/credentials/assign', 'status', status=400, message=refusal)
    open_code(lanyard)
    lanyard.click('push button', 'Assign to User…')
    lanyard.see_focus('entry', 'Search Users')
    lanyard.see('list item', AYSE)
    lanyard.press('Down', 'Return')
    lanyard.see('label', re.compile('^Courier Code.* could not be assigned'))
    check_details(lanyard, traces)


def sign_out(lanyard):
    lanyard.click('push button', 'Main Menu')
    lanyard.choose('Sign Out…')
    lanyard.click('push button', 'Sign Out')
    lanyard.see('push button', 'Connect')


def look_everywhere(lanyard, traces):
    traces.check_tree(lanyard)
    traces.check_processes(lanyard)
    traces.check_files()
    traces.check('the log', Lanyard.log.read_bytes())


def connect(lanyard, sandbox, traces, key):
    """With a wrong key first; while the right one is in the entry, nobody gets to see it."""
    lanyard.see('push button', 'Connect')
    lanyard.click('list item', 'Advanced')
    enter(lanyard, 'Server', sandbox.endpoint)
    enter(lanyard, 'API Key', key[:-3] + 'bad')
    lanyard.click('push button', 'Connect')
    lanyard.see('label', re.compile('^Seam did not accept the API key'))
    traces.check_tree(lanyard)
    enter(lanyard, 'API Key', key)
    traces.check_tree(lanyard)
    check_clipboard(lanyard, sandbox, traces)
    lanyard.click('push button', 'Connect')


def read_keyring(sandbox):
    return subprocess.run(['secret-tool', 'lookup', 'endpoint', sandbox.endpoint], stdout=subprocess.PIPE, text=True,
                          check=False).stdout


def hunt(key, workspace=None):
    traces, key_traces = Traces(key[-32:], PIN), Traces(key[-32:])
    # libsoup frees the line of a request without wiping it, out of anybody's reach; it lies there until the memory is
    # used again. That is the one place, and in a development build only: a release leaves no core (test_no_core).
    line_of_request = re.compile(re.escape(key[-8:].encode()) + b'\r\n')
    folder = pathlib.Path(os.environ['HOME'], 'Documents')
    folder.mkdir()
    with Sandbox(f'--key={key}') as sandbox:
        if not workspace:
            sandbox.post('/_sandbox/set', acs_credential_id=sandbox.find_credential('Courier Code'),
                         members=CODE)
        with Lanyard(**VERBOSE) as lanyard:
            connect(lanyard, sandbox, traces, key)
            if workspace:
                lanyard.click('list item', re.compile(f'^{workspace}, '))
            lanyard.see('list item', ADA)
            wait_until(lambda: read_keyring(sandbox) == key, 'the key to be saved')
            work(lanyard, sandbox, f'No, {key}' if workspace else f'No, {key}, {PIN}', traces)
            for kind in 'CSV', 'JSON':
                lanyard.export(kind, folder / f'activity.{kind}')
                lanyard.see('label', f'Saved as activity.{kind}')
            look_everywhere(lanyard, traces)
            key_traces.check_core(lanyard, but_for=line_of_request)
            sign_out(lanyard)
            look_everywhere(lanyard, traces)
            assert read_keyring(sandbox) == ''
        traces.check_files()


def start_viewer():
    """What the help is shown with: it writes down the environment that it was given."""
    written = pathlib.Path(os.environ['HOME'], 'environment')
    applications = pathlib.Path(os.environ['XDG_DATA_HOME'], 'applications')
    applications.mkdir(parents=True)
    (applications / 'viewer.desktop').write_text(
        f'[Desktop Entry]\nType=Application\nName=Viewer\nExec=sh -c "env > {written}.new; mv {written}.new {written}"\n'
        'MimeType=x-scheme-handler/help;\n')
    (applications / 'mimeapps.list').write_text('[Default Applications]\nx-scheme-handler/help=viewer.desktop\n')
    return written


def test_key_in_environment():
    """It is taken out of there, and no child gets it."""
    key, written = make_key('hunted2'), start_viewer()
    traces = Traces(key[-32:])
    with Sandbox(f'--key={key}') as sandbox, Lanyard.on(sandbox, **VERBOSE) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.press('F1')
        wait_until(written.exists, 'the help')
        assert 'G_MESSAGES_DEBUG=all' in written.read_text()
        look_everywhere(lanyard, traces)
        assert read_keyring(sandbox) == ''


def leaves_core(process):
    os.kill(process.pid, signal.SIGABRT)
    _, status = os.waitpid(process.pid, 0)
    process.returncode = -signal.SIGABRT
    return os.WCOREDUMP(status)


def test_no_core():
    """A release that crashes leaves no core file, whatever the system is told to do with one."""
    os.chdir(os.environ['HOME'])
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if not leaves_core(subprocess.Popen(['sleep', '600'])):
        raise Skip('no program leaves a core file here')
    lanyard = Lanyard()
    lanyard.see('push button', 'Connect')
    lanyard.running.remove(lanyard)
    assert leaves_core(lanyard.program) == APP_ID.endswith('.Devel')


def test_key():
    hunt(make_key('hunted1'))


def test_access_token():
    hunt(make_key('at1'), workspace='Aurora Demo')
