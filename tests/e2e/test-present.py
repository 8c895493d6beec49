#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The talk: every step by keyboard and by pointer, and nothing private on the screen.

test-present.py PROGRAM SAMPLE
"""

import json
import os
import re
import sys
import time

from throughline import Throughline, expect, make_folder, read_json

SAMPLE = sys.argv[2]
SETTLE_SECONDS = 0.5
SECRET = 'Confidential-7b1c'
TITLE = 'All-remote software company'
PRIVATE = {'people': ['evidence', 'nextStep']}


def write_secrets(folder, schema):
    """The sample with a mark in every text that is for oneself alone."""
    plan = read_json(SAMPLE)
    for kind, names in schema.items():
        for item in plan[kind]:
            for name in names:
                item[name] = f'{SECRET} {name} of {item["id"]}'
    path = os.path.join(folder, 'secrets.throughline.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(plan, file)
    return path


class Stage:
    """The window of the talk."""

    def __init__(self, app):
        self.app = app
        self.window = app.wait(lambda: next(iter(app.root.children[1:]), None), 'the stage')

    @property
    def heading(self):
        return self.window.get('heading').name

    def go(self, key, heading):
        """Press a key, and wait for the step that it leads to."""
        self.app.key(key)
        self.app.wait(lambda: self.heading == heading, f'{key} to lead to {heading!r}')
        self.app.wait(lambda: self.window.name == heading, f'the window to be called {heading!r}')

    def check_private(self):
        for node in self.window.walk():
            expect(SECRET in node.name + node.description + node.text, False,
                   f'whether {node!r} tells what is private')


def list_headings(plan):
    """What the steps say, in their order."""
    goals = sorted(plan['goals'], key=lambda goal: goal['priority'])
    return ([f'{len(goals)} goals, in order of priority']
            + [f'{rank}. {goal["title"]}' for rank, goal in enumerate(goals, 1)]
            + ['13 projects serve no objective', '29 of 45 projects are aligned'])


def present(app, headings):
    app.key('F5')
    stage = Stage(app)
    expect(stage.heading, headings[0], 'the first step')
    stage.check_private()
    app.screenshot('stage-goals')
    keys = ['Right', 'Next', 'space', 'Down', 'Return', 'n']
    for index, heading in enumerate(headings[1:]):
        stage.go(keys[index % len(keys)], heading)
        stage.check_private()
        if index in (0, len(headings) - 3):
            time.sleep(SETTLE_SECONDS)
            app.screenshot('stage-chain' if index == 0 else 'stage-tray')
    app.screenshot('stage-figures')
    app.key('Right')
    for key, heading in zip(['Left', 'Prior', 'Up', 'BackSpace', 'p'], headings[-2::-1]):
        stage.go(key, heading)
    stage.go('Home', headings[0])
    stage.go('End', headings[-1])
    app.key('Escape')
    app.wait(lambda: [node.name for node in app.root.children] == [TITLE], 'the talk to end')
    app.wait(lambda: app.window.has_state('active'), 'the window to have the keyboard again')


def do_without_motion():
    """Ask the toolkit for no motion, as the settings of the desktop would."""
    folder = os.path.join(os.environ['HOME'], '.config', 'gtk-4.0')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'settings.ini'), 'w', encoding='utf-8') as file:
        file.write('[Settings]\ngtk-enable-animations=0\n')


def reveal_at_once(app):
    """Without motion, the map is where it is going as soon as it is told to go there."""
    app.key('End')
    app.wait(lambda: app.get_focused().name.startswith('Project: '), 'the end of the map')
    name = app.get_focused().name
    place = app.map.get('list item', re.escape(name)).extents
    time.sleep(SETTLE_SECONDS)
    expect(app.map.get('list item', re.escape(name)).extents, place, f'the place of {name!r}')


def main():
    folder = make_folder()
    path = write_secrets(folder, PRIVATE)
    headings = list_headings(read_json(path))
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        present(app, headings)
    do_without_motion()
    with Throughline(path, env={'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}) as app:
        app.get_figures(64, 29, 45)
        reveal_at_once(app)
        app.key('F5')
        stage = Stage(app)
        stage.go('Right', headings[1])
        app.screenshot('stage-dark')
        stage.go('End', headings[-1])
        app.key('Escape')
        app.wait(lambda: len(app.root.children) == 1, 'the talk to end')


main()
