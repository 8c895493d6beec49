#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The matrix by keyboard alone: walk, link, strengthen, unlink, undo, fold, and the figures follow.

test-matrix.py PROGRAM SAMPLE
"""

import sys

from throughline import Throughline, copy_to, expect, make_folder, read_json

SAMPLE = sys.argv[2]
OBJECTIVE = 'All of the sales organisation completes the competitor and AI message training'
CELL = 'table cell'


def get_project_title():
    return next(item['title'] for item in read_json(SAMPLE)['projects'] if item['id'] == 'P17')


def wait_for_place(app, what):
    """Wait until the keyboard is at a place of that name."""
    return app.wait(lambda: (node := app.find_focused()) is not None and what in node.name and node,
                    f'the keyboard at {what!r}')


def walk_to(app, title):
    """Go down along the titles of the rows until the project is there."""
    app.key('Home', 'Left')
    for _ in range(60):
        node = app.get_focused()
        if node.name.startswith(title):
            return
        app.key('Down')
        app.wait(lambda: app.find_focused() is not None and app.get_focused().name != node.name,
                 'the next title')
    raise AssertionError(f'{title!r} is in no row')


def check_toolbar(app):
    """The matrix is one stop of Tab, and what stands over it has names."""
    app.key('shift+Tab')
    wait_for_place(app, 'Show All')
    app.key('shift+Tab')
    wait_for_place(app, 'Fold Goals')
    app.key('shift+Tab')
    wait_for_place(app, 'Order of projects: By Goal')
    app.key('Tab', 'Tab', 'Tab')
    wait_for_place(app, 'serves')


def main():
    project = get_project_title()
    path = copy_to(make_folder(), SAMPLE)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        app.key('alt+3')
        wait_for_place(app, 'serves')
        expect(app.get_focused().role, CELL, 'what a place is to a screen reader')

        walk_to(app, project)
        app.key('Right')
        wait_for_place(app, f'{project} does not serve {OBJECTIVE}')
        app.key('2')
        wait_for_place(app, f'{project} serves {OBJECTIVE}: medium')
        app.get_figures(67, 30, 45)
        app.key('3')
        wait_for_place(app, f'{project} serves {OBJECTIVE}: strong')
        app.key('0')
        wait_for_place(app, f'{project} does not serve {OBJECTIVE}')
        app.get_figures(64, 29, 45)
        app.get_said('Removed the link')
        app.key('ctrl+z')
        wait_for_place(app, f'{project} serves {OBJECTIVE}: strong')
        app.get_figures(67, 30, 45)

        # A link that is selected here is selected everywhere.
        app.key('Return')
        app.inspector.get(None, 'Strength')

        # The cursor stays with the goal as it is folded, and there the picker asks which objective.
        app.key('minus')
        wait_for_place(app, 'through 1 objective')
        app.key('w')
        picker = app.get_window('Which Objective?')
        app.wait(lambda: picker.find('list item') is not None, 'objectives to choose from')
        app.key('Escape')
        app.wait(lambda: len(app.root.children) == 1, 'the picker to go')
        wait_for_place(app, 'through 1 objective')
        app.key('plus')
        wait_for_place(app, f'{project} serves {OBJECTIVE}: strong')

        app.key('shift+F10')
        app.wait(lambda: app.window.find('menu item', 'Unlink') is not None
                 or app.window.find('check menu item', '.*') is not None, 'the menu of the place')
        app.key('Escape')
        wait_for_place(app, f'{project} serves {OBJECTIVE}: strong')
        check_toolbar(app)
        app.key('ctrl+s')
        app.wait(lambda: any(link['project'] == 'P17' for link in read_json(path)['links']),
                 'the link in the file')
        app.close('win.close')


main()
