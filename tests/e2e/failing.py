# SPDX-License-Identifier: GPL-3.0-or-later
"""One access system can't be read: the others are there, it is named, and is tried again by itself."""

import re

from driver import Lanyard, Sandbox

ADA = re.compile('^Ada Okafor, ')
MISSING = re.compile('^The users of .?Northlight Office.? could not be loaded')


def test_one_system():
    with Sandbox() as sandbox:
        system, = (system for system in sandbox.post('/acs/systems/list')['acs_systems']
                   if system['name'] == 'Northlight Office')
        person = next(user for user in sandbox.list('users') if user['acs_system_id'] == system['acs_system_id'])
        row = re.compile('^' + re.escape(person['full_name']) + ', ')
        sandbox.add_fault('/acs/users/list', 'status', status=400, times=0,
                          match={'acs_system_id': system['acs_system_id']})
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('label', MISSING)
            lanyard.see('list item', ADA)
            lanyard.see_no('list item', row)
            sandbox.post('/_sandbox/faults/clear')
            asked = sandbox.count('/acs/credentials/list')
            lanyard.click('push button', 'Try Again')
            lanyard.see_no('label', MISSING)
            # Nothing else was read again for it.
            assert sandbox.count('/acs/credentials/list') == asked
            lanyard.search('Users', person['full_name'])
            lanyard.see('list item', row)
