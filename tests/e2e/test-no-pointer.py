#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job by ear: no pointer, no picture, only keys and what the accessible tree says.

Open the plan, hear the figures, find a project that serves nothing, hear what there is to know of
it, link it, hear the change, undo it, do it again, and save.

test-no-pointer.py PROGRAM SAMPLE
"""

import re
import sys

from throughline import ENTRY, Throughline, copy_to, expect, make_folder, read_json

SAMPLE = sys.argv[2]
NAME = 'All-remote software company'
PROJECT = 'Radical Candor'
OBJECTIVE = 'Regrettable turnover down 0.3%'


class Unseen(Throughline):
    """A program whose pointer is out of reach."""

    def move_to(self, x, y):
        if (x, y) != (0, 0):
            raise AssertionError('this user has no pointer')

    def click_at(self, x, y, button=1):
        raise AssertionError('this user has no pointer')


def hear_figures(app):
    """What the map is about, and how well it stands."""
    app.get_figures(64, 29, 45)
    app.wait(lambda: app.map.description
             == '8 goals, 28 objectives, 45 projects, 13 of them not aligned', 'the map in words')


def find_unaligned(app):
    """With a query, and on to the first card that answers to it."""
    app.key('ctrl+f')
    app.type('Radical')
    app.key('Return', 'Escape')
    app.get_inspected(PROJECT)


def hear_card(app):
    app.wait(lambda: app.get_focused().name == f'Project: {PROJECT}', 'the keyboard on the card')
    card = app.get_focused()
    expect(card.description, f'Project, {PROJECT}, not aligned: serves no objective',
           'what is said of it')
    app.key('ctrl+i')
    words = app.map.get('tool tip', '.*').name
    for part in ('Tactical project · Live', PROJECT, 'Serves nothing yet', 'linked to nothing'):
        expect(part in words, True, f'whether {part!r} is in {words!r}')
    app.key('Escape')
    app.map.get_gone('tool tip')


def link(app):
    app.key('l')
    matches = app.get_window('Link to an Objective').get('list', 'Matches')
    app.type(OBJECTIVE)
    app.wait(lambda: [OBJECTIVE in row.name for row in matches.children] == [True], 'one match')
    app.key('Return')
    app.get_figures(67, 30, 45)
    app.wait(lambda: app.map.description.endswith('12 of them not aligned'), 'the change in words')
    card = app.wait(lambda: app.map.find('list item', f'Project: {PROJECT}'), 'the card')
    app.wait(lambda: card.description == f'Project, {PROJECT}, serves 1 objective',
             'the card in words')
    app.wait(lambda: app.get_focused().name == f'Project: {PROJECT}', 'the keyboard on the card')


def undo_and_redo(app):
    app.key('ctrl+z')
    app.get_figures(64, 29, 45)
    app.get_title(NAME)
    app.key('ctrl+shift+z')
    app.get_figures(67, 30, 45)
    app.get_title(f'{NAME} (Unsaved)')


def act_by_ear(app):
    """What a screen reader does with a card is what keys do with it."""
    def get_card():
        return app.map.get('list item', f'Project: {PROJECT}')
    get_card().act('card.rename')
    app.map.get(ENTRY, 'New title')
    app.key('Escape')
    app.wait(lambda: app.get_focused().name == f'Project: {PROJECT}', 'the keyboard on the card')
    get_card().act('card.link')
    app.get_window('Link to an Objective')
    app.key('Escape')
    app.wait(lambda: app.get_focused().name == f'Project: {PROJECT}', 'the keyboard on the card')
    for remove in (lambda: app.key('Delete'), lambda: get_card().act('card.delete')):
        remove()
        app.get_figures(66, 29, 44)
        app.key('ctrl+z')
        app.get_figures(67, 30, 45)


def read_overview(app):
    """Where one is on the map, in words, and on from there."""
    app.key('o')
    overview = app.map.get(None, 'Overview of the map')
    app.wait(lambda: re.fullmatch(r'\d+ cards? in sight; height .*', overview.description),
             'the overview in words')
    app.key('o')
    app.map.get_gone(None, 'Overview of the map')


def save(app, path):
    app.save()
    document = read_json(path)
    ids = {item['title']: item['id'] for kind in ('objectives', 'projects')
           for item in document[kind]}
    expect([ids[OBJECTIVE]], [link['target'] for link in document['links']
                              if link['project'] == ids[PROJECT]], 'what is linked in the file')


def main():
    path = copy_to(make_folder(), SAMPLE)
    with Unseen(path) as app:
        hear_figures(app)
        app.focus_map()
        find_unaligned(app)
        hear_card(app)
        link(app)
        undo_and_redo(app)
        act_by_ear(app)
        read_overview(app)
        save(app, path)
        expect(app.messages(), '', 'what the program says')


main()
