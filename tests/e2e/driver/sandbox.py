# SPDX-License-Identifier: GPL-3.0-or-later
"""A Seam workspace on the loopback interface, and what others do to it meanwhile."""

import json
import os
import socket
import subprocess
import urllib.request


LOOPBACK = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def find_free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


class Sandbox:
    def __init__(self, *options, port=0):
        self.program = subprocess.Popen([os.environ['LANYARD_SANDBOX'], *options, str(port)],
                                        stdout=subprocess.PIPE, text=True)
        self.endpoint = self.program.stdout.readline().strip().removeprefix('SEAM_ENDPOINT=')
        self.key = self.program.stdout.readline().strip().removeprefix('SEAM_API_KEY=')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.terminate()
        self.program.wait()
        self.program.stdout.close()

    def post(self, route, /, **members):
        return self.send(route, json.dumps(members).encode())

    def send(self, route, body=None):
        request = urllib.request.Request(self.endpoint + route, body, {'Authorization': f'Bearer {self.key}',
                                                                       'Content-Type': 'application/json'})
        with LOOPBACK.open(request) as answer:
            return json.load(answer)

    def list(self, kind):
        """All of the users, or the credentials, page by page."""
        found, cursor = [], {}
        while True:
            page = self.post(f'/acs/{kind}/list', limit=500, **cursor)
            found += page[f'acs_{kind}']
            if not page['pagination']['has_next_page']:
                return found
            cursor = {'page_cursor': page['pagination']['next_page_cursor']}

    def find_user(self, name):
        user, = (user for user in self.list('users') if user['full_name'] == name)
        return user['acs_user_id']

    def find_credential(self, name):
        credential, = (item for item in self.list('credentials') if item['display_name'] == name)
        return credential['acs_credential_id']

    def holder(self, credential):
        return self.post('/_sandbox/state', acs_credential_id=credential)['acs_user_id']

    def count(self, route):
        """How often a route has been asked for, by the clients and by this."""
        return self.send('/_sandbox/log')['counts'].get(route, 0)

    def add_fault(self, route, kind, **members):
        self.post('/_sandbox/faults', route=route, kind=kind, **members)
