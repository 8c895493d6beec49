#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desks of figures and of what was heard, by the keyboard alone: a project that is called
strategic and is not, something a leader has said, and the days behind a goal.

test-practice-figures.py PROGRAM SAMPLE
"""
import re
import sys

from throughline import ENTRY, do_tasks, expect

SAMPLE = sys.argv[2]
STRATEGIC = r'Elevate\+ .*'
HEARD = 'Nobody has time to practise'
GOAL = 'Win against the main competitor with AI'
OBJECTIVE = 'First beta of value-stream dashboards'
LARGEST = 'Sales kickoff (yearly)'
LEAD_GOAL = 'Raise adoption through customer results and improve operating income'


def correct_category(app):
    """Two marks that it does not bear, and it is tactical; the mix of work follows."""
    app.walk_tree('Work Mix', f'{STRATEGIC}, .*', f'{STRATEGIC}: Answer.*')
    mix = app.get_pane('list', 'Kinds of work')
    mix.get('list item', r'Strategic.*410 days.*')
    app.screenshot('practice-mix')
    app.key('space')
    for mark in ('Whole Organisation: No', 'Long Term: No'):
        button = app.walk_to(mark)
        app.key('space')
        app.wait(lambda: button.has_state('pressed'), f'{mark!r} to be answered')
    app.walk_tree('Work Mix', f'{STRATEGIC}, .*', f'{STRATEGIC}: Call It Tactical.*')
    app.key('space')
    mix.get('list item', r'Strategic.*330 days.*')
    # The row is gone, and the keyboard is on the one in its place.
    app.wait(lambda: STRATEGIC not in app.get_focused().name, 'the keyboard on another row')
    expect(app.get_focused().role, 'list item', 'what has the keyboard')


def check_category(after):
    project = next(item for item in after['projects'] if item['id'] == 'P02')
    expect((project['workCategory'], project['wholeOrganisation'], project['longTerm']),
           ('tactical', 'no', 'no'), 'the project')


def use_insight(app):
    """What was heard is about a goal, and becomes a cause of a gap."""
    app.open_desk('Insights')
    app.walk_to('What did you hear.*')
    app.type(HEARD)
    app.key('Return')
    heard = app.get_pane('list', 'What was heard')
    heard.get('list item', f'{HEARD}.*')
    app.walk_tree('Insights', f'{HEARD}.*', f'{HEARD}: Attach.*')
    app.screenshot('practice-insights')
    app.pick('What Is It About?', GOAL)
    heard.get('list item', f'{HEARD}, .*about “{GOAL}”.*')
    app.walk_tree('Insights', f'{HEARD}.*', f'{HEARD}: Use.*')
    app.pick('Evidence for a Goal, or Cause of a Gap', OBJECTIVE)
    heard.get('list item', f'{HEARD}, Became: Cause “{HEARD}”.*')


def check_insight(after):
    insight = after['insights'][0]
    cause = after['causes'][0]
    expect((insight['title'], insight['promotedTo'], insight['about']),
           (HEARD, cause['id'], ['G4', 'G1-2']), 'what was heard')
    expect((cause['title'], cause['objective']), (HEARD, 'G1-2'), 'the cause')


def change_days(app):
    """From a goal to what pulls the most days to it, and to those days."""
    days = app.walk_tree('Effort', f'{LEAD_GOAL}.*').name
    effort = app.get_pane('list', 'Effort for each goal')
    app.screenshot('practice-effort')
    app.key('Right', 'Down')
    app.wait(lambda: app.get_focused().name == f'{LARGEST}, 120 days', 'the largest pull')
    entry = app.walk_to('Effort')
    expect(entry.role in ENTRY, True, 'whether the days can be typed')
    app.key('ctrl+a')
    app.type('20')
    app.key('Return')
    effort.get('list item', re.escape(f'{LARGEST}, 20 days'))
    app.wait(lambda: effort.find('list item', f'{LEAD_GOAL}.*').name != days,
             'the goal to have other days')


def check_days(after):
    project = next(item for item in after['projects'] if item['id'] == 'P40')
    expect(project['effortDays'], 20, 'the days')


def main():
    do_tasks(SAMPLE, [(correct_category, check_category), (use_insight, check_insight),
                      (change_days, check_days)])


main()
