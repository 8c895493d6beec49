#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two projects that do the same, by keyboard alone: compare, merge, undo, waive, withdraw, and find
them from the findings.

The name of a button that has an access key is told twice, with the mark of the key and without.

test-silo.py PROGRAM SAMPLE
"""

import re
import sys

from throughline import (BUTTON, ENTRY, Throughline, copy_to, expect, make_folder, read_json)

SAMPLE = sys.argv[2]
FIRST = 'Company onboarding course 101'
SECOND = 'Company course 201'
OTHER = 'Internship for Learning'
REASON = 'One is for interns, the other for those who stay'
N_PAIRS = 49


def wait_focused(app, name):
    app.wait(lambda: re.fullmatch(name, app.get_focused().name), f'the keyboard to be on {name!r}')
    return app.get_focused()


def open_desk(app):
    """The tab counts what is more than a hint; the list has everything."""
    app.open_desk('Silos')
    app.practice.get(BUTTON, f'All {N_PAIRS}')
    app.practice.get(BUTTON, f'Alike {N_PAIRS}')
    app.practice.get('label', '4 pairs of projects are alike')
    app.screenshot('silo-list')


def open_pair(app, name):
    app.walk_to('.* and .*, very alike, .*|.* and .*, alike, .*')
    app.key('Home')
    node = app.walk_to(name, 'Down')
    app.key('Return')
    return node


def read_pair(app):
    """What is shared comes with a sign and in sentences, and its part in the score with it."""
    wait_focused(app, f'{FIRST}.*')
    app.practice.get('label', f'“{FIRST}” and “{SECOND}” are .* alike')
    app.practice.get('label', 'Objectives: .* shared: .*')
    app.practice.get('label', 'Topics and skills: not recorded for either')
    app.practice.get('label', 'not counted')
    app.practice.get('label', r'(?s)= .*')
    app.screenshot('silo-pair')


def merge(app):
    """The preview says what the one will have; both texts are kept, and one undo leads back."""
    app.walk_to('.*Merge…')
    app.key('space')
    dialog = app.get_window('Merge Two Projects')
    wait_focused(app, FIRST)
    dialog.get('label', rf'(?s)Title: {FIRST}.*')
    app.key('Down')
    dialog.get('label', rf'(?s)Title: {SECOND}.*')
    app.key('Up')
    dialog.get('label', rf'(?s)Title: {FIRST}.*')
    app.screenshot('silo-merge')
    app.key('ctrl+Return')
    app.practice.get(BUTTON, 'Silos, 3 findings')
    app.practice.get_gone('list item', f'{FIRST} and {SECOND}, .*')
    wait_focused(app, '.* and .*')
    app.screenshot('silo-merged')
    app.key('ctrl+z')
    app.practice.get('list item', f'{FIRST} and {SECOND}, .*')
    app.practice.get(BUTTON, 'Silos, 4 findings')


def waive(app):
    """A waiver wants a reason."""
    open_pair(app, f'{OTHER} and .*')
    app.walk_to('.*Waive…')
    app.key('space')
    dialog = app.get_window('Waive a Finding')
    wait_focused(app, 'Reason.*')
    app.key('ctrl+Return')
    dialog.get('label', 'A waiver needs a reason.')
    app.type(REASON)
    app.key('ctrl+Return')
    app.practice.get('label', f'Waived without an end: {REASON}')
    app.practice.get(BUTTON, 'Silos, 3 findings')
    app.screenshot('silo-waived')


def withdraw(app):
    """It is listed where waived pairs are asked for, and there it can be withdrawn."""
    app.key('alt+Left')
    wait_focused(app, f'{OTHER} and .*')
    app.walk_to('Waived 1', 'shift+Tab')
    app.key('space')
    app.practice.get_gone('list item', f'{FIRST} and {SECOND}, .*')
    app.key('Tab')
    wait_focused(app, f'{OTHER} and .*, waived')
    app.key('Return')
    app.walk_to('.*Withdraw', 'shift+Tab')
    app.key('space')
    app.practice.get(BUTTON, 'Silos, 4 findings')
    app.practice.get_gone('label', f'Waived without an end: {REASON}')
    app.key('alt+Left')
    wait_focused(app, 'All .*')
    app.key('space')
    open_pair(app, f'{OTHER} and .*')


def save_brief(app, folder):
    """One page for both owners, in a file of its own."""
    app.walk_to('.*Save Brief…')
    app.key('space')
    dialog = app.get_window('Save Brief for Both Owners')
    app.wait(lambda: app.get_focused().role in ENTRY, 'the name of the file')
    app.key('ctrl+a')
    app.type(f'{folder}/brief.pdf')
    app.key('Return')
    app.get_said('Exported “brief.pdf”')
    expect(dialog is not None, True, 'whether a file was asked for')
    with open(f'{folder}/brief.pdf', 'rb') as file:
        expect(file.read(5), b'%PDF-', 'the beginning of the brief')


def compare_from_findings(app):
    """A finding about two projects leads to the two."""
    app.key('alt+1')
    app.focus_map()
    app.walk_to('Findings|.*: [0-9]+ findings?, .*', 'shift+Tab')
    app.key('Home')
    app.walk_to('Possible duplication: .*', 'Down')
    app.key('Return')
    app.findings.get('list item', '.*They are .* alike: .*')
    app.key('Down')
    wait_focused(app, '.*They are .* alike: .*')
    app.key('Tab')
    wait_focused(app, 'Compare…')
    app.key('space')
    app.practice.get('label', '“.*” and “.*” are .* alike')
    app.screenshot('silo-compare')


def main():
    folder = make_folder()
    path = copy_to(folder, SAMPLE)
    before = read_json(path)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        open_desk(app)
        open_pair(app, f'{FIRST} and {SECOND}, .*')
        read_pair(app)
        merge(app)
        waive(app)
        withdraw(app)
        save_brief(app, folder)
        compare_from_findings(app)
    expect(read_json(path) == before, True, 'whether the file is as it was')


main()
