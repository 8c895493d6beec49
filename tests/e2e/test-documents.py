#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in a real window: a plan from nothing, what is refused, mended or too new, and leaving.

test-documents.py PROGRAM SAMPLE
"""

import json
import os
import subprocess
import sys

from throughline import (BUTTON, ENTRY, Throughline, copy_to, expect, expect_same, make_folder,
                         read_json, read_lines)

PROGRAM, SAMPLE = sys.argv[1:3]
NAME = 'All-remote software company'
EDITS = ['win.add-goal', 'win.add-objective', 'win.add-project', 'win.link', 'win.rename',
         'win.delete', 'win.undo', 'win.redo', 'win.save']


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def read_bytes(path):
    with open(path, 'rb') as file:
        return file.read()


def expect_disabled(app, actions):
    """What cannot be done now is not offered to assistive technologies at all."""
    expect([action for action in actions if action in app.window.actions], [],
           'the actions that should not be possible')


def name_in_place(app, kind, title):
    app.map.get(ENTRY, 'New title')
    app.type(title)
    app.key('Return')
    app.get_card(kind, title)
    app.get_inspected(title)


def save_as(app, path):
    """Through the toolkit's dialog for files, which takes a whole path as the name."""
    app.key('ctrl+shift+s')
    app.get_window('Save As').get(ENTRY, 'Name:').set_text(path)
    app.key('Return')


def start_from_nothing(folder):
    """A small plan with the keyboard alone, from the invitation to the saved file."""
    path = os.path.join(folder, 'small.throughline.json')
    with Throughline() as app:
        app.window.get(BUTTON, '.*Add the First Goal')
        app.screenshot('welcome')
        app.wait(lambda: 'First Goal' in app.get_focused().name,
                 'the keyboard to be on the first thing to do')
        app.key('Return')
        name_in_place(app, 'Goal', 'Fewer accidents')
        app.key('ctrl+shift+o')
        name_in_place(app, 'Objective', 'Half as many falls')
        app.key('ctrl+shift+p')
        name_in_place(app, 'Project', 'Ladder training')
        app.get_figures(100, 1, 1)
        save_as(app, path)
        app.wait(lambda: os.path.exists(path), 'the file to be there')
        app.wait(lambda: 'Unsaved' not in app.window.name, 'the plan to be saved')
        app.close('win.close')

    plan = read_json(path)
    goal, objective, project = (plan[kind][0] for kind in ('goals', 'objectives', 'projects'))
    expect([item['title'] for item in (goal, objective, project)],
           ['Fewer accidents', 'Half as many falls', 'Ladder training'], 'the titles in the file')
    expect(objective['goal'], goal['id'], 'the goal of the objective')
    expect([(link['project'], link['target']) for link in plan['links']],
           [(project['id'], objective['id'])], 'the links in the file')


def refuse_broken(folder):
    """What cannot be read is told of with its place, and the window goes on to be of use."""
    text = '{\n  "format": "throughline-workspace",\n  "version": 1,\n  "title": oops\n}\n'
    path = write(folder, 'broken.throughline.json', text)
    with Throughline(path) as app:
        app.window.get('label', '“broken.throughline.json” Cannot Be Opened')
        app.window.get('label', '(?s).*line 4, column 12.*')
        app.screenshot('refused')
        expect_disabled(app, ['win.rename', 'win.delete', 'win.present', 'win.export-map'])
        expect(read_bytes(path), text.encode(), 'the file that was refused')
        app.wait(lambda: 'Open Another File' in app.get_focused().name,
                 'the keyboard to be on what can be done now')
        app.window.get(BUTTON, '.*Start Afresh').act()
        app.wait(lambda: 'First Goal' in app.get_focused().name,
                 'the keyboard to be on the first thing to do')
        app.key('Return')
        name_in_place(app, 'Goal', 'On we go')


def mend_repairable(folder):
    """What cannot be used is left out and listed; the file stays as it is until it is saved."""
    plan = read_json(SAMPLE)
    plan['goals'][0]['owner'] = 'nobody-we-know'
    path = write(folder, 'mended.throughline.json', json.dumps(plan, indent=2))
    before = read_bytes(path)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        app.window.get('label', '1 thing in the file could not be used and was left out.')
        app.screenshot('repaired')
        app.window.get(BUTTON, '.*Show.*').act()
        dialog = app.get_window('What Was Left Out')
        dialog.get('label', '(?s).*nobody-we-know.*')
        app.screenshot('repairs')
        app.key('Escape')
        expect(read_bytes(path), before, 'the file before it is saved')
        app.activate('win.save')
        app.get_said('Saved')
        app.close('win.close')
    del plan['goals'][0]['owner']
    expect_same(read_json(path), plan, 'the file after it is saved')


def look_at_newer(folder):
    """A file of a newer version can be looked at, and nothing of it can be lost."""
    plan = {**read_json(SAMPLE), 'version': 99}
    path = write(folder, 'newer.throughline.json', json.dumps(plan, indent=2))
    before = read_bytes(path)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        app.window.get('label', '.*newer.*')
        app.select('Goal', plan['goals'][0]['title'])
        expect_disabled(app, EDITS)
        app.key('F2', 'Delete')
        app.get_card('Goal', plan['goals'][0]['title'])
        app.screenshot('newer')
        app.close('win.close')
    expect(read_bytes(path), before, 'the file of a newer version')


def leave_with_changes(folder):
    """Nothing is given up without a question, and the answer is what happens."""
    path = copy_to(folder, SAMPLE)
    before = read_lines(path)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        app.key('ctrl+shift+g')
        name_in_place(app, 'Goal', 'An afterthought')

        app.key('ctrl+w')
        app.get_window('Save Changes?')
        app.screenshot('unsaved')
        app.key('Escape')
        app.wait(lambda: len(app.root.children) == 1, 'the question to go')
        app.get_title(f'{NAME} (Unsaved)')
        app.get_card('Goal', 'An afterthought')

        # The same file a second time is the same window.
        status = subprocess.run([PROGRAM, path], check=False).returncode
        expect(status, 0, 'the status of a second start')
        expect([node.name for node in app.root.children], [f'{NAME} (Unsaved)'], 'the windows')

        app.key('ctrl+w')
        question = app.get_window('Save Changes?')
        next(node for node in question.find_all(BUTTON, '.*Discard') if node.is_shown).act()
        app.wait_for_end()
    expect(read_lines(path), before, 'the file whose changes were discarded')


def begin_with_what_comes_along():
    """The sample and the template open from the invitation, as plans of one's own."""
    for button, goal in (('.*Look at a Sample', 'Trains that keep their word'),
                         ('.*Start From a Template', 'The number that your leaders watch most')):
        with Throughline() as app:
            app.window.get(BUTTON, button).act()
            app.get_card('Goal', goal)
            app.screenshot('begun')
            app.close('win.close')


def main():
    folder = make_folder()
    start_from_nothing(folder)
    begin_with_what_comes_along()
    refuse_broken(folder)
    mend_repairable(folder)
    look_at_newer(folder)
    leave_with_changes(folder)


main()
