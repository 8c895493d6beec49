# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanes folded and unfolded by keyboard alone, and what is hidden found by looking for it.

test-lanes.py PROGRAM SAMPLE
"""
import os
import sys

from throughline import Throughline, copy_to, expect, make_folder

SAMPLE = 'regional-railway.throughline.json'
LANE = 'Lane: Rail Operations'
PROJECT = 'Night controllers, trained on the night'
OBJECTIVE = 'Crews turn a train round in six minutes'
FOLDED = 'Folded, 7 projects, 243 days'


def choose_in_palette(app, words, title):
    app.key('ctrl+k')
    app.get_window('Command Palette')
    app.type(words)
    app.get('list item', title)
    app.key('Return')


def get_lane(app):
    return app.map.get('list item', LANE)


def wait_for_keyboard(app, name):
    app.wait(lambda: app.get_focused().name == name, f'the keyboard on {name!r}')


def wait_folded(app):
    app.wait(lambda: get_lane(app).description == FOLDED, 'the lane to be folded')
    app.map.get_gone('list item', f'Project: {PROJECT}')


def fold(app):
    """From a project: its lane has the keyboard then, and says what lies in it."""
    app.select('Project', PROJECT)
    app.key('z')
    wait_folded(app)
    wait_for_keyboard(app, LANE)
    expect(app.get_focused().has_state('expanded'), False, 'whether it is expanded')


def walk(app):
    """The chain leads to what the lane serves, and back."""
    app.key('alt+Left')
    app.wait(lambda: app.get_focused().name.startswith('Objective: '), 'an objective')
    app.key('alt+Right')
    app.wait(lambda: app.get_focused().name.startswith(('Lane: ', 'Project: ')), 'the projects')


def find(app):
    """Who looks for a project sees it."""
    app.key('ctrl+f')
    app.type(PROJECT)
    app.key('Return')
    app.get_card('Project', PROJECT)
    app.wait(lambda: not get_lane(app).description.startswith('Folded'), 'the lane to be unfolded')
    app.key('Escape')


def fold_by_head(app):
    """On the head of the lane: by Return, by its menu, and as an assistive technology does it."""
    app.select('Project', PROJECT)
    for _ in range(8):
        if app.get_focused().name == LANE:
            break
        before = app.get_focused().name
        app.key('Up')
        app.wait(lambda name=before: app.get_focused().name != name, 'the keyboard further up')
    wait_for_keyboard(app, LANE)
    app.key('Return')
    wait_folded(app)
    app.key('shift+F10')
    app.get('menu item', 'Unfold').act()
    app.get_card('Project', PROJECT)
    wait_for_keyboard(app, LANE)
    get_lane(app).act('card.fold')
    wait_folded(app)


def unfold_all(app):
    choose_in_palette(app, 'unfold all', 'Unfold All.*')
    app.get_card('Project', PROJECT)
    choose_in_palette(app, 'fold all', 'Fold All.*')
    wait_folded(app)
    app.map.get_gone('list item', f'Objective: {OBJECTIVE}')


def main():
    path = copy_to(make_folder(), os.path.join(os.path.dirname(sys.argv[2]), SAMPLE))
    with Throughline(path) as app:
        app.key('F9')
        choose_in_palette(app, 'arrange by unit', 'Arrange By: Unit.*')
        app.map.get(None, 'Arrange: Unit')
        app.key('ctrl+9')
        fold(app)
        walk(app)
        find(app)
        fold_by_head(app)
        unfold_all(app)
        expect(app.messages(), '', 'what the program says')


if __name__ == '__main__':
    main()
