#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desks where one works with people, by the keyboard alone: a request from the first word to a
project in analysis, a step of its discovery, and a partner who is rated.

test-practice.py PROGRAM SAMPLE
"""
import sys

from throughline import TODAY, do_tasks, expect

SAMPLE = sys.argv[2]
REQUEST = 'Coaching for new managers'
PROBLEM = 'They stop doing the work, and do not lead yet'
NEXT_STEP = 'Ask for twenty minutes on the renewal figures'
SHOULD = 'Half of all leaders come to us before they decide'
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
    expect_there(app, 'Requests', f'{REQUEST}, Discover together.*')


def fill_step(app):
    """From what is missing to where it is written, and it is missing no more."""
    step = 'What should happen is written down'
    app.walk_tree('Discovery', f'{step}.*', f'{step}: Write.*')
    app.screenshot('practice-discovery')
    app.key('space')
    app.wait(lambda: app.get_focused().name == 'Should', 'the field of what should happen')
    app.type(SHOULD)
    expect_gone(app, 'Discovery', f'{step}.*')
    # A step is done by opening its row as well.
    app.walk_tree('Discovery', 'A sponsor stands behind it.*')
    app.key('Return')
    app.wait(lambda: app.get_focused().name == 'Sponsor: Not recorded', 'the field of the sponsor')
    app.pick('Sponsor', 'CEO')
    expect_gone(app, 'Discovery', 'A sponsor stands behind it.*')


def rate_partner(app):
    """Access, credibility and trust, with what they rest on and what comes next."""
    app.walk_tree('Partners', 'CEO, .*', 'CEO: Next Step.*')
    app.screenshot('practice-partners')
    app.key('space')
    app.wait(lambda: app.get_focused().name == 'Next Step', 'the field of the next step')
    app.type(NEXT_STEP)
    for rating in ('Trust: 2', 'Credibility: 2', 'Access: 3'):
        button = app.walk_to(rating, 'shift+Tab')
        app.key('space')
        app.wait(lambda: button.has_state('pressed'), f'{rating} to be chosen')
    app.walk_to('Evidence')
    app.type(EVIDENCE)
    app.walk_tree('Partners', 'CEO, .*', 'CEO: Record a Talk.*')
    app.key('space')
    expect_there(app, 'Partners', f'CEO, .*talked today · next step: {NEXT_STEP}.*')


def expect_there(app, desk, name):
    app.get_pane('list', desk).get('list item', name)


def expect_gone(app, desk, name):
    app.get_pane('list', desk).get_gone('list item', name)


def check_request(after):
    request = after['requests'][0]
    project = after['projects'][-1]
    expect((request['outcome'], request['problem'], request['project'], request['requester']),
           ('discover', PROBLEM, project['id'], 'who-ceo'), 'the request')
    expect((project['title'], project['status'], project['origin'], project['summary']),
           (REQUEST, 'analysis', 'request', PROBLEM), 'the project')


def check_step(after):
    objective = next(item for item in after['objectives'] if item['id'] == 'G8-2')
    project = next(item for item in after['projects'] if item['status'] == 'analysis')
    expect((objective['should'], project['sponsor']), (SHOULD, 'who-ceo'), 'what was found out')


def check_partner(after):
    leader = after['people'][0]
    expect([leader[field] for field in ('access', 'credibility', 'trust', 'evidence', 'nextStep',
                                        'lastContact')],
           [3, 2, 2, EVIDENCE, NEXT_STEP, TODAY], 'the partner')


def main():
    do_tasks(SAMPLE, [(answer_request, check_request), (fill_step, check_step),
                          (rate_partner, check_partner)])


main()
