#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Working on the map by hand and by key: what the one can do, the other can.

test-hands.py PROGRAM SAMPLE
"""

import sys

from throughline import BUTTON, ENTRY, Failure, do_tasks, expect

FIRST_GOAL = 'Win against the main competitor with AI'
SECOND_GOAL = 'Raise adoption through customer results and improve operating income'
OBJECTIVE = 'AI pricing strategy signed off'
SERVED = 'All of the sales organisation completes the competitor and AI message training'
PROJECT = 'Competitor and AI message training for the sales organisation'


def find(plan, kind, title):
    found = [item for item in plan[kind] if item.get('title') == title]
    if not found:
        raise Failure(f'{title!r} is not among the {kind}')
    return found[0]


def get_targets(plan, title):
    """What a project serves, by its titles."""
    project = find(plan, 'projects', title)
    titles = {item['id']: item['title'] for kind in ('goals', 'objectives') for item in plan[kind]}
    return sorted(titles[link['target']] for link in plan['links']
                  if link['project'] == project['id'])


def wait_for_change(app):
    app.wait(lambda: app.window.name.endswith('(Unsaved)'), 'the plan to be changed')


def write(app, *titles):
    """Titles of new cards, one after the other, and then no more."""
    for title in titles:
        app.map.get(ENTRY, 'New title')
        app.type(title)
        app.key('Return')
        app.get_selected('Project', title)
    app.wait(lambda: app.get_focused().matches(ENTRY, 'New title'), 'the next title to be asked')
    app.key('Escape')
    app.wait(lambda: not app.get_focused().matches(ENTRY), 'the keyboard to be on the map')


def get_spot(app, kind, title, across, down):
    """A place on a card, in shares of its width and height, on the screen."""
    x, y, width, height = app.get_still(kind, title).extents
    left, top = app.origin()
    return left + x + int(width * across), top + y + int(height * down)


def find_free(app):
    """A place between the objectives and the projects, on the screen."""
    x, y, width, height = app.get_still('Objective', OBJECTIVE).extents
    left, top = app.origin()
    return left + x + width + 24, top + y + height // 2


def rank_by_hand(app):
    app.get_still('Goal', FIRST_GOAL)
    # At the edge of the map it would move on by itself.
    app.key('ctrl+9')
    app.drag(get_spot(app, 'Goal', FIRST_GOAL, 0.5, 0.5),
             get_spot(app, 'Goal', SECOND_GOAL, 0.5, 0.9),
             before_release=lambda: app.screenshot('ranked'))
    app.get_said(f'“{FIRST_GOAL}” has priority 2 now')
    app.key('ctrl+0')


def rank_by_key(app):
    app.select('Goal', FIRST_GOAL)
    # Alt+Shift+Down is taken by some window managers.
    app.key('alt+Page_Down')
    wait_for_change(app)


def check_rank(plan):
    expect(find(plan, 'goals', FIRST_GOAL)['priority'], 2, 'the priority of the goal')
    expect(find(plan, 'goals', SECOND_GOAL)['priority'], 1, 'the priority of the other')


def move_by_hand(app):
    app.select('Objective', OBJECTIVE)
    start = get_spot(app, 'Objective', OBJECTIVE, 0.5, 0.5)
    app.drag(start, (start[0] + 30, start[1] + 60), modifier='ctrl',
             before_release=lambda: app.screenshot('moved'))
    wait_for_change(app)


def move_in_mode(app):
    app.select('Objective', OBJECTIVE)
    app.key('m')
    button = app.map.get(BUTTON, 'Move')
    app.wait(lambda: button.has_state('pressed'), 'cards to be moved by dragging')
    start = get_spot(app, 'Objective', OBJECTIVE, 0.5, 0.5)
    app.drag(start, (start[0] + 30, start[1] + 60))
    wait_for_change(app)
    app.key('m')


def move_by_key(app):
    app.select('Objective', OBJECTIVE)
    app.key('ctrl+Right', 'ctrl+Right', 'ctrl+shift+Down')
    wait_for_change(app)


def check_place(plan):
    objective = find(plan, 'objectives', OBJECTIVE)
    expect([place['item'] for place in plan['places']], [objective['id']], 'the pinned cards')


def link_to_new_by_hand(app):
    app.select('Objective', OBJECTIVE)
    app.drag(get_spot(app, 'Objective', OBJECTIVE, 0.5, 0.5), find_free(app),
             before_release=lambda: app.screenshot('drawn'))
    app.map.get(ENTRY, 'New title')
    app.type('Pricing clinic')
    app.key('Return')
    app.get_selected('Project', 'Pricing clinic')


def link_to_new_by_key(app):
    app.select('Objective', OBJECTIVE)
    app.key('ctrl+shift+Return')
    write(app, 'Pricing clinic', 'Pricing game')


def check_new(plan):
    expect(get_targets(plan, 'Pricing clinic'), [OBJECTIVE], 'what the new project serves')


def add_one_by_one(app):
    app.select('Objective', OBJECTIVE)
    app.key('ctrl+shift+p')
    write(app, 'Pricing clinic', 'Pricing game', 'Pricing lab')


def check_three(plan):
    for title in ('Pricing clinic', 'Pricing game', 'Pricing lab'):
        expect(get_targets(plan, title), [OBJECTIVE], f'what {title!r} serves')


def select_both(app):
    app.select('Objective', SERVED)
    app.key('alt+Right')
    app.get_selected('Project', PROJECT)
    app.get_still('Objective', SERVED).click(modifier='ctrl')
    app.get_selected('Objective', SERVED)


def duplicate(app):
    select_both(app)
    app.key('ctrl+d')
    app.get_said('Duplicated 2 items')


def copy_and_paste(app):
    select_both(app)
    app.key('ctrl+c', 'ctrl+v')
    app.get_said('Pasted 2 items')


def check_copies(plan):
    copies = [item for item in plan['objectives'] if item['title'] == SERVED]
    expect(len(copies), 2, 'the objectives of the title')
    expect(copies[0]['goal'], copies[1]['goal'], 'the goals of the two')
    links = [link for link in plan['links'] if link['target'] == copies[1]['id']]
    expect(len(links), 1, 'the links to the copy')


def move_link(app):
    app.select('Project', PROJECT)
    app.key('alt+Down')
    app.wait(lambda: app.get_focused().name.startswith('Link: '), 'the keyboard to be on the link')
    app.key('shift+l')
    matches = app.get_window('Move Link to an Objective').get('list', 'Matches')
    app.type('pricing')
    app.wait(lambda: {'pricing' in row.name for row in matches.children} == {True}, 'the match')
    app.key('Return')
    app.get_said(f'Moved “.*” to “{OBJECTIVE}”')


def check_link(plan):
    targets = get_targets(plan, PROJECT)
    if OBJECTIVE not in targets:
        raise Failure(f'{PROJECT!r} serves {targets}')


def main():
    do_tasks(sys.argv[2], [
        (rank_by_hand, check_rank),
        (rank_by_key, check_rank),
        (move_by_hand, check_place),
        (move_in_mode, check_place),
        (move_by_key, check_place),
        (link_to_new_by_hand, check_new),
        (link_to_new_by_key, check_new),
        (add_one_by_one, check_three),
        (duplicate, check_copies),
        (copy_and_paste, check_copies),
        (move_link, check_link),
    ])


main()
