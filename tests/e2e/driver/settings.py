# SPDX-License-Identifier: GPL-3.0-or-later
"""What Lanyard has saved in its settings."""

import configparser
import os
import pathlib


def get_setting(name):
    """As it is written down; None where it was left as it is by default."""
    path = pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings', 'keyfile')
    settings = configparser.RawConfigParser(delimiters='=')
    settings.read(path)
    for section in settings.sections():
        if section.endswith('/lanyard_app/Lanyard'):
            return settings[section].get(name)
    return None
