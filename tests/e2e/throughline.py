# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenarios know of Throughline: its panes, and how its figures and cards are told."""

import json
import os
import re
import shutil
import sys
import tempfile
import time

from driver import BUTTON, ENTRY, GROUP, App, Failure, Node

TODAY = '2026-11-21'
REST_SECONDS = 0.1
MAX_STOPS = 160
LAST_DESK = 'Effort'


class Throughline(App):
    """The program with some files, named by its first argument."""

    def __init__(self, *files, env=None):
        super().__init__(sys.argv[1], *files, env={'THROUGHLINE_TODAY': TODAY, **(env or {})})
        self.panes = {}

    def get_pane(self, role, name):
        """A part of the window that stays, so that a look at it need not go through all."""
        if name not in self.panes:
            self.panes[name] = self.window.get(role, name)
        return self.panes[name]

    @property
    def map(self):
        return self.get_pane('list', 'Alignment map')

    @property
    def side_panel(self):
        return self.get_pane(GROUP, 'Figures, findings and outline')

    @property
    def findings(self):
        return self.get_pane('list', 'Findings')

    @property
    def outline(self):
        return self.get_pane('list', 'Outline')

    @property
    def inspector(self):
        return self.get_pane(GROUP, 'Inspector')

    @property
    def practice(self):
        return self.get_pane(GROUP, 'Practice')

    # What is told.

    def get_said(self, text):
        """The toast, as soon as it says so. It may be gone already: it stays for some seconds."""
        return self.wait(lambda: self.find_renamed('status bar', text), f'the words {text!r}')

    def hold_said(self, text, button):
        """A button of the toast, under the pointer: as long as it is there, the toast stays."""
        node = self.get_said(text).get(BUTTON, button)
        self.move_to(*node.centre)
        return node

    def get_figures(self, percent, aligned, counted):
        """Wait until the figures say so, in words and in the ring."""
        self.side_panel.get('label', f'{aligned} of {counted} projects?')
        self.side_panel.get('image', rf'{percent}\s%')

    def get_group(self, title, count):
        """Wait until so many findings of a kind are told of."""
        return self.findings.get('list item', rf'{title}: {count} findings?, .*')

    def get_card(self, kind, title):
        """A card that is in sight on the map, as soon as it is."""
        def find():
            card = self.map.find('list item', f'{kind}: {re.escape(title)}')
            return card if card is not None and card.is_shown else None
        return self.wait(find, f'the card of {kind} {title!r}')

    def get_still(self, kind, title):
        """A card that is in sight, once the map has come to rest."""
        def is_still():
            before = self.get_card(kind, title).extents
            time.sleep(REST_SECONDS)
            return self.get_card(kind, title).extents == before
        self.wait(is_still, f'{title!r} to come to rest')
        return self.get_card(kind, title)

    def get_selected(self, kind, title):
        """Wait until a card is the selected one."""
        card = self.get_card(kind, title)
        self.wait(lambda: card.has_state('selected'), f'{card!r} to be selected')
        return card

    def get_title(self, title):
        """Wait until the window is about a document of this title, saved or not."""
        self.wait(lambda: self.window.name == title, f'the title {title!r}')

    def get_inspected(self, title):
        """Wait until the inspector is about an item of this title."""
        def find():
            entry = self.inspector.find(ENTRY, 'Title')
            return entry if entry is not None and entry.text == title else None
        return self.wait(find, f'{title!r} in the inspector')

    def get_window(self, title):
        """Another window of the program, as soon as the keyboard is in it.

        Before that, a key that is pressed goes to one window and what it did is read in the other.
        """
        window = self.wait(lambda: next((node for node in self.root.children
                                         if node.name == title), None), f'a window {title!r}')
        self.wait(lambda: self.get_focused().is_in(window), f'the keyboard in {window!r}')
        return window

    # What is done.

    def select(self, kind, title):
        """Bring a card into sight and click on it."""
        self.map.get('list item', f'{kind}: {re.escape(title)}').act('card.open')
        self.get_still(kind, title).click()
        self.get_selected(kind, title)
        self.get_inspected(title)

    def focus_map(self):
        """Walk with Tab until the keyboard is on a card."""
        for _ in range(80):
            node = self.get_focused()
            if node.role == 'list item' and re.match('(Goal|Objective|Project): ', node.name):
                return node
            self.key('Tab')
        raise Failure('Tab does not lead to the map')

    def walk_to(self, name, key='Tab'):
        """Press a key until what has the keyboard is called so."""
        node = self.get_focused()
        passed = []
        for _ in range(MAX_STOPS):
            if re.fullmatch(name, node.name):
                return node
            passed.append(node.name)
            self.key(key)
            node = self.wait(lambda: self.find_other_focused(node),
                             f'{key} to move on from {passed[-1]!r}')
        raise Failure(f'{key} does not lead to {name!r}, but to {passed[-20:]}')

    def find_other_focused(self, before):
        node = self.find_last_focused()
        return node if node is not None and node.accessible != before.accessible else None

    def open_desk(self, name):
        """To the practice, and to one of its desks, with the keyboard on its tab."""
        self.key('alt+4')
        tab = self.walk_to(f'{name}(, .*)?')
        self.key('space')
        self.wait(lambda: tab.has_state('pressed'), f'the desk {name!r}')

    def walk_on(self, key='Tab'):
        """Press a key that moves the keyboard, and tell where to."""
        before = self.get_focused()
        self.key(key)
        return self.wait(lambda: self.find_other_focused(before), f'{key} to move on')

    def walk_tree(self, desk, row, button=None):
        """At a desk, from the first row by arrows to one, and with Tab to a button in it."""
        self.open_desk(desk)
        self.walk_to(f'{LAST_DESK}(, .*)?')
        while self.walk_on().role in ENTRY:
            pass
        self.key('Home')
        self.walk_to(row, 'Down')
        return self.walk_to(button) if button is not None else self.get_focused()

    def pick(self, window, text):
        """Open the picker of what has the keyboard, and take the first that a text leaves."""
        self.key('Return')
        matches = self.get_window(window).get('list', 'Matches')
        self.wait(lambda: matches.children, 'something to pick')
        self.type(text)
        self.wait(lambda: {text in row.name for row in matches.children} == {True},
                  f'nothing but {text!r}')
        self.key('Return')
        self.wait(lambda: all(node.name != window for node in self.root.children),
                  f'the window {window!r} to go')

    def undo_all(self):
        """Back to how it was when it was opened."""
        undo = self.window.get(BUTTON, 'Undo')

        def is_undone():
            if undo.description == 'Undo (Ctrl+Z)':
                return True
            self.key('ctrl+z')
            return False
        self.wait(is_undone, 'all to be undone', 60)

    def save(self):
        self.key('ctrl+s')
        self.wait(lambda: not self.window.name.endswith('(Unsaved)'), 'the document to be saved')

    def show(self, title):
        """Find an item by its title in the outline, and show its card."""
        self.side_panel.get('page tab', 'Outline').act()
        row = self.wait(lambda: next((node for node in self.outline.children
                                      if title in node.name and node.is_shown), None),
                        f'{title!r} in the outline')
        row.click()
        self.key('Return')


def make_folder():
    """An empty folder for the files of a scenario."""
    return tempfile.mkdtemp(dir=os.environ['HOME'])


def copy_to(folder, sample):
    """A document of the test's own."""
    path = os.path.join(folder, 'plan.throughline.json')
    shutil.copy(sample, path)
    return path


def read_json(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def read_lines(path):
    with open(path, encoding='utf-8') as file:
        return file.read().splitlines()


def do_tasks(sample, tasks):
    """Each task changes a plan, which is saved and looked at, and undone until it is the old one.

    A task is a function of the program, and one of what it has saved.
    """
    path = copy_to(make_folder(), sample)
    before = read_lines(path)
    with Throughline(path) as app:
        # One panel less for Tab to go through.
        app.key('F9')
        for do, check in tasks:
            do(app)
            app.save()
            check(read_json(path))
            app.undo_all()
            app.save()
            expect(read_lines(path), before, f'the file after {do.__name__} was undone')


def expect(found, wanted, what):
    """Both may be a whole document: of what is long, the beginning has to do."""
    if found != wanted:
        raise Failure(f'{what}: {repr(found)[:500]}, not {repr(wanted)[:500]}')


def expect_same(found, wanted, what):
    """Two documents are the same; otherwise, what differs is told."""
    for key in sorted(found.keys() | wanted.keys()):
        old, new = wanted.get(key), found.get(key)
        if isinstance(old, list) and isinstance(new, list):
            expect([item for item in new if item not in old], [], f'{key} too many in {what}')
            expect([item for item in old if item not in new], [], f'{key} missing in {what}')
        expect(new, old, f'{key} of {what}')


__all__ = ['BUTTON', 'ENTRY', 'GROUP', 'TODAY', 'Failure', 'Node', 'Throughline', 'copy_to',
           'do_tasks', 'expect', 'expect_same', 'make_folder', 'read_json', 'read_lines']
