#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the items of a workspace document as rows of a C table.

The tests of a library may link nothing above it, so that those of the map cannot read documents.
"""

import json
import sys


def quote(text):
    return '"' + ''.join(escape(byte) for byte in text.encode()) + '"'


def escape(byte):
    character = chr(byte)
    if character in '"\\':
        return '\\' + character
    return character if 32 <= byte < 127 else '\\%03o' % byte


def row(array, item, name, value):
    if isinstance(value, list):
        value = '\n'.join(value)
    text = 'NULL' if isinstance(value, (int, float)) else quote(value)
    number = float(value) if isinstance(value, (int, float)) else 0
    return f'  {{ {quote(array)}, {quote(item)}, {quote(name)}, {text}, {number!r} }},\n'


def main(source, target):
    with open(source, encoding='utf-8') as file:
        document = json.load(file)
    rows = [row(array, item['id'], name, value)
            for array, items in document.items() if isinstance(items, list)
            for item in items
            for name, value in item.items()]
    with open(target, 'w', encoding='utf-8') as file:
        file.write('#include "sample-data.h"\n\nconst SampleRow sample_rows[] = {\n')
        file.writelines(rows)
        file.write('};\nconst guint n_sample_rows = G_N_ELEMENTS (sample_rows);\n')


main(*sys.argv[1:])
