#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` leaves behind: everything is there, under the application's own name, and a store reads it.

check-install.py MESON BUILD PREFIX APP_ID
"""
import configparser
import gzip
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# A Flatpak exports of these folders only what is called after the application, which is right everywhere.
NAMED_AFTER_APP = ['applications', 'dbus-1', 'glib-2.0', 'gnome-shell', 'icons', 'metainfo']


def read_keys(path):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


def check_tree(root, prefix, app_id):
    share = root / 'share'
    for folder in NAMED_AFTER_APP:
        for path in (share / folder).rglob('*'):
            assert path.is_dir() or path.name.startswith(app_id), f'{path} is not named after the application'

    entry = read_keys(share / 'applications' / f'{app_id}.desktop')['Desktop Entry']
    assert (root / 'bin' / entry['Exec'].split()[0]).is_file(), 'the desktop entry starts nothing'
    assert entry['Icon'] == app_id, 'the desktop entry has another icon'
    for icon in ['scalable/apps/%s.svg', 'symbolic/apps/%s-symbolic.svg']:
        assert (share / 'icons' / 'hicolor' / (icon % app_id)).is_file(), f'{icon % app_id} is missing'

    service = read_keys(share / 'dbus-1' / 'services' / f'{app_id}.service')['D-BUS Service']
    assert service['Name'] == app_id, 'the D-Bus service has another name'
    program = pathlib.Path(service['Exec'].split()[0])
    assert (root / program.relative_to(prefix)).is_file(), 'the D-Bus service starts nothing'

    for program in (root / 'bin').iterdir():
        assert (share / 'man' / 'man1' / f'{program.name}.1').is_file(), f'{program.name} has no manual page'


def check_catalogue(destination, prefix, app_id):
    """What a store makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        result = pathlib.Path(folder)
        subprocess.run(['appstreamcli', 'compose', '--no-net', '--no-color', '--print-report=full', '--origin=test',
                        f'--prefix={prefix}', f'--result-root={result}', f'--data-dir={result}',
                        f'--icons-dir={result}/icons', f'--components={app_id}', destination], check=True)
        with gzip.open(result / 'test.xml.gz') as file:
            component = ElementTree.parse(file).getroot().find('component')
        for size in (64, 128):
            icons = (result / 'icons' / f'{size}x{size}').glob(f'{app_id}.*')  # PNG, or JPEG XL since AppStream 1.2
            assert any(icons), f'the store has no {size} px icon'

    assert component.findtext('id') == app_id, 'the store does not know it'
    for part in ['name', 'summary', 'description/p', 'project_license', 'launchable', 'icon[@type="cached"]',
                 'categories/category', 'keywords/keyword', 'screenshots/screenshot/image', 'branding/color',
                 'releases/release', 'content_rating', 'requires/display_length', 'supports/control',
                 'url[@type="homepage"]', 'url[@type="bugtracker"]']:
        assert component.find(part) is not None, f'the store is not told: {part}'


meson, build, prefix, app_id = sys.argv[1:]
with tempfile.TemporaryDirectory() as destination:
    subprocess.run([meson, 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', destination], check=True)
    check_tree(pathlib.Path(destination) / prefix.lstrip('/'), prefix, app_id)
    check_catalogue(destination, prefix, app_id)
