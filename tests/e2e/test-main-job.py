#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in a real window: open a plan, see what serves nothing, link it, save it.

test-main-job.py PROGRAM SAMPLE
"""
import json
import os
import shutil
import sys
import tempfile

from driver import App, Failure

PROGRAM, SAMPLE = sys.argv[1:3]
TODAY = {'THROUGHLINE_TODAY': '2026-11-21'}

BY_MOUSE = 'Radical Candor'                        # P17 of the sample
BY_MOUSE_ONTO = 'AI pricing strategy signed off'   # G4-5
BY_KEYS = 'Team workshops on request'              # P30
BY_KEYS_ONTO = 'Regrettable turnover down 0.3%'    # G7-1


def expect(found, wanted, what):
    if found != wanted:
        raise Failure(f'{what}: {found!r}, not {wanted!r}')


def get_figures(app, rate, aligned):
    """Wait until the figures say so, in words."""
    app.get('panel', rf'Aligned {rate}\s%.*: {aligned} of 45 projects.*')


def get_unlinked(app, count):
    app.get('list item', rf'Work that serves no objective: {count} findings?, High.*')


def read(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def find_card(app, kind, title):
    return app.find('list item', rf'{kind}: {title}')


def link_by_mouse(app):
    """From the finding to its card in the tray, and by drag from there onto the objective."""
    app.get('list item', r'Work that serves no objective: .*').click()
    app.get('push button', rf'Show {BY_MOUSE}.*').click()
    card = app.wait(lambda: find_card(app, 'Project', BY_MOUSE), 'the card in the tray')
    app.screenshot('revealed')
    card.drag_to(app.get('list item', rf'Objective: {BY_MOUSE_ONTO}'))


def link_by_keys(app):
    """With the keyboard alone: to the card, to the picker, to the objective."""
    app.key('Home')
    walk_to(app, rf'Project: {BY_KEYS}')
    app.key('l')
    app.get('text', '.*Search.*|.*Filter.*')
    app.type('turnover')
    app.get('list item', rf'.*{BY_KEYS_ONTO}.*')
    app.screenshot('picker')
    app.key('Return')


def walk_to(app, name):
    """Walk with the arrow keys until a card has the focus."""
    raise NotImplementedError


def main():
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, 'plan.throughline.json')
    shutil.copy(SAMPLE, path)
    before = read(path)

    with App(PROGRAM, path, env=TODAY) as app:
        get_figures(app, 64, 29)
        get_unlinked(app, 12)
        app.screenshot('main-light')

        link_by_mouse(app)
        get_figures(app, 67, 30)
        get_unlinked(app, 11)
        app.get_gone('list item', rf'.*{BY_MOUSE}, .*unaligned: yes')
        app.screenshot('linked')


main()
