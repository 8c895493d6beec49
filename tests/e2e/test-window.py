#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window itself: dark, narrow, with its panels away, and as it was left.

test-window.py PROGRAM SAMPLE, in a session that keeps settings.
"""

import subprocess
import sys

from throughline import BUTTON, Throughline, copy_to, expect, make_folder

SAMPLE = sys.argv[2]
LEFT = 'Figures and Findings'
RIGHT = 'Details of the Selection'
PANELS = ['Figures, findings and outline', 'Inspector']
HANDLES = ['Width of the Left Panel', 'Width of the Right Panel']
NARROW = (360, 640)


def get_pressed(app, name, is_pressed):
    """Wait until the button of a panel says whether the panel is there."""
    button = app.window.get(BUTTON, name)
    app.wait(lambda: button.has_state('pressed') == is_pressed,
             f'{name!r} to be {"on" if is_pressed else "off"}')


def show_dark(path):
    with Throughline(path, env={'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}) as app:
        app.get_figures(64, 29, 45)
        app.get_card('Goal', 'Win against the main competitor with AI')
        app.screenshot('main-dark')
        app.close('win.close')


def toggle_panels(path):
    """The panels go and come by key, and the next window is like the last."""
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        get_pressed(app, LEFT, True)
        app.key('F9')
        get_pressed(app, LEFT, False)
        app.key('shift+F9')
        get_pressed(app, RIGHT, False)
        app.key('shift+F9')
        get_pressed(app, RIGHT, True)
        app.close('win.close')
    with Throughline(path) as app:
        app.get_card('Goal', 'Win against the main competitor with AI')
        get_pressed(app, LEFT, False)
        get_pressed(app, RIGHT, True)
        app.key('F9')
        get_pressed(app, LEFT, True)
        app.close('win.close')


def walk_shown(node, away):
    """The nodes under this one, without the panels that are away: these keep their last place."""
    yield node
    for child in node.children:
        if child.name not in away:
            yield from walk_shown(child, away)


def check_nothing_clipped(app, what, away):
    """Whatever can be used lies in the window as a whole, but for what scrolls."""
    width = app.window.extents[2]
    for node in walk_shown(app.window, away + HANDLES):
        if not node.has_state('focusable') or not node.is_shown or node.role == 'list item':
            continue
        x, _, node_width, _ = node.extents
        expect(x >= 0 and x + node_width <= width, True,
               f'whether {node!r}, {node_width} wide at {x}, fits into {what}, {width} wide')


def be_narrow(path):
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        number = app.x_window()
        subprocess.run(['xdotool', 'windowsize', '--sync', number, *map(str, NARROW)], check=True)
        app.wait(lambda: app.window.extents[2] <= NARROW[0], 'the window to be narrow')
        get_pressed(app, LEFT, False)
        get_pressed(app, RIGHT, False)
        check_nothing_clipped(app, 'the narrow window', PANELS)
        app.screenshot('narrow')

        app.key('F9')
        get_pressed(app, LEFT, True)
        app.wait(lambda: app.side_panel.extents[0] >= 0, 'the panel to have slid in')
        check_nothing_clipped(app, 'the narrow window with findings', PANELS[1:])
        app.screenshot('narrow-findings')
        app.key('Escape')
        get_pressed(app, LEFT, False)
        app.key('shift+F9')
        get_pressed(app, RIGHT, True)
        app.wait(lambda: app.inspector.extents[0] + app.inspector.extents[2] <= NARROW[0],
                 'the panel to have slid in')
        app.screenshot('narrow-inspector')
        app.close('win.close')


def main():
    path = copy_to(make_folder(), SAMPLE)
    show_dark(path)
    toggle_panels(path)
    be_narrow(path)


main()
