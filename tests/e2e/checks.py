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


def check_names(app, what):
    nameless = [f'{node!r} at {node.extents}' for node in walk_nodes(app.window)
                if node.has_state('focusable') and node.role not in UNNAMED
                and not is_named(node)]
    expect(nameless, [], f'what has no name in {what}')


def find_stop(app):
    node = app.get_focused()
    return repr(node), node.extents


def check_tab(app, wanted, keys=('Tab', 'shift+Tab')):
    """Tab goes round through the whole window, backwards too, and everything on it has a name."""
    for key in keys:
        stops = []
        while True:
            node = app.get_focused()
            stop = (repr(node), node.extents)
            # The map may have moved; there is one card of the name.
            if stops and stop[0] == stops[0][0]:
                break
            expect(is_named(node), True, f'whether {node!r} at {node.extents} has a name')
            expect(stop in stops, False, f'whether {key} turns back at {stop} after {stops}')
            if len(stops) > MAX_STOPS:
                raise Failure(f'{key} does not come round: {stops}')
            stops.append(stop)
            app.key(key)
            app.wait(lambda: find_stop(app) != stop, f'{key} to move on from {node!r}')
        for name in wanted:
            expect(any(re.search(rf"'{name}'", stop) for stop, _ in stops), True,
                   f'whether {key} passes {name!r}')


__all__ = ['check_names', 'check_tab', 'is_named']
