# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: a credential is given to somebody, taken back, and what was done is undone."""

import re

from driver import Lanyard, Sandbox, wait_until

ASSIGN, UNASSIGN = '/acs/credentials/assign', '/acs/credentials/unassign'
ADA = re.compile('^Ada Okafor, ')
FREE_CARD = re.compile(r'^Card 23\*\*\*\*, Card, Unassigned')
ADAS_CARD = re.compile(r'^Card 23\*\*\*\*, Card, Assigned to Ada Okafor')
CHOOSE = 'First, select an item with the arrow keys or the pointer.'
ASSIGNED, UNASSIGNED = 'Card 23**** assigned to Ada Okafor', 'Card 23**** unassigned from Ada Okafor'


def assign_free_card(lanyard):
    """From Ada's page, with the picker."""
    lanyard.open_user('Ada Okafor')
    lanyard.click('push button', 'Assign Credential…')
    lanyard.click('list item', FREE_CARD)
    lanyard.click('push button', 'Assign')
    lanyard.see_toast(ASSIGNED)


def wait_for_holder(sandbox, name, holder):
    """Also of a workspace it is asked what is so, after the window has said it."""
    credential = sandbox.find_credential(name)
    user = sandbox.find_user(holder) if holder else None
    wait_until(lambda: sandbox.holder(credential) == user, f'{name} to be with {holder}')


def test_from_user():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        assign_free_card(lanyard)
        lanyard.see('list item', re.compile(r'^Ada Okafor, .* 4 credentials'))
        wait_for_holder(sandbox, 'Card 23****', 'Ada Okafor')


def test_from_credential():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_credential('Card 23****')
        lanyard.see('label', 'Unassigned', within=('list', 'Assigned To'))
        lanyard.click('push button', 'Assign to User…')
        lanyard.click('list item', ADA)
        lanyard.click('push button', 'Assign')
        lanyard.see('label', ASSIGNED)
        lanyard.see('label', 'Ada Okafor', within=('list', 'Assigned To'))
        lanyard.see('list item', ADAS_CARD)
        wait_for_holder(sandbox, 'Card 23****', 'Ada Okafor')


def test_unassign():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_credential('Card 82****')
        lanyard.click('push button', 'Unassign')
        lanyard.see('label', 'Card 82**** unassigned from Ada Okafor')
        lanyard.see('label', 'Unassigned', within=('list', 'Assigned To'))
        wait_for_holder(sandbox, 'Card 82****', None)


def test_undo_in_toast():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        assign_free_card(lanyard)
        lanyard.click('push button', 'Undo')
        lanyard.see('label', UNASSIGNED)
        lanyard.see('list item', re.compile(r'^Ada Okafor, .* 3 credentials'))
        wait_for_holder(sandbox, 'Card 23****', None)


def test_undo_by_key():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_credential('Card 82****')
        lanyard.click('push button', 'Unassign')
        lanyard.see('label', 'Card 82**** unassigned from Ada Okafor')
        lanyard.press('ctrl+z')
        lanyard.see('label', 'Card 82**** assigned to Ada Okafor')
        wait_for_holder(sandbox, 'Card 82****', 'Ada Okafor')


def test_take_from_somebody_else():
    """Only this is asked about; refusing sends nothing, and undoing gives it back."""
    held = re.compile(r'^Card 82\*\*\*\*, Card, Assigned to Ada Okafor')
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_user('Emma Lindqvist')
        lanyard.click('push button', 'Assign Credential…')
        lanyard.see_focus('entry', 'Search Credentials')
        lanyard.type('Card 82')
        lanyard.click('list item', held)
        lanyard.click('push button', 'Assign')
        lanyard.see('push button', 'Reassign')
        lanyard.click('push button', 'Cancel')
        lanyard.see_no('push button', 'Reassign')
        assert sandbox.count(UNASSIGN) == sandbox.count(ASSIGN) == 0
        wait_for_holder(sandbox, 'Card 82****', 'Ada Okafor')
        # Another may be chosen now, or the same.
        lanyard.see_focus('entry', 'Search Credentials')
        lanyard.click('push button', 'Assign')
        lanyard.click('push button', 'Reassign')
        lanyard.see_toast(re.compile(r'Card 82\*\*\*\* .*Emma Lindqvist'))
        lanyard.see_no('push button', 'Reassign')
        wait_for_holder(sandbox, 'Card 82****', 'Emma Lindqvist')
        lanyard.click('push button', 'Undo')
        wait_for_holder(sandbox, 'Card 82****', 'Ada Okafor')


def test_keyboard_alone():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.type('ada oka')
        lanyard.see('status bar', re.compile('^1 of '))
        lanyard.press('Return')
        lanyard.see('push button', 'Assign Credential…')
        lanyard.press('ctrl+n')
        lanyard.see_focus('entry', 'Search Credentials')
        lanyard.type('card 23*')
        lanyard.see('list item', FREE_CARD)
        lanyard.press('Return')
        lanyard.see('label', ASSIGNED)
        wait_for_holder(sandbox, 'Card 23****', 'Ada Okafor')
        lanyard.press('ctrl+z')
        lanyard.see('label', UNASSIGNED)
        wait_for_holder(sandbox, 'Card 23****', None)


def test_undo_belongs_to_the_text():
    """Ctrl+Z in a search brings back what was typed there, and nothing else, however often it is pressed."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        assign_free_card(lanyard)
        lanyard.press('ctrl+f', 'ctrl+a')
        lanyard.type('okafor')
        lanyard.press('ctrl+a', 'Delete')
        lanyard.see('status bar', '62 users')
        lanyard.see_focus('entry', 'Search Users')
        lanyard.press('ctrl+z')
        wait_until(lambda: lanyard.see('entry', 'Search Users').text() == 'okafor', 'the text to be back')
        lanyard.press('ctrl+shift+z')
        wait_until(lambda: lanyard.see('entry', 'Search Users').text() == '', 'the text to be gone again')
        lanyard.press(*10 * ['ctrl+z'])
        lanyard.press('Escape')
        lanyard.press('ctrl+f', 'ctrl+z', 'ctrl+z')
        lanyard.see('status bar', '62 users')
        assert sandbox.count(UNASSIGN) == 0
        lanyard.see_focus('entry', 'Search Users')

        # Where no text has the focus, it is the assignment's.
        lanyard.press('Escape', 'ctrl+z')
        lanyard.see('label', UNASSIGNED)
        wait_for_holder(sandbox, 'Card 23****', None)


def test_nothing_chosen():
    """Enter where nothing was typed, arrowed to or clicked assigns nothing, however often it is pressed."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.type('ada oka')
        lanyard.see('status bar', re.compile('^1 of '))
        lanyard.press('Return')
        lanyard.see_focus('push button', 'Assign Credential…')
        lanyard.press('Return', 'Return')
        lanyard.see_focus('entry', 'Search Credentials')
        lanyard.see('list item', FREE_CARD)
        assert 'sensitive' not in lanyard.see('push button', 'Assign').states
        lanyard.press('Return', 'Return', 'KP_Enter')
        lanyard.see('status bar', CHOOSE)
        lanyard.type('card')
        lanyard.press('Return', 'Return')
        lanyard.see('status bar', CHOOSE)
        lanyard.close_dialogs()

        lanyard.open_credential('Card 23****')
        lanyard.press('ctrl+n')
        lanyard.see_focus('entry', 'Search Users')
        lanyard.see('list item', ADA)
        lanyard.press('Return', 'Return')
        lanyard.see('status bar', CHOOSE)
        lanyard.close_dialogs()
        assert sandbox.count(ASSIGN) == sandbox.count(UNASSIGN) == 0


def test_number_typed():
    """A number is that card, or no card."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        number = next(card['card_number'] for card in sandbox.list('credentials')
                      if card['display_name'] == 'Card 23****')
        lanyard.open_user('Ada Okafor')
        lanyard.click('push button', 'Assign Credential…')
        lanyard.see_focus('entry', 'Search Credentials')
        lanyard.see('list item', FREE_CARD)
        for part in number[:-1], number[1:], f'{number}0':
            lanyard.press('ctrl+a')
            lanyard.type(part)
            lanyard.press('Return', 'Return')
            # Beside the rows that have it in theirs, or instead of any.
            text = f'No card has the number {part}.'
            wait_until(lambda: lanyard.find_showing('status bar', text) or lanyard.find_showing('label', text), text)
        assert sandbox.count(ASSIGN) == 0
        lanyard.press('ctrl+a')
        lanyard.type(number)
        lanyard.press('Return')
        lanyard.see('label', ASSIGNED)
        wait_for_holder(sandbox, 'Card 23****', 'Ada Okafor')


def test_older_route():
    with Sandbox('--users-route-only') as sandbox, Lanyard.on(sandbox) as lanyard:
        assign_free_card(lanyard)
        wait_for_holder(sandbox, 'Card 23****', 'Ada Okafor')
        lanyard.click('push button', 'Undo')
        lanyard.see('label', UNASSIGNED)
        wait_for_holder(sandbox, 'Card 23****', None)


def assign_and_undo_with(answers):
    with Sandbox(f'--answers={answers}') as sandbox, Lanyard.on(sandbox) as lanyard:
        assign_free_card(lanyard)
        wait_for_holder(sandbox, 'Card 23****', 'Ada Okafor')
        lanyard.click('push button', 'Undo')
        lanyard.see('label', UNASSIGNED)
        wait_for_holder(sandbox, 'Card 23****', None)


def test_bare_answers():
    assign_and_undo_with('bare')


def test_printed_answers():
    assign_and_undo_with('guide')


def begin_slowly(sandbox, lanyard):
    """Chooses a card for Ada, whose server takes its time before it says how things are."""
    lanyard.open_user('Ada Okafor')
    sandbox.add_fault('/acs/credentials/get', 'latency', delay_ms=15000)
    lanyard.click('push button', 'Assign Credential…')
    lanyard.click('list item', FREE_CARD)
    lanyard.click('push button', 'Assign')


def test_shown_at_once():
    """What was asked for is on the pages and in the activity before the server says anything, and only once."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        begin_slowly(sandbox, lanyard)
        lanyard.see('list item', 'Card 23****, Assigning…')
        lanyard.press('ctrl+3')
        lanyard.see('list item', re.compile(r'^Assigning Card 23\*\*\*\* to Ada Okafor…'))
        assert sandbox.count(ASSIGN) == 0
        lanyard.see('label', ASSIGNED)
        lanyard.see('list item', re.compile(r'^Card 23\*\*\*\* assigned to Ada Okafor, '))
        lanyard.see_no('list item', re.compile('^Assigning '))
        lanyard.press('ctrl+1')
        lanyard.see('push button', 'Unassign', within=('list item', re.compile(r'^Card 23\*')))
        lanyard.see_no('list item', 'Card 23****, Assigning…')
        assert sandbox.count(ASSIGN) == 1

        sandbox.add_fault('/acs/credentials/get', 'latency', delay_ms=15000)
        lanyard.click('push button', 'Unassign', within=('list item', re.compile(r'^Card 23\*')))
        lanyard.see('list item', re.compile(r'^Card 23\*\*\*\*, Unassigning…'))
        lanyard.see('label', UNASSIGNED)
        lanyard.see_no('list item', re.compile(r'^Card 23\*'))
        assert sandbox.count(UNASSIGN) == 1


def test_server_goes_away():
    """What could not be done is on record, named, stays on show and can be tried again."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        sandbox.add_fault('/acs/credentials/get', 'close-before', times=0)
        assign = re.compile(r'^Card 23\*\*\*\* could not be assigned to Ada Okafor: The server could not be reached')
        begin_slowly(sandbox, lanyard)
        lanyard.see('label', assign)
        lanyard.press('ctrl+3')
        lanyard.see('list item', re.compile(r'^Card 23\*\*\*\* could not be assigned to Ada Okafor, '))
        assert sandbox.count(ASSIGN) == 0
        sandbox.post('/_sandbox/faults/clear')
        lanyard.click('push button', 'Try Again')
        lanyard.see('label', ASSIGNED)
        wait_for_holder(sandbox, 'Card 23****', 'Ada Okafor')


def test_closed_before_sending():
    """What was only asked for when Lanyard ended is known not to be done: the server isn't needed for that."""
    with Sandbox() as sandbox:
        lanyard = Lanyard.on(sandbox)
        begin_slowly(sandbox, lanyard)
        lanyard.press('ctrl+3')
        lanyard.see('list item', re.compile(r'^Assigning Card 23\*\*\*\* to Ada Okafor…'))
        lanyard.kill()
        sandbox.add_fault('/acs/credentials/get', 'close-before', times=0)
        with Lanyard.on(sandbox) as lanyard:
            lanyard.see('label', 'In the previous session: Card 23**** could not be assigned to Ada Okafor: '
                                 'Lanyard was closed before the change was sent')
            sandbox.post('/_sandbox/faults/clear')
            assert sandbox.count(ASSIGN) == 0
            lanyard.click('push button', 'Try Again')
            lanyard.see('label', ASSIGNED)
            wait_for_holder(sandbox, 'Card 23****', 'Ada Okafor')


def test_changed_hands():
    """Whose it is now is said, with the way there."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.open_user('Ada Okafor')
        lanyard.click('push button', 'Assign Credential…')
        lanyard.see('list item', FREE_CARD)
        credential, emma = sandbox.find_credential('Card 23****'), sandbox.find_user('Emma Lindqvist')
        sandbox.post('/acs/credentials/assign', acs_credential_id=credential, acs_user_id=emma)
        lanyard.click('list item', FREE_CARD)
        lanyard.click('push button', 'Assign')
        lanyard.see('label', 'Card 23**** could not be assigned to Ada Okafor: The credential is now assigned to Emma Lindqvist')
        lanyard.click('push button', 'Show')
        lanyard.see('label', 'Emma Lindqvist', within=('list', 'Assigned To'))
        assert sandbox.holder(credential) == emma
