#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding: a filter is completed by the keyboard alone, matches are walked through, and the look is
kept in the document and come back to.

test-find.py PROGRAM SAMPLE
"""
import sys

from throughline import (BUTTON, ENTRY, Throughline, copy_to, expect, make_folder, read_json)

GOAL = 'Win against the main competitor with AI'
FIRST = 'Competitor and AI message training for the sales organisation'
QUERY = 'status:live '
N_LIVE = 43


def get_entry(app):
    """The line to find with, as soon as it has the keyboard."""
    def find():
        node = app.find_focused()
        return node if node is not None and node.role in ENTRY and node.name == 'Find' else None
    return app.wait(find, 'the line to find with')


def expect_query(app, text):
    app.wait(lambda: get_entry(app).text == text, f'{text!r} in the line')


def get_completion(app, name):
    return app.get('list', 'Completions').get('list item', name)


def complete_by_keyboard(app):
    app.key('ctrl+f')
    get_entry(app)
    app.type('stat')
    get_completion(app, r'status, .*')
    app.key('Tab')
    expect_query(app, 'status:')
    get_completion(app, 'idea')
    app.type('l')
    get_completion(app, 'live')
    app.key('Down', 'Return')
    expect_query(app, QUERY)
    app.window.get('label', f'{N_LIVE} found')


def walk_through_matches(app):
    app.key('Return')
    app.window.get('label', f'1 of {N_LIVE}')
    app.get_selected('Project', FIRST)
    app.key('F3')
    app.window.get('label', f'2 of {N_LIVE}')
    app.key('shift+F3', 'shift+F3')
    app.window.get('label', f'{N_LIVE} of {N_LIVE}')
    app.key('ctrl+g')
    app.window.get('label', f'1 of {N_LIVE}')
    expect_query(app, QUERY)


def tell_what_is_wrong(app):
    app.key('ctrl+f')
    app.type('status:lvie ')
    app.window.get('label', '“status” has no choice “lvie”. Did you mean “live”[?]')
    app.key('ctrl+a')
    app.type('xyzzy')
    app.window.get('label', 'Nothing found')
    app.key('ctrl+a')
    app.type(QUERY)
    app.window.get('label', rf'({N_LIVE} found|\d+ of {N_LIVE})')


def hide_the_rest(app):
    button = app.window.get(BUTTON, 'Hide the Rest')
    button.act()
    app.wait(lambda: button.has_state('pressed') or button.has_state('checked'),
             'the rest to be hidden')


def save_view(app, title):
    app.activate('win.save-view')
    app.get(ENTRY, 'Title')
    app.key('ctrl+a')
    app.type(title)
    app.key('Return')
    app.get_said(f'Saved the view “{title}”')


def stop(app):
    """Escape puts the list away, then the bar, and the keyboard goes on where it was."""
    app.key('ctrl+f')
    get_entry(app)
    app.key('Escape')
    app.wait(lambda: app.find_focused() is not None and app.find_focused().name != 'Find',
             'the keyboard to be elsewhere')
    app.window.get_gone(BUTTON, 'Hide the Rest')


def show_view(app, title):
    app.key('ctrl+f')
    get_entry(app)
    app.window.find_all(BUTTON, 'Saved Views')[-1].act()
    app.get('menu item', title).act()
    app.window.get('label', f'{N_LIVE} found')
    button = app.window.get(BUTTON, 'Hide the Rest')
    app.wait(lambda: button.has_state('pressed') or button.has_state('checked'),
             'the rest to be hidden again')


def manage_views(app):
    app.activate('win.manage-views')
    window = app.get_window('Saved Views')
    window.get('list item', 'Live work.*')
    window.get(BUTTON, 'Delete').act()
    window.get_gone('list item', 'Live work.*')
    app.key('Escape')
    app.wait(lambda: 'win.undo' in app.window.actions, 'something to undo')
    app.activate('win.undo')


def main():
    path = copy_to(make_folder(), sys.argv[2])
    with Throughline(path) as app:
        app.get_still('Goal', GOAL)
        complete_by_keyboard(app)
        walk_through_matches(app)
        tell_what_is_wrong(app)
        hide_the_rest(app)
        save_view(app, 'Live work')
        stop(app)
        app.activate('win.save')
        app.wait(lambda: len(read_json(path).get('views', [])) == 1, 'the view in the file')
        app.close('win.close')
    view = read_json(path)['views'][0]
    expect([view['title'], view['place'], view['filter'], view.get('dim')],
           ['Live work', 'map', QUERY, None], 'the view in the file')

    with Throughline(path) as app:
        app.get_still('Goal', GOAL)
        show_view(app, 'Live work')
        app.key('ctrl+f')
        expect_query(app, QUERY)
        manage_views(app)
        app.close()


main()
