#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The releases of the metainfo are Lanyard's changelog: each tells what is new, and the newest one is this version.

check-releases.py VERSION METAINFO
"""
import datetime
import pathlib
import sys
import xml.etree.ElementTree as ElementTree


SOURCE = pathlib.Path(__file__).parents[2]


def parse_version(text):
    return tuple(int(part) for part in text.split('.'))


version, path = sys.argv[1:]
component = ElementTree.parse(path).getroot()
releases = component.findall('releases/release')
versions = [parse_version(release.get('version')) for release in releases]
dates = [datetime.date.fromisoformat(release.get('date')) for release in releases]

assert releases[0].get('version') == version, f"the newest release is not {version}"
assert versions == sorted(set(versions), reverse=True), 'the releases are not in order, the newest first'
assert dates == sorted(dates, reverse=True), 'a release is older than the one before it'
for release in releases:
    text = ''.join(''.join(node.itertext()) for node in release.findall('description'))
    assert text.strip(), f"release {release.get('version')} does not say what is new"

for image in component.iter('image'):
    assert image.text.startswith('https://'), f'{image.text} is not fetched safely'
    _, pinned, path = image.text.partition(f'/v{version}/')
    assert pinned, f'{image.text} is not pinned to this version'
    assert (SOURCE / path).is_file(), f'{path} is not there to be fetched'
