# SPDX-License-Identifier: GPL-3.0-or-later
"""A card is held to the reader: whatever has the focus, it is one number, and nothing else is done by its keys."""

import re
import subprocess

from driver import Lanyard, Sandbox, reader, screen, wait_until

ADA = re.compile('^Ada Okafor, ')
GAPS = 1, 2, 5, 12, 30
UNKNOWN = '90817263'


def find_card(sandbox):
    card, = (item for item in sandbox.list('credentials') if item['display_name'] == 'Card 82****')
    return card


def see_card(lanyard):
    lanyard.see('label', 'Ada Okafor', within=('list', 'Assigned To'))
    lanyard.see('label', 'Card 82****')


def see_unknown(lanyard, number=UNKNOWN):
    lanyard.see('label', re.compile(number))


def count_changes(sandbox):
    return sum(sandbox.count(f'/acs/{route}') for route in
               ('credentials/assign', 'credentials/unassign', 'users/assign', 'users/unassign'))


def set_layout(layout):
    subprocess.run(['setxkbmap', layout], check=True)


def test_on_a_button():
    """The focus is on Unassign, and the search has text in it."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        card = find_card(sandbox)
        held = [item['acs_credential_id'] for item in sandbox.list('credentials') if item.get('acs_user_id')]
        for gap in GAPS:
            lanyard.open_user('Ada Okafor')
            lanyard.tab_to('push button', 'Unassign')
            reader.scan(card['card_number'], gap)
            see_card(lanyard)
            reader.wait_for_next_card()
        assert count_changes(sandbox) == 0
        assert held == [item['acs_credential_id'] for item in sandbox.list('credentials') if item.get('acs_user_id')]


def test_ends():
    """Enter, Tab, both, CR and LF, the keypad's, none; and no key is left over for what has the focus then."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        card = find_card(sandbox)
        for end in 'Return', 'Tab', 'Tab Return', 'Return Return', 'Return ctrl+j', 'KP_Enter', 'Down', '':
            lanyard.open_user('Ada Okafor')
            lanyard.tab_to('push button', 'Unassign')
            reader.scan(card['card_number'], 5, end)
            see_card(lanyard)
            reader.wait_for_next_card()
        assert count_changes(sandbox) == 0


def test_on_a_row():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        card = find_card(sandbox)
        for gap in GAPS:
            lanyard.press('ctrl+1')
            lanyard.click('list item', ADA)
            lanyard.see('push button', 'Assign Credential…')
            reader.scan(card['card_number'], gap, 'Return Return')
            see_card(lanyard)
            reader.wait_for_next_card()


def test_in_an_entry():
    """What was typed before stays as it was, and where the cursor was."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.press('ctrl+f')
        lanyard.see_focus('entry', 'Search Users')
        lanyard.type('okf')
        lanyard.press('Left')
        for gap in GAPS:
            reader.scan(UNKNOWN, gap)
            see_unknown(lanyard)
            reader.wait_for_next_card()
        lanyard.type('a')
        wait_until(lambda: lanyard.see('entry', 'Search Users').text() == 'okaf', 'the rest to be typed')


def test_in_a_menu():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        for gap in GAPS:
            lanyard.press('F10')
            lanyard.see('menu item', 'Preferences')
            lanyard.press('Down')
            reader.scan(UNKNOWN, gap, 'Return Return')
            see_unknown(lanyard)
            lanyard.see('menu item', 'Preferences')
            lanyard.press('Escape')
            lanyard.see_no('menu item', 'Preferences')
        lanyard.see_no('frame', 'Preferences')


def test_in_a_dialog():
    """A question with its answer in focus is neither answered nor closed."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.click('push button', 'Main Menu')
        lanyard.choose('Sign Out…')
        lanyard.see('push button', 'Sign Out')
        for gap in GAPS:
            lanyard.press('Tab')
            reader.scan(UNKNOWN, gap, 'Return Return')
            see_unknown(lanyard)
            reader.wait_for_next_card()
            lanyard.see('push button', 'Sign Out')
        lanyard.close_dialogs()
        lanyard.see('list item', ADA)


def test_layouts():
    """The keys' places count, not what the desktop's layout has on them; or that, when the reader was set up for it."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        card = find_card(sandbox)
        lanyard.see('list item', ADA)
        for layout in 'fr', 'cz', 'de', 'us':
            set_layout(layout)
            for gap in 2, 30:
                lanyard.press('ctrl+1')
                lanyard.click('list item', ADA)
                reader.scan(card['card_number'], gap)
                see_card(lanyard)
                reader.wait_for_next_card()
        set_layout('fr')
        lanyard.press('ctrl+1')
        lanyard.click('list item', ADA)
        reader.scan(''.join(')!@#$%^&*('[int(digit)] for digit in card['card_number']))
        see_card(lanyard)
        set_layout('us')


def test_keypads():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        card = find_card(sandbox)
        lanyard.click('list item', ADA)
        reader.scan(card['card_number'], keypad=True, end='KP_Enter')
        see_card(lanyard)
        lanyard.press('ctrl+1')
        lanyard.click('list item', ADA)
        reader.wait_for_next_card()
        reader.scan_by_codes(card['card_number'])
        see_card(lanyard)


def test_while_loading():
    """A hundred thousand users and credentials are still being read: no key of the number gets anywhere."""
    with (Sandbox('--users', '100000', '--credentials', '100000', '--latency', '6000') as sandbox,
          Lanyard.on(sandbox) as lanyard):
        lanyard.see('push button', 'Stop')
        lanyard.press('ctrl+f')
        lanyard.see_focus('entry', 'Search Users')
        for gap in GAPS:
            reader.scan(UNKNOWN, gap)
            reader.wait_for_next_card()
        lanyard.see('push button', 'Stop')
        lanyard.type('x')
        wait_until(lambda: lanyard.see('entry', 'Search Users').text() == 'x', 'the letter to be typed')
        assert count_changes(sandbox) == 0


def test_while_assigning():
    """What is on its way is done once, whatever is scanned meanwhile."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        sandbox.add_fault('/acs/credentials/assign', 'latency', delay_ms=3000)
        lanyard.assign('Ada Okafor', 'Card 23****')
        for gap in GAPS:
            reader.scan(UNKNOWN, gap, 'Return Return')
        lanyard.see('label', 'Card 23**** assigned to Ada Okafor')
        assert count_changes(sandbox) == 1


def test_one_after_the_other():
    """Each is a number of its own, also when they come at once."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        card = find_card(sandbox)
        lanyard.see('list item', ADA)
        lanyard.press('ctrl+f')
        lanyard.see_focus('entry', 'Search Users')
        reader.scan('11112222')
        reader.scan(card['card_number'])
        see_card(lanyard)


def test_person():
    """Nothing that is typed is lost, and each key of it counts, however quick a person is."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        for gap in 60, 90, 150, 300:
            lanyard.press('ctrl+f', 'ctrl+a')
            lanyard.see_focus('entry', 'Search Users')
            screen.type_text('20481234', gap)
            wait_until(lambda: lanyard.see('entry', 'Search Users').text() == '20481234', 'the number to be typed')
            lanyard.press('ctrl+a')
            screen.type_text('Okafor, Ada', gap)
            wait_until(lambda: lanyard.see('entry', 'Search Users').text() == 'Okafor, Ada', 'the name to be typed')


def test_dead_keys():
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        set_layout('fr')
        lanyard.press('ctrl+f')
        lanyard.see_focus('entry', 'Search Users')
        screen.type_text('[e[eb')  # by their place: a dead circumflex and e, twice
        wait_until(lambda: lanyard.see('entry', 'Search Users').text() == 'êêb', 'the letters to be typed')
        set_layout('us')


def test_held_key():
    """A key that is held down until it repeats, at 30 in a second."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.press('ctrl+f')
        lanyard.see_focus('entry', 'Search Users')
        screen.hold('1', 1500)
        wait_until(lambda: re.fullmatch('1{10,}', lanyard.see('entry', 'Search Users').text()), 'the key to repeat')
        lanyard.see('status bar', '0 of 62 users')


def test_turned_off():
    """A reader is a keyboard then."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        lanyard.see('list item', ADA)
        lanyard.open_card_reader_page()
        lanyard.click('list item', 'Recognize Card Readers')
        lanyard.close_dialogs()
        lanyard.press('ctrl+f')
        lanyard.see_focus('entry', 'Search Users')
        reader.scan(UNKNOWN, 5, '')
        wait_until(lambda: lanyard.see('entry', 'Search Users').text() == UNKNOWN, 'the number to be typed')


def test_trying():
    """The preferences show what a reader types and what that is taken for, and it does nothing else meanwhile."""
    with Sandbox() as sandbox, Lanyard.on(sandbox) as lanyard:
        card = find_card(sandbox)
        lanyard.see('list item', ADA)
        lanyard.open_card_reader_page()
        lanyard.see('label', 'Scan a card to test the reader')
        reader.scan(f'%{card["card_number"]}?', 5)
        lanyard.see('label', f'%{card["card_number"]}?')
        lanyard.see('label', card['card_number'])
        lanyard.close_dialogs()
        lanyard.see('list item', ADA)
        assert lanyard.find_showing('list', 'Assigned To') is None
