# SPDX-License-Identifier: GPL-3.0-or-later
"""The map, looked at in other ways by keyboard alone: focus, steps, colours, legend, and back."""

import sys

from driver import GROUP, Failure
from throughline import Throughline, expect

GOAL = 'Win against the main competitor with AI'
OBJECTIVE = 'Compete narrative and sales play in use'
OTHER_GOAL = 'Raise adoption through customer results and improve operating income'
LEGEND = 'Legend'


def tab_to(app, name, key='Tab'):
    """Walk until the keyboard is on a control of that name."""
    for _ in range(40):
        node = app.get_focused()
        if node.name == name:
            return node
        app.key(key)
    raise Failure(f'{key} does not lead to {name!r}')


def count_cards(app):
    return sum(1 for node in app.map.walk()
               if node.role == 'list item' and node.is_shown and not node.name.startswith('Link'))


def focus(app):
    """Two steps around the first goal, dimmed: every card can still be reached."""
    app.focus_map()
    app.key('Home')
    app.get_selected('Goal', GOAL)
    app.key('ctrl+shift+f')
    app.wait(lambda: app.map.description.startswith(f'Focus on {GOAL}, 2 steps: '),
             'the focus to be told')
    app.map.get('label', 'Focus: 2 steps')
    app.get_card('Goal', OTHER_GOAL)
    app.get_card('Goal', GOAL)


def change_steps(app):
    app.key('plus')
    app.map.get('label', 'Focus: 3 steps')
    app.key('minus', 'minus')
    app.map.get('label', 'Focus: 1 step')
    app.wait(lambda: app.map.description == f'Focus on {GOAL}, 1 step: 6 cards',
             'the number of cards to be told')


def hide(app):
    """What is hidden is not in the tree."""
    tab_to(app, 'Hide Rest')
    app.key('space')
    app.map.get_gone('list item', f'Goal: {OTHER_GOAL}')
    app.get_card('Goal', GOAL)
    app.get_card('Objective', OBJECTIVE)
    app.wait(lambda: count_cards(app) == 6, 'six cards to be left')


def colour(app):
    """The legend follows what is in sight and what colours stand for, and can be read."""
    tab_to(app, 'Colour: Goal', 'shift+Tab')
    app.key('space')
    app.key('Down', 'Return')
    app.map.get(None, 'Colour: Status')
    legend = app.map.get(GROUP, LEGEND)
    legend.get('label', 'Status')
    # A goal and its objectives, and no project: no status is in use.
    app.wait(lambda: legend.find('push button', 'Live: .*') is None, 'no status in the legend')
    legend.get('push button', 'nothing serves it: 3')


def leave(app):
    """Escape lets go of what is selected, then of the focus."""
    app.key('shift+Tab')
    app.wait(lambda: app.get_focused().name.startswith('Goal: '), 'the keyboard to be on a card')
    app.key('Home')
    app.get_selected('Goal', GOAL)
    app.key('Escape')
    app.map.get('label', 'Focus: 1 step')
    app.key('Escape')
    app.map.get_gone('label', 'Focus: 1 step')
    app.get_card('Goal', OTHER_GOAL)
    legend = app.map.get(GROUP, LEGEND)
    legend.get('push button', 'Live: 43')
    legend.get('push button', 'Paused: 1')
    legend.get('push button', 'not aligned: 13')


def find_by_legend(app):
    """An entry of the legend leads to its cards."""
    tab_to(app, 'Paused: 1')
    app.key('space')
    app.get_inspected('Skill of the Month (suspended for a platform move)')


def main():
    with Throughline(sys.argv[2]) as app:
        focus(app)
        change_steps(app)
        hide(app)
        colour(app)
        leave(app)
        find_by_legend(app)
        expect(app.messages(), '', 'what the program says')


if __name__ == '__main__':
    main()
