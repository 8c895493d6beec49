#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Going about on the map: the wheel pans, with Ctrl it zooms at the pointer, keys lead home.

test-view.py PROGRAM SAMPLE
"""
import re
import sys

from throughline import BUTTON, Throughline, expect

GOAL = 'Win against the main competitor with AI'
OBJECTIVE = 'Compete narrative and sales play in use'


def get_zoom(app):
    """The zoom in percent, as the control tells it."""
    name = app.map.get(BUTTON, r'Zoom is \d+\s%, reset').name
    return int(re.search(r'\d+', name)[0])


def wait_for_zoom(app, is_right, what):
    app.wait(lambda: is_right(get_zoom(app)), f'the zoom to be {what}')
    return get_zoom(app)


def main():
    with Throughline(sys.argv[2]) as app:
        app.get_still('Goal', GOAL)
        card = app.get_card('Objective', OBJECTIVE)
        x, y = card.centre
        top = card.extents[1]

        app.scroll(x, y, 2)
        app.wait(lambda: app.get_card('Objective', OBJECTIVE).extents[1] < top, 'the map to go up')
        app.scroll(x, y, -2)
        app.wait(lambda: app.get_card('Objective', OBJECTIVE).extents[1] == top,
                 'the map to be back')

        before = get_zoom(app)
        app.scroll(x, y, -2, 'ctrl')
        wait_for_zoom(app, lambda zoom: zoom > before, f'above {before} %')
        app.get_still('Objective', OBJECTIVE)
        card = app.get_card('Objective', OBJECTIVE)
        left, upper, width, height = card.extents
        window_left, window_top = app.origin()
        expect((left <= x - window_left <= left + width,
                upper <= y - window_top <= upper + height), (True, True),
               'whether what is under the pointer stays there')
        app.scroll(x, y, 6, 'ctrl')
        wait_for_zoom(app, lambda zoom: zoom < before, f'below {before} %')

        app.key('ctrl+0')
        wait_for_zoom(app, lambda zoom: zoom == 100, '100 %')
        app.key('ctrl+plus')
        wait_for_zoom(app, lambda zoom: zoom > 100, 'above 100 %')
        app.key('ctrl+minus')
        wait_for_zoom(app, lambda zoom: zoom == 100, '100 % again')
        app.activate('win.zoom-fit')
        wait_for_zoom(app, lambda zoom: zoom < 100, 'what fits')
        app.get_card('Goal', GOAL)
        app.close('win.close')


main()
