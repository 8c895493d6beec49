#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in a real window: open a plan, see what serves nothing, link it, save it.

test-main-job.py PROGRAM SAMPLE
"""

import re
import sys

from throughline import (BUTTON, ENTRY, Failure, Throughline, copy_to, expect, expect_same,
                         make_folder, read_json, read_lines)

SAMPLE = sys.argv[2]
NAME = 'All-remote software company'
UNLINKED = 'Work that serves no objective'

BY_MOUSE = 'Radical Candor'
BY_MOUSE_ONTO = 'AI pricing strategy signed off'
BY_KEYS_ONTO = 'Regrettable turnover down 0.3%'
RENAMED = 'Five customer stories with a clear return'
RENAMED_FROM = 'Five customer value stories with clear ROI'
TOAST_UNDO = '_Undo Undo|Undo Undo'
DELETED = 'Team workshops on request'


def get_state(app, percent, aligned, unlinked):
    app.get_figures(percent, aligned, 45)
    app.get_group(UNLINKED, unlinked)


def reveal_from_finding(app):
    """A click on a finding leads to the card that it is about."""
    app.findings.get('list item', f'{UNLINKED}: .*').click()
    app.findings.get('list item', f'{BY_MOUSE}: .*').click()
    app.get_selected('Project', BY_MOUSE)
    app.get_inspected(BY_MOUSE)
    app.screenshot('revealed')


def cancel_drag(app):
    """A drag that is given up leaves no trace."""
    card = app.get_still('Project', BY_MOUSE)
    target = app.get_still('Objective', BY_MOUSE_ONTO)
    app.drag(card.centre, target.centre, cancel_with='Escape',
             before_release=lambda: app.screenshot('dragged'))
    get_state(app, 64, 29, 12)
    expect(app.window.name, NAME, 'the title after a drag that was given up')


def link_by_mouse(app):
    app.get_still('Project', BY_MOUSE).drag_to(app.get_still('Objective', BY_MOUSE_ONTO))
    get_state(app, 67, 30, 11)
    expect('13 of them' in app.map.description, False, 'what the map says of unaligned work')
    app.wait(lambda: '12 of them not aligned' in app.map.description, 'the map to count 12')
    app.get_title(f'{NAME} (Unsaved)')
    app.screenshot('linked')


def walk_to_unlinked(app):
    """With the arrows from the end of the map to a project that serves nothing."""
    name = app.focus_map().name
    for key in ['End'] + 20 * ['Up']:
        app.key(key)
        app.wait(lambda: app.get_focused().name != name, f'{key} to move on from {name!r}')
        card = app.get_focused()
        if re.search('not aligned.* no objective', card.description):
            return card.name
        name = card.name
    raise Failure('the arrows lead to nothing that is not linked')


def link_by_keys(app):
    """With the keyboard alone: to the map, to a card, to the picker, to the objective."""
    name = walk_to_unlinked(app)
    app.key('l')
    picker = app.get_window('Link to an Objective')
    matches = picker.get('list', 'Matches')
    matches.get('list item')
    app.screenshot('picker')
    app.type('turnover')
    app.wait(lambda: [BY_KEYS_ONTO in row.name for row in matches.children] == [True],
             'one match')
    app.key('Return')
    get_state(app, 69, 31, 10)
    app.wait(lambda: app.get_focused().name == name,
             'the keyboard to be on the card that was linked')
    return name.removeprefix('Project: ')


def undo_and_redo(app):
    for percent, aligned, unlinked in ((67, 30, 11), (64, 29, 12)):
        app.key('ctrl+z')
        get_state(app, percent, aligned, unlinked)
    app.get_title(NAME)
    for percent, aligned, unlinked in ((67, 30, 11), (69, 31, 10)):
        app.key('ctrl+shift+z')
        get_state(app, percent, aligned, unlinked)


def rename_in_place(app):
    app.select('Objective', RENAMED_FROM)
    app.key('F2')
    app.map.get(ENTRY, 'New title')
    app.type(RENAMED)
    app.key('Return')
    app.get_card('Objective', RENAMED)
    app.get_inspected(RENAMED)
    # What the toast offered to undo is no longer the last change.
    app.window.get_gone(BUTTON, TOAST_UNDO)


def delete_and_undo(app):
    """What is deleted by mistake comes back from the toast."""
    app.select('Project', DELETED)
    app.key('Delete')
    undo = app.hold_said(f'Deleted “{DELETED}”', TOAST_UNDO)
    app.get_figures(70, 31, 44)
    app.map.get_gone('list item', f'Project: {DELETED}')
    undo.click()
    app.get_figures(69, 31, 45)
    app.get_card('Project', DELETED)


def strengthen(app):
    """In the inspector of the project: its one link is made a strong one."""
    app.select('Project', BY_MOUSE)
    app.inspector.get(BUTTON, 'Strength: Strong').act()
    app.wait(lambda: app.inspector.get(BUTTON, 'Strength: Strong').has_state('pressed'),
             'the link to be strong')


def refuse_bad_number(app):
    """A number that is none is refused where it stands, and the plan never has it."""
    effort = app.inspector.get(ENTRY, 'Effort')
    effort.set_text('minus three')
    effort.act('activate')
    app.wait(lambda: effort.has_state('invalid'), 'the number to be refused')
    reason = '“minus three” is not a number.'
    app.wait(lambda: effort.description == reason, 'the reason to be told')
    app.inspector.get('label', reason)
    app.screenshot('refused-number')


def check_file(before, after, old_lines, new_lines, by_keys):
    """What was done is in the file, and nothing else."""
    ids = {item['title']: item['id'] for kind in ('objectives', 'projects')
           for item in before[kind]}
    old = {link['id'] for link in before['links']}
    new = [link for link in after['links'] if link['id'] not in old]
    expect(sorted((link['project'], link['target'], link['strength']) for link in new),
           sorted([(ids[BY_MOUSE], ids[BY_MOUSE_ONTO], 'strong'),
                   (ids[by_keys], ids[BY_KEYS_ONTO], 'medium')]), 'the new links')

    wanted = {**before, 'links': after['links']}
    wanted['objectives'] = [{**item, 'title': RENAMED} if item['title'] == RENAMED_FROM else item
                            for item in before['objectives']]
    expect([link for link in after['links'] if link['id'] in old], before['links'],
           'the old links')
    expect_same(after, wanted, 'the file')

    gone = [line.strip() for line in old_lines if line not in new_lines]
    expect(gone, [f'"title": "{RENAMED_FROM}",'], 'the lines that are gone')
    expect(len(new_lines) - len(old_lines), sum(len(link) + 2 for link in new),
           'the number of new lines')


def check_bytes(path, wanted):
    with open(path, 'rb') as file:
        expect(file.read(), wanted, 'the file after a save without a change')


def main():
    path = copy_to(make_folder(), SAMPLE)
    before, old_lines = read_json(path), read_lines(path)

    with Throughline(path) as app:
        get_state(app, 64, 29, 12)
        app.screenshot('main-light')
        reveal_from_finding(app)
        cancel_drag(app)
        link_by_mouse(app)
        by_keys = link_by_keys(app)
        undo_and_redo(app)
        rename_in_place(app)
        delete_and_undo(app)
        strengthen(app)
        refuse_bad_number(app)
        expect(read_lines(path), old_lines, 'the file before it is saved')
        app.key('ctrl+s')
        app.get_title(NAME)
        check_file(before, read_json(path), old_lines, read_lines(path), by_keys)
        app.close('win.close')

    with open(path, 'rb') as file:
        saved = file.read()
    with Throughline(path) as app:
        get_state(app, 69, 31, 10)
        app.activate('win.save')
        app.get_said('Saved')
        check_bytes(path, saved)
        app.close('win.close')


main()
