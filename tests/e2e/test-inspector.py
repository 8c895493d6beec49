#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector with the keyboard alone: answer marks, name a sponsor, go through the gate.

test-inspector.py PROGRAM SAMPLE
"""
import re
import sys

from throughline import ENTRY, GROUP, Throughline, expect

PROJECT = 'Project: Sales kickoff.*'
REASON = 'The board has announced it'
DECISION = 'Name “.*” as the solution for “.*” before the gap is known.*'


def select_project(app):
    """From the first card down to a project that has no objective yet."""
    app.focus_map()
    app.key('End')
    card = app.walk_to(PROJECT, 'Up')
    app.wait(lambda: card.has_state('selected'), 'the card to be selected')
    return card.name.removeprefix('Project: ')


def answer(app, name, key):
    button = app.walk_to(name)
    app.key(key)
    app.wait(lambda: button.has_state('pressed'), f'{button!r} to be down')


def name_sponsor(app):
    app.walk_to('Sponsor: Not recorded')
    app.key('Return')
    picker = app.get_window('Sponsor')
    picker.get('list', 'Matches').get('list item')
    app.type('CEO')
    matches = picker.get('list', 'Matches')
    app.wait(lambda: ['CEO' in row.name for row in matches.children] == [True], 'one match')
    app.key('Return')
    app.wait(lambda: app.get_focused().name == 'Sponsor: CEO', 'the sponsor')


def try_solution(app):
    """One that is further down in the list."""
    app.walk_to('Solution Type: Not recorded', 'shift+Tab')
    app.key('space')
    app.wait(lambda: app.get_focused().role == 'list item', 'the list of solutions')
    app.key('Down')
    app.key('Return')
    dialog = app.wait(lambda: app.root.find(ENTRY, 'Reason to Go On'), 'the question')
    app.wait(lambda: dialog.has_state('focused'), 'the question to have the keyboard')


def count_decisions(app):
    return len(app.inspector.find_all(None, DECISION))


def main():
    with Throughline(sys.argv[2]) as app:
        title = select_project(app)
        app.get_inspected(title)
        answer(app, 'Whole Organisation: Yes', 'space')
        answer(app, 'Long Term: No', 'space')
        app.inspector.get(GROUP, 'Whole Organisation: Yes')
        app.inspector.get(GROUP, 'Long Term: No')
        name_sponsor(app)
        app.inspector.get(GROUP, 'A sponsor stands behind it: Yes')
        app.screenshot('inspector-sponsor')

        # Given up, nothing has changed.
        try_solution(app)
        app.screenshot('inspector-gate')
        app.key('Escape')
        app.wait(lambda: app.root.find(ENTRY, 'Reason to Go On') is None, 'the question to go')
        expect(count_decisions(app), 0, 'the decisions')

        try_solution(app)
        app.type(REASON)
        app.key('Return')
        app.wait(lambda: count_decisions(app) > 0, 'the decision')
        app.wait(lambda: re.fullmatch('Solution Type: (Course|Programme)', app.get_focused().name),
                 'the solution')
        app.screenshot('inspector-decision')

        app.key('ctrl+z')
        app.wait(lambda: count_decisions(app) == 0, 'the decision to be undone')
        app.wait(lambda: app.get_focused().name == 'Solution Type: Not recorded',
                 'the solution to be undone')
        app.inspector.get(GROUP, 'A sponsor stands behind it: Yes')
        app.close()


main()
