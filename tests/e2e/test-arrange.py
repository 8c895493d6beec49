#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map, arranged in other ways by keyboard alone: by unit, from top to bottom; a card is pinned
by its menu, the map is tidied, and that is undone.

test-arrange.py PROGRAM SAMPLE
"""
import os
import sys

from throughline import Throughline, copy_to, expect, make_folder, read_json

SAMPLE = 'regional-railway.throughline.json'
GOAL = 'Trains that keep their word'
OBJECTIVE = 'Crews turn a train round in six minutes'
OPERATIONS = ('Night controllers, trained on the night', 'Near-miss week',
              'Coasting points, line by line')
DEPOTS = ('Winter readiness, in the pocket', 'Course on shift handover')
PALETTE = 'Command Palette'


def choose(app, chip, downs, now):
    """Open a chip of the bar and go down its menu so many entries."""
    app.walk_to(chip)
    app.key('space')
    app.key(*(['Down'] * downs), 'Return')
    app.map.get(None, now)


def get_middle(app, kind, title):
    return app.get_still(kind, title).centre


def arrange_by_unit(app):
    """The projects of a unit stand together, those of the first unit first."""
    app.focus_map()
    choose(app, 'Arrange: Goal', 2, 'Arrange: Unit')
    app.key('ctrl+9')
    last = max(get_middle(app, 'Project', title)[1] for title in OPERATIONS)
    for title in DEPOTS:
        app.wait(lambda name=title: get_middle(app, 'Project', name)[1] > last,
                 f'{title!r} below the first unit')


def turn(app):
    """Goals stand over their objectives, and not beside them."""
    choose(app, 'Arrange: Unit', 6, 'Arrange: Unit')
    app.key('ctrl+9')

    def is_turned():
        goal, objective = (get_middle(app, *card) for card in (('Goal', GOAL),
                                                               ('Objective', OBJECTIVE)))
        return goal[1] < objective[1] - 20
    app.wait(is_turned, 'the goal over its objective')


def pin(app):
    """The menu of a card pins it, and a screen reader is told."""
    app.focus_map()
    app.key('Home')
    card = app.get_selected('Goal', GOAL)
    app.key('shift+F10')
    app.get('menu item', 'Pin Here')
    app.key('p')
    app.wait(lambda: card.description.endswith(', pinned'), 'the card to be pinned')


def tidy(app):
    app.key('ctrl+k')
    app.get_window(PALETTE)
    app.type('tidy map')
    app.get('list item', 'Tidy Map.*')
    app.key('Return')
    app.get_said('Unpinned 1 card')
    card = app.get_card('Goal', GOAL)
    app.wait(lambda: not card.description.endswith(', pinned'), 'the card to be free')


def undo(app):
    app.wait(lambda: app.get_focused().is_in(app.window), 'the keyboard in the window')
    app.key('ctrl+z')
    card = app.get_card('Goal', GOAL)
    app.wait(lambda: card.description.endswith(', pinned'), 'the card to be pinned again')


def main():
    path = copy_to(make_folder(), os.path.join(os.path.dirname(sys.argv[2]), SAMPLE))
    goals = {goal['title']: goal['id'] for goal in read_json(path)['goals']}
    with Throughline(path) as app:
        app.key('F9')
        arrange_by_unit(app)
        turn(app)
        pin(app)
        tidy(app)
        undo(app)
        app.save()
        expect([place['item'] for place in read_json(path)['places']], [goals[GOAL]],
               'the places in the file')
        expect(app.messages(), '', 'what the program says')


if __name__ == '__main__':
    main()
