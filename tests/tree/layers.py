# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of layers in src/DESIGN.md."""

import re

import tree

BLOCK = re.compile(r'^```layers\n(.*?)^```$', re.DOTALL | re.MULTILINE)
ROW = re.compile(r'^(?P<name>\w+):(?P<below>[\w ]*)(?:\|(?P<outside>[\w ]*))?$')


class Layer:
    """A folder of src/, the folders that it may include from, and its outer libraries."""

    def __init__(self, name, below, outside):
        self.name = name
        self.below = below
        self.outside = outside


def read_table():
    """The layers by name, with the outer libraries of all below them, and what is wrong."""
    block = BLOCK.search(tree.read('src/DESIGN.md'))
    if block is None:
        return {}, ['src/DESIGN.md: no block of layers']

    layers, problems = {}, []
    for line in block.group(1).splitlines():
        row = ROW.match(line)
        if row is None:
            problems.append(f'src/DESIGN.md: not a row of layers: {line}')
            continue
        below = row['below'].split()
        outside = set((row['outside'] or '').split())
        for name in below:
            # Rows stand from the bottom up, so the table cannot hold a circle.
            if name not in layers:
                problems.append(f'src/DESIGN.md: {row["name"]} stands before {name}, which it uses')
            else:
                outside |= layers[name].outside
        layers[row['name']] = Layer(row['name'], set(below), outside)
    return layers, problems
