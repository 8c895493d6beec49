#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The registers in a real window, by the keyboard alone: sort, fill, paste, add, undo, save.

test-table.py PROGRAM SAMPLE
"""

import re
import sys

from throughline import (ENTRY, GROUP, Throughline, copy_to, expect, expect_same, make_folder,
                         read_json)

SAMPLE = sys.argv[2]
NAME = 'All-remote software company'
LARGEST = 'Elevate manager programme'
NEXT = 'Level Up'
MENU_ITEM = ('menu item', 'radio menu item', 'check menu item')


def get_cell(app, column, row, text):
    """Wait until the keyboard is on a cell, which says so."""
    name = f'{column}, row {row}.*: {text}'
    app.wait(lambda: re.fullmatch(name, app.get_focused().name), f'the keyboard on {name!r}')


def get_status(app, text):
    """Wait until the line below the table says so. To walk all cells would take seconds."""
    def find():
        return next((node for node in app.get_pane(GROUP, 'Table').children
                     if node.role == 'label' and re.fullmatch(text, node.name)), None)
    return app.wait(find, f'{text!r} below the table')


def get_entry(app, name):
    """Wait until one types into an editor."""
    def find():
        node = app.get_focused()
        return node if node.role in ENTRY and node.name == name else None
    return app.wait(find, f'an entry {name!r}')


def get_menu(app):
    """Wait until the keyboard is in a menu."""
    app.wait(lambda: app.get_focused().role in MENU_ITEM, 'a menu')


def open_table(app):
    app.key('alt+2')
    get_cell(app, 'Title', LARGEST, f'{LARGEST}.*')
    get_status(app, '52 rows')
    app.screenshot('table')


def sort_by_days(app):
    """The menu of a cell has what a click on the header does."""
    app.key('Right', 'Right', 'Right')
    get_cell(app, 'Effort', LARGEST, '180')
    app.key('Menu')
    get_menu(app)
    app.key('Up', 'Return')
    app.wait(lambda: app.get_focused().name == 'Column', 'the menu of the column')
    app.screenshot('table-menu')
    app.key('Down', 'Down', 'Return')
    get_cell(app, 'Effort', LARGEST, '180')
    app.key('ctrl+Home')
    get_cell(app, 'Title', LARGEST, f'{LARGEST}.*')
    app.key('Right', 'Right', 'Right', 'Down')
    get_cell(app, 'Effort', NEXT, '150')


def fill_status(app):
    """A status is chosen by its first letters, and filled over the two rows below."""
    app.key('Up', 'Left', 'Left')
    get_cell(app, 'Status', LARGEST, 'Live')
    app.type('pau')
    get_entry(app, 'Status')
    app.screenshot('table-edit')
    app.key('Return')
    get_cell(app, 'Status', NEXT, 'Live')
    app.key('Up', 'shift+Down', 'shift+Down', 'ctrl+d')
    get_status(app, '.*3 selected.*')
    app.key('Escape')
    get_cell(app, 'Status', '.*', 'Paused')
    app.screenshot('table-filled')


def refuse(app):
    """What is no number never gets in, and Escape gives the old one back."""
    app.key('ctrl+Home', 'Right', 'Right', 'Right')
    app.type('many')
    app.key('Return')
    app.wait(lambda: get_entry(app, 'Effort').description == '“many” is not a number.',
             'the reason to be told')
    app.screenshot('table-refused')
    app.key('Escape')
    get_cell(app, 'Effort', LARGEST, '180')


def paste(app):
    """Two rows are copied, and go over the last one and behind it."""
    app.key('ctrl+Home', 'shift+Down', *['shift+Right'] * 3)
    get_status(app, '.*2 selected · Sum 330 · Mean 165')
    app.key('ctrl+c', 'ctrl+End', 'Home')
    app.key('ctrl+v')
    dialog = app.get_window('Paste Into the Table?')
    dialog.get('label', '6 cells change. 1 row is added. 1 column has no place here .*')
    app.screenshot('table-paste')
    app.key('Return')
    get_status(app, '53 rows')


def add(app):
    """A new row is named at once; Tab goes on to the next cell."""
    app.key('ctrl+Return')
    get_entry(app, 'Title')
    app.type('Talks with new leaders')
    app.key('Tab')
    get_cell(app, 'Status', 'Talks with new leaders', 'Analysis')
    get_status(app, '54 rows')


def undo_all(app, n_steps):
    for _ in range(n_steps):
        app.key('ctrl+z')
    app.get_title(NAME)
    get_status(app, '52 rows')


def find_added(before, after):
    known = [item['id'] for item in before['projects']]
    return [item for item in after['projects'] if item['id'] not in known]


def save(app, path):
    """The steps come back one by one, and the file has them and nothing else."""
    before = read_json(path)
    app.key('ctrl+shift+z')
    app.get_title(f'{NAME} (Unsaved)')
    app.key('ctrl+s')
    app.get_title(NAME)
    after = read_json(path)
    changed = [(old, new) for old, new in zip(before['projects'], after['projects']) if old != new]
    expect([{**old, 'status': 'paused'} for old, new in changed], [new for old, new in changed],
           'the projects that have changed')
    expect(len(changed), 1, 'how many projects have changed')
    expect(find_added(before, after), [], 'projects that were added')
    expect_same({**after, 'projects': []}, {**before, 'projects': []}, 'all the rest')


def main():
    path = copy_to(make_folder(), SAMPLE)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        open_table(app)
        sort_by_days(app)
        fill_status(app)
        refuse(app)
        paste(app)
        add(app)
        # Choosing, filling, pasting, adding and naming.
        undo_all(app, 5)
        save(app, path)


main()
