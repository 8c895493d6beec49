# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals folded and unfolded by keyboard alone, and what is hidden found by looking for it."""

import sys

from throughline import Throughline, expect

GOAL = 'Win against the main competitor with AI'
OBJECTIVE = 'Compete narrative and sales play in use'
HIDDEN = '5 objectives hidden'


def get_words(app):
    """What is said of the goal besides its name."""
    return app.get_card('Goal', GOAL).description


def fold(app):
    """From an objective: its goal has the keyboard then, and says how many it hides."""
    app.focus_map()
    app.key('Home')
    app.get_selected('Goal', GOAL)
    app.key('alt+Right')
    app.wait(lambda: app.get_focused().name.startswith('Objective: '), 'an objective')
    app.key('z')
    app.map.get_gone('list item', f'Objective: {OBJECTIVE}')
    app.get_selected('Goal', GOAL)
    app.wait(lambda: get_words(app).endswith(HIDDEN), 'the words on what is hidden')
    expect(app.get_focused().name, f'Goal: {GOAL}', 'what has the keyboard')
    expect(app.get_focused().has_state('expanded'), False, 'whether it is expanded')
    app.map.get('list item', 'Project: .*')


def walk(app):
    """The chain leads through what is folded, and back."""
    app.key('alt+Right')
    app.wait(lambda: app.get_focused().name.startswith('Project: '), 'a project')
    app.key('alt+Left')
    app.wait(lambda: app.get_focused().name == f'Goal: {GOAL}', 'the goal again')


def find(app):
    """Who looks for an objective sees it."""
    app.key('ctrl+f')
    app.type(OBJECTIVE)
    app.key('Return')
    app.get_card('Objective', OBJECTIVE)
    app.wait(lambda: HIDDEN not in get_words(app), 'nothing hidden')
    app.key('Escape')


def fold_by_menu(app):
    """The menu of a card offers it, and so does the palette for all of them."""
    app.focus_map()
    app.key('Home')
    app.get_selected('Goal', GOAL)
    app.key('Menu')
    app.get('menu item', 'Fold').act()
    app.wait(lambda: get_words(app).endswith(HIDDEN), 'the goal folded')
    app.key('z')
    app.get_card('Objective', OBJECTIVE)


def fold_all(app):
    app.focus_map()
    app.key('shift+z')
    app.map.get_gone('list item', 'Objective: .*')
    app.key('shift+z')
    app.get_card('Objective', OBJECTIVE)


def main():
    with Throughline(sys.argv[2]) as app:
        fold(app)
        walk(app)
        find(app)
        fold_by_menu(app)
        fold_all(app)
        expect(app.messages(), '', 'what the program says')


if __name__ == '__main__':
    main()
