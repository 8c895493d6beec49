#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desks where one works with people, by the keyboard alone: a request from the first word to a
project in analysis, a step of its discovery, and a partner who is rated.

test-practice.py PROGRAM SAMPLE
"""
import re
import sys

from throughline import (BUTTON, ENTRY, Throughline, copy_to, expect, make_folder, read_json,
                         read_lines)

SAMPLE = sys.argv[2]
REQUEST = 'Coaching for new managers'
PROBLEM = 'They stop doing the work, and do not lead yet'
NEXT_STEP = 'Ask for twenty minutes on the renewal figures'
EVIDENCE = 'Asked us into the planning round'


def answer_request(app):
    app.open_desk('Requests')
    app.walk_to('What is asked for.*')
    app.type(REQUEST)
    app.key('Return')
    app.wait(lambda: app.get_focused().text == REQUEST, 'the title of the request')
    app.walk_to('Requester: Not recorded')
    app.pick('Requester', 'CEO')
    app.walk_to('Requester: CEO')
    app.walk_to('Asked For')
    app.type('A course about coaching')
    app.walk_to('Problem')
    app.type(PROBLEM)
    app.screenshot('practice-request')
    # What fits best is the first that Tab leads to.
    app.walk_to('Point to “.*”.*')
    point = app.walk_to(r'(\S+ )?Point')
    app.key('space')
    app.wait(lambda: point.has_state('pressed'), 'the answer to be chosen')
    app.walk_to('Answer')
    app.walk_to('(.* )?Start Discovery')
    app.key('space')
    app.get_said('It is a project in analysis now.')
    app.screenshot('practice-answered')
    app.key('alt+Left')
    app.wait(lambda: find_in_list(app, 'Requests', f'{REQUEST}, Discover together.*'),
             'the request among those that are answered')


def find_in_list(app, desk, name):
    return app.get_pane('list', desk).find('list item', name)


def main():
    path = copy_to(make_folder(), SAMPLE)
    before = read_lines(path)
    with Throughline(path) as app:
        answer_request(app)
        app.save()
        request = read_json(path)['requests'][0]
        project = read_json(path)['projects'][-1]
        expect((request['outcome'], request['problem'], request['project']),
               ('discover', PROBLEM, project['id']), 'the request')
        expect((project['title'], project['status'], project['origin'], project['summary']),
               (REQUEST, 'analysis', 'request', PROBLEM), 'the project')
        app.undo_all()
        app.save()
        expect(read_lines(path), before, 'the file when all is undone')


main()
