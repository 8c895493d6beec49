#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings by keyboard alone: filter, mend, waive, switch off, and set what a check goes by.

test-findings.py PROGRAM SAMPLE
"""

import re
import sys

from throughline import BUTTON, ENTRY, Throughline, copy_to, expect, make_folder

SAMPLE = sys.argv[2]
UNLINKED = 'Work that serves no objective'
WEAK_LINKS = 8
FIRST = 'Radical Candor'
REASON = 'Agreed with the managers for this year'
MAX_STOPS = 120


def walk_to(app, name, key='Tab'):
    """Press a key until what has the keyboard has such a name."""
    for _ in range(MAX_STOPS):
        node = app.get_focused()
        if re.fullmatch(name, node.name):
            return node
        app.key(key)
        app.wait(lambda: repr(app.get_focused()) != repr(node), f'{key} to move on from {node!r}')
    return expect(app.get_focused().name, name, f'where {key} leads')


def wait_focused(app, name):
    app.wait(lambda: re.fullmatch(name, app.get_focused().name), f'the keyboard to be on {name!r}')
    return app.get_focused()


def filter_high(app):
    """A chip has sign, word and count, and shows only what is as grave as it says."""
    chip = walk_to(app, '▲ [0-9]+ High')
    count = int(chip.name.split()[1])
    app.key('space')
    app.findings.get_gone('list item', 'Part of learning not settled: .*')
    app.get_group(UNLINKED, 12)
    app.side_panel.get('label', f'.* · {count} shown')
    app.screenshot('findings-high')


def open_group(app, title):
    walk_to(app, 'Findings|.*: [0-9]+ findings?, .*')
    app.key('Home')
    walk_to(app, f'{title}: .*', 'Down')
    app.key('Return')


def link_one(app):
    """What one fix mends goes, and the keyboard goes on to the next."""
    open_group(app, UNLINKED)
    app.key('Down')
    wait_focused(app, f'{FIRST}: .*')
    app.key('Tab')
    wait_focused(app, 'Link to an Objective…')
    app.key('space')
    app.get_window('Link to an Objective').get('list', 'Matches')
    app.type('pricing')
    app.key('Return')
    app.get_group(UNLINKED, 11)
    node = wait_focused(app, '.*: It takes .* linked to nothing.*')
    expect(node.name.startswith(FIRST), False, 'whether the keyboard stays on what is mended')
    app.screenshot('findings-next')
    return node.name.split(': ')[0]


def pick_from_menu(app, name):
    """Open the menu of a finding with its key, and choose."""
    app.key('Menu')
    wait_focused(app, 'Link to an Objective…|Show It|End the Waiver|Waive…')
    walk_to(app, name, 'Down')
    app.key('Return')


def waive_one(app, title):
    """A waiver wants a reason; then the finding is among those that are waived."""
    pick_from_menu(app, 'Waive…')
    dialog = app.get_window('Waive a Finding')
    wait_focused(app, 'Reason.*')
    app.key('ctrl+Return')
    dialog.get('label', 'Say why: .*')
    app.screenshot('findings-refused')
    app.type(REASON)
    app.key('ctrl+Return')
    app.get_group(UNLINKED, 10)
    wait_focused(app, '.*: It takes .* linked to nothing.*')

    walk_to(app, '1 waived finding', 'Down')
    app.key('Return', 'Down')
    node = wait_focused(app, f'{re.escape(title)}: .*')
    expect(REASON in node.name, True, 'whether the reason is told')
    app.screenshot('findings-waived')


def undo(app):
    app.key('ctrl+z')
    app.findings.get_gone('list item', '1 waived finding')
    app.get_group(UNLINKED, 11)


def end_waiver(app):
    """What is done again comes back as it was, with its group open."""
    app.key('ctrl+shift+z')
    app.findings.get('list item', '1 waived finding')
    app.key('Home')
    walk_to(app, f'.*{REASON}', 'Down')
    app.key('Tab')
    wait_focused(app, 'End the Waiver')
    app.key('space')
    app.findings.get_gone('list item', '1 waived finding')
    app.get_group(UNLINKED, 11)


def switch_off(app):
    """A check that is off finds nothing, and the panel says that it is off."""
    app.activate('win.checks')
    checks = app.get_window('Checks')
    walk_to(app, UNLINKED)
    app.key('space')
    app.findings.get_gone('list item', f'{UNLINKED}: .*')
    app.side_panel.get(BUTTON, '1 check is off')
    app.screenshot('findings-checks')
    return checks


def count_all(names):
    return sum(int(name.split()[0]) for name in names)


def count_hits(checks):
    return count_all(node.name for node in checks.find_all('label', '[0-9]+ findings?'))


def set_threshold(app, checks):
    """Fewer findings where weak links matter later; what is no number is refused in place."""
    walk_to(app, 'Weak Links Matter From')
    before = [node.name for node in checks.find_all('label', '[0-9]+ findings?')]
    app.key('ctrl+a')
    app.type('1000')
    app.wait(lambda: count_hits(checks) == count_all(before) - WEAK_LINKS,
             'no findings of weak links')
    app.key('ctrl+a')
    app.type('-2')
    checks.get('label', '.*(least|less|from|smaller|under|below).*')
    app.screenshot('findings-threshold')
    app.key('Escape')
    app.key('Tab')
    app.key('Escape')
    app.wait(lambda: all(node.name != 'Checks' for node in app.root.children),
             'the checks to close')


def main():
    path = copy_to(make_folder(), SAMPLE)
    with Throughline(path) as app:
        app.get_figures(64, 29, 45)
        filter_high(app)
        title = link_one(app)
        waive_one(app, title)
        undo(app)
        end_waiver(app)
        checks = switch_off(app)
        set_threshold(app, checks)


main()
