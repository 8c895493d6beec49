#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline with the keyboard alone: an objective is added, moved and given to another goal. At
the end, one is dragged.

test-outline.py PROGRAM SAMPLE
"""
import re
import sys

from throughline import (ENTRY, Failure, Throughline, copy_to, expect, expect_same, make_folder,
                         read_json)

OBJECTIVE = 'Managers hold a talk about every release'
PROJECT = 'Release talks, practised in pairs'
STEPS = 6


def get_goals(plan):
    return sorted(plan['goals'], key=lambda goal: goal['priority'])


def get_row(app, name):
    """Wait until the keyboard is on a row."""
    def find():
        node = app.find_focused()
        return node if node is not None and re.match(name, node.name) else None
    return app.wait(find, f'the keyboard on {name!r}')


def jump_to(app, title):
    """By the first letters of a title, which no other row may begin with."""
    app.type(title[:12])
    return get_row(app, f'[A-Z][a-z]+, {re.escape(title)}')


def enter_outline(app):
    app.walk_to('Outline', 'shift+Tab')
    app.key('space')
    app.outline.get('list item', 'Goal, .*')
    app.key('Tab')
    app.wait(lambda: app.get_focused().role not in ('page tab', 'radio button'), 'the outline')


def write_title(app, title):
    app.wait(lambda: app.get_focused().matches(ENTRY, 'New title'), 'an entry for the title')
    app.type(title)
    app.key('Return')
    return get_row(app, f'[A-Z][a-z]+, {re.escape(title)}')


def refuse_empty_title(app):
    """What is refused stays with its reason; Escape takes it back."""
    app.key('F2')
    app.wait(lambda: app.get_focused().matches(ENTRY, 'New title'), 'an entry for the title')
    app.key('ctrl+a', 'BackSpace', 'Return')
    app.wait(lambda: app.get_focused().description == 'A title cannot be empty.', 'the reason')
    app.screenshot('outline-refused')
    app.key('Escape')


def add_objective(app, goal):
    jump_to(app, goal['title'])
    app.key('ctrl+shift+Return')
    write_title(app, OBJECTIVE)
    app.get_inspected(OBJECTIVE)
    refuse_empty_title(app)
    get_row(app, f'Objective, {OBJECTIVE}')


def give_to(app, goal):
    """Cut, and pasted where it cannot go, and then where it can."""
    app.key('ctrl+x')
    app.walk_to('Not Aligned.*', 'Down')
    app.key('ctrl+v')
    app.get_said('An objective belongs to a goal.')
    jump_to(app, goal['title'])
    app.key('ctrl+v')
    get_row(app, f'Objective, {OBJECTIVE}, of the goal {re.escape(goal["title"])}')
    app.screenshot('outline-moved')


def add_project(app):
    app.key('ctrl+shift+Return')
    app.wait(lambda: app.get_focused().name == 'Add Project', 'a choice of what to add')
    app.key('Return')
    write_title(app, PROJECT)


def drag_objective(app, first, second):
    """With the pointer: from the one goal to the other, and back by undo."""
    rows = app.outline.find_all('list item', f'Objective, .*, of the goal {first["title"]}, .*')
    goal = app.outline.get('list item', f'Goal, {second["title"]}, .*')
    title = rows[0].name.split(',')[1].strip()
    rows[0].drag_to(goal)
    app.outline.get('list item', f'Objective, {title}, of the goal {second["title"]}, .*')
    app.key('ctrl+z')
    app.outline.get('list item', f'Objective, {title}, of the goal {first["title"]}, .*')


def find_title(items, title):
    return next((item for item in items if item.get('title') == title), None)


def check_saved(path, goal):
    plan = read_json(path)
    objective = find_title(plan['objectives'], OBJECTIVE)
    project = find_title(plan['projects'], PROJECT)
    if objective is None or project is None:
        raise Failure('what was added is not in the file')
    expect(objective['goal'], goal['id'], 'the goal')
    links = [link['target'] for link in plan['links'] if link['project'] == project['id']]
    expect(links, [objective['id']], 'what the project serves')


def main():
    path = copy_to(make_folder(), sys.argv[2])
    before = read_json(path)
    first, second = get_goals(before)[:2]
    with Throughline(path) as app:
        saved = app.window.name
        enter_outline(app)
        add_objective(app, first)
        app.key('alt+Up')
        get_row(app, f'Objective, {OBJECTIVE}')
        give_to(app, second)
        add_project(app)
        app.key('ctrl+s')
        app.get_title(saved)
        check_saved(path, second)

        # The keyboard stays here, though the row that has it goes; cards have a colon.
        for _ in range(STEPS):
            app.key('ctrl+z')
            get_row(app, '(Goal|Objective|Project), ')
        app.outline.get_gone('list item', f'.*{OBJECTIVE}.*')
        app.key('ctrl+s')
        app.get_title(saved)
        expect_same(read_json(path), before, 'the saved plan')
        drag_objective(app, first, second)
        app.screenshot('outline-undone')
        app.close()


main()
