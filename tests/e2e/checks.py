# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every part of the window: names for a screen reader, and a round for Tab."""

import re

from throughline import BUTTON, Failure, expect

# The types of the toolkit and ours, which a node without a name is called by.
TYPE_NAME = re.compile(r'(Gtk|Adw|Tl)[A-Z]\w*')
# Areas that scroll take the keyboard only where nothing in them does; Tab shows whether any does.
UNNAMED = ('scroll pane',)
MAX_STOPS = 120


def walk_nodes(node):
    """The nodes under this one, but what a button is made of: it is a part of the button."""
    yield node
    if node.role not in BUTTON:
        for child in node.children:
            yield from walk_nodes(child)


def is_named(node):
    name = node.name
    return bool(name) and TYPE_NAME.fullmatch(name) is None


def find_nameless(pane):
    return [f'{node!r} at {node.extents}' for node in walk_nodes(pane)
            if node.has_state('focusable') and node.role not in UNNAMED and not is_named(node)]


def check_names(app, what, pane=None):
    """Look at all of the window or of a pane, and again when something was too busy to answer."""
    nameless = app.wait(lambda: [find_nameless(pane or app.window)], f'the names in {what}')[0]
    expect(nameless, [], f'what has no name in {what}')


def find_stop(app):
    """What has the keyboard, where, and whether it has a name."""
    node = app.find_focused()
    return (repr(node), node.extents, is_named(node)) if node is not None else None


def check_tab(app, wanted, keys=('Tab', 'shift+Tab')):
    """Tab goes round through the whole window, backwards too, and everything on it has a name."""
    for key in keys:
        stops = []
        stop = app.wait(lambda: find_stop(app), 'something with the keyboard')
        # The map may have moved; there is one card of the name.
        while not stops or stop[0] != stops[0][0]:
            expect(stop[2], True, f'whether {stop} has a name')
            expect(stop in stops, False, f'whether {key} turns back at {stop} after {stops}')
            if len(stops) > MAX_STOPS:
                raise Failure(f'{key} does not come round: {stops}')
            stops.append(stop)
            app.key(key)
            stop = app.wait(lambda: find_other_stop(app, stops[-1]),
                            f'{key} to move on from {stops[-1]}')
        for name in wanted:
            expect(any(re.search(rf"'{name}'", stop[0]) for stop in stops), True,
                   f'whether {key} passes {name!r}')


def find_other_stop(app, before):
    stop = find_stop(app)
    return stop if stop != before else None


__all__ = ['check_names', 'check_tab', 'is_named']
