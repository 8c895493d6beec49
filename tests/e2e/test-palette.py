#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command palette, by the keyboard alone: commands are found by their names and run where the
keyboard was, and items are gone to.

test-palette.py PROGRAM SAMPLE
"""
import re
import sys

from throughline import ENTRY, Throughline, copy_to, make_folder

GOAL = 'Win against the main competitor with AI'
PROJECT = 'Competitor and AI message training for the sales organisation'
TITLE = 'Command Palette'


def open_palette(app):
    """The line to type in, once it has the keyboard."""
    app.key('ctrl+k')
    window = app.get_window(TITLE)

    def find():
        node = window.find(ENTRY, 'Search')
        return node if node is not None and node.has_state('focused') else None
    return app.wait(find, 'the keyboard in the palette')


def expect_first(app, entry, spoken):
    """Wait until the line says what Enter would do."""
    app.wait(lambda: re.fullmatch(spoken, entry.description), f'{spoken!r} to come first')


def wait_closed(app):
    app.wait(lambda: all(node.name != TITLE for node in app.root.children), 'the palette to go')


def run(app, words, spoken):
    entry = open_palette(app)
    app.type(words)
    expect_first(app, entry, spoken)
    app.key('Return')
    wait_closed(app)


def change_view(app):
    run(app, 'table', r'View: Table, .*, Alt\+2')
    app.window.get(None, 'Projects')
    app.wait(lambda: app.window.find('tree table') or app.window.find('table'), 'the table')
    run(app, 'view map', r'View: Map, .*')
    app.get_still('Goal', GOAL)


def zoom(app):
    run(app, 'zoom in', 'Zoom In, .*')
    run(app, 'zoom fit', 'Zoom to Fit, .*')
    app.get_still('Goal', GOAL)


def show_recent(app):
    entry = open_palette(app)
    expect_first(app, entry, 'Zoom to Fit, .*')
    app.key('Down')
    expect_first(app, entry, 'Zoom In, .*')
    app.key('Escape')
    wait_closed(app)


def go_to_project(app):
    run(app, 'message training for', f'{PROJECT}, Go To Project.*')
    app.get_still('Project', PROJECT)
    app.get_selected('Project', PROJECT)
    app.get_inspected(PROJECT)


def undo(app):
    entry = open_palette(app)
    app.type('undo')
    expect_first(app, entry, r'Undo, .*, Nothing to undo, Ctrl\+Z')
    app.key('Return')
    app.get_window(TITLE)
    app.key('Escape')
    wait_closed(app)

    run(app, 'delete', 'Delete, .*')
    app.get_gone('list item', f'Project: {PROJECT}')
    run(app, 'undo', 'Undo, .*')
    app.get_still('Project', PROJECT)


def main():
    path = copy_to(make_folder(), sys.argv[2])
    with Throughline(path) as app:
        app.get_still('Goal', GOAL)
        change_view(app)
        zoom(app)
        show_recent(app)
        go_to_project(app)
        undo(app)
        app.activate('win.save')
        app.close()


main()
