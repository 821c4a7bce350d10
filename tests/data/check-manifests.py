#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The development build's Flatpak is the release's under another name: the same runtime, the same permissions.

check-manifests.py FOLDER
"""
import json
import pathlib
import sys

ID = 'io.github.lanyard_app.Lanyard'

release, development = (json.loads(pathlib.Path(sys.argv[1], name + '.json').read_text())
                        for name in (ID, ID + '.Devel'))
assert release.pop('id') == ID and development.pop('id') == f'{ID}.Devel', 'a manifest is named otherwise than its file'
assert development.pop('appstream-compose') is False, 'the development build is in no catalogue'
assert development['modules'][0].pop('config-opts') == ['-Dprofile=development']
assert release == development, 'the manifests differ in more than their names'
