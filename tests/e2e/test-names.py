#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In every view and at every desk, all that takes the keyboard has a name, and Tab comes round.

test-names.py PROGRAM SAMPLE
"""
import sys

from checks import check_names, check_tab
from throughline import Throughline, copy_to, make_folder

SAMPLE = sys.argv[2]
VIEWS = (('alt+2', 'table'), ('alt+3', 'matrix'))
ALWAYS = ('Add', 'Main Menu')
# What is written down at a desk is selected there, so the inspector has it next.
DESKS = (
    ('Requests', 'What is asked for.*', 'Coaching for managers'),
    ('Discovery', 'What is to be found out.*', 'Why managers leave'),
    ('Partners', None, None),
    ('Silos', None, None),
    ('Work Mix', None, None),
    ('Insights', 'What did you hear.*', 'Nobody has time to practise'),
    ('Effort', None, None),
)


def check_view(app, key, name):
    before = app.get_focused()
    app.key(key)
    app.wait(lambda: app.find_other_focused(before), f'the keyboard in the {name}')
    check_names(app, f'the {name}')
    check_tab(app, ALWAYS, ('Tab',))


def check_desk(app, name, entry, text):
    app.open_desk(name)
    check_names(app, f'the desk {name!r}', app.practice)
    check_tab(app, (*ALWAYS, f'{name}(, .*)?'), ('Tab',))
    if entry is not None:
        app.walk_to(entry)
        app.type(text)
        app.key('Return', 'shift+F9')
        app.get_inspected(text)
        check_names(app, f'the inspector of {text!r}', app.inspector)
        check_tab(app, (*ALWAYS, 'Title'), ('shift+Tab',))
        app.key('shift+F9', 'ctrl+z')


def main():
    with Throughline(copy_to(make_folder(), SAMPLE)) as app:
        app.focus_map()
        # Less for Tab to go through; test-keyboard.py is about the panels.
        app.key('F9', 'shift+F9')
        for view in VIEWS:
            check_view(app, *view)
        for desk in DESKS:
            check_desk(app, *desk)


main()
