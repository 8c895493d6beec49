#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard and the screen reader: everything has a name, and the keyboard is never lost.

test-keyboard.py PROGRAM SAMPLE
"""

import random
import sys

from checks import check_names, check_tab, is_named
from throughline import BUTTON, ENTRY, Failure, Throughline, copy_to, expect, make_folder

SAMPLE = sys.argv[2]
NAME = 'All-remote software company'
GOAL = 'Win against the main competitor with AI'
UNLINKED = 'Work that serves no objective'

# No key that presses the button that happens to have the keyboard: it may be the one that closes.
RANDOM_STEPS = 80
RANDOM_SEED = 7
RANDOM_KEYS = ['Tab', 'Tab', 'shift+Tab', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'Delete',
               'ctrl+z', 'ctrl+shift+z', 'ctrl+a', 'ctrl+shift+a', 'ctrl+shift+g', 'F2', 'Escape',
               'Escape', 'F9', 'shift+F9', 'ctrl+plus', 'ctrl+9', 'alt+Right']


def keep_text_keys(app):
    """The keys of a text are the text's, also where the window has a use for them."""
    app.select('Goal', GOAL)
    title = app.get_inspected(GOAL)
    title.click()
    app.wait(lambda: title.has_state('focused'), 'the keyboard to be in the title')
    app.key('ctrl+Home', 'Delete')
    app.wait(lambda: title.text == GOAL[1:], 'Delete to take the first letter')
    app.key('ctrl+z')
    app.wait(lambda: title.text == GOAL, 'the letter to come back')
    app.key('ctrl+shift+z')
    app.wait(lambda: title.text == GOAL[1:], 'the letter to go again')
    app.key('ctrl+z', 'ctrl+a')
    app.type('Win')
    app.wait(lambda: title.text == 'Win', 'the whole text to be replaced')
    app.key('Return')
    app.get_card('Goal', 'Win')
    # With nothing of its own to undo, it leaves the key to the window.
    app.get_title(f'{NAME} (Unsaved)')
    app.key('ctrl+z')
    app.get_card('Goal', GOAL)
    app.get_title(NAME)


def keep_field_keys(app):
    """Undo in a field undoes what was typed there, and selecting all keeps to it."""
    app.select('Goal', GOAL)
    for name in ('Measure', 'Target'):
        field = app.walk_to(name)
        before = field.text
        app.key('ctrl+a')
        app.type('20')
        app.wait(lambda: field.text == '20', f'{name!r} to be replaced')
        expect(app.get_focused().name, name, 'what has the keyboard')
        app.key('ctrl+z')
        app.wait(lambda: field.text == before, f'{name!r} to come back')
        app.get_title(NAME)


def keep_focus_after_fix(app):
    """The button that mends a finding goes with it; the keyboard goes to the next finding."""
    app.findings.get('list item', f'{UNLINKED}: .*').click()
    row = app.findings.get('list item', 'Radical Candor: .*')
    check_names(app, 'the window with findings')
    row.get(BUTTON, 'Link.*').click()
    app.get_window('Link to an Objective').get('list', 'Matches')
    app.type('pricing')
    app.key('Return')
    app.get_figures(67, 30, 45)
    app.wait(lambda: ' linked to nothing.' in app.get_focused().name,
             'the keyboard to be on the next finding')


def leave_entries(app):
    """Tab takes a new title and goes on; arrows go past groups that are closed."""
    app.select('Goal', GOAL)
    app.key('F2')
    app.map.get(ENTRY, 'New title')
    app.type('A goal by another name')
    app.key('Tab')
    app.get_card('Goal', 'A goal by another name')
    app.wait(lambda: app.get_focused().role in BUTTON, 'the keyboard to go on to a button')
    app.key('ctrl+z')
    app.get_card('Goal', GOAL)

    app.inspector.get(ENTRY, 'Title').click()
    for key in ['Tab'] * 4 + ['Up'] * 6 + ['Left', 'Up']:
        app.key(key)
    expect(is_named(app.get_focused()), True, 'whether the keyboard is somewhere')


def hurry_toasts(app):
    """What is said in a hurry comes and goes, and the last word has the button."""
    for title in ('Radical Candor', 'Social selling'):
        app.select('Project', title)
        app.key('Delete', 'Escape')
    app.key('ctrl+z', 'ctrl+z', 'Escape')
    app.get_figures(67, 30, 45)
    app.get_title(f'{NAME} (Unsaved)')


def keep_focus_whatever_happens(app):
    """After any keys in any order, something with a name has the keyboard.

    Fatal warnings see to it that nothing else goes wrong on the way.
    """
    choose = random.Random(RANDOM_SEED)
    done = []
    for _ in range(RANDOM_STEPS):
        key = choose.choice(RANDOM_KEYS)
        done.append(key)
        app.key(key)
        if len(done) % 4 == 0:
            try:
                node = app.get_focused()
            except Failure as error:
                raise Failure(f'{error}, after {" ".join(done)}') from None
            expect(is_named(node), True, f'whether {node!r} has a name, after {" ".join(done)}')
    app.key('Escape')


def main():
    path = copy_to(make_folder(), SAMPLE)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        app.wait(lambda: app.get_focused().name == f'Goal: {GOAL}',
                 'the keyboard to be on the first card')
        check_names(app, 'the window of a plan')
        check_tab(app, ('Add', 'Main Menu', 'Findings', 'Goal: .*', 'Zoom In', 'Title'))
        keep_text_keys(app)
        keep_field_keys(app)
        for kind, title in (('Goal', GOAL), ('Objective', 'AI pricing strategy signed off'),
                            ('Project', 'Radical Candor')):
            app.select(kind, title)
            check_names(app, f'the window with the {kind} {title!r}')
        leave_entries(app)
        keep_focus_after_fix(app)
        hurry_toasts(app)
        keep_focus_whatever_happens(app)


main()
