# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes and dependencies point only where the table in src/DESIGN.md lets them."""

import os
import re

import layers
import tree

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
LIBRARY = re.compile(r'\bstatic_library\s*\((.*?)^\s*\)', re.DOTALL | re.MULTILINE)
DEPENDENCY = re.compile(r'\b(\w+)_dep\b')

# Made by the build: no file of the tree.
GENERATED = re.compile(r'^((tl-)?config|[\w-]+-resources|[\w-]+-enums)\.h$')

# Which outer library a header is from; the C library and GLib are everybody's.
OUTSIDE = [
    ('adwaita.h', 'adw'),
    ('gtk/', 'gtk'), ('gdk/', 'gtk'), ('gsk/', 'gtk'), ('gdk-pixbuf/', 'gtk'),
    ('pango/pangocairo.h', 'pangocairo'), ('pango/', 'pangocairo'),
    ('cairo-pdf.h', 'cairo_pdf'), ('cairo/cairo-pdf.h', 'cairo_pdf'), ('cairo', 'cairo'),
    ('json-glib/', 'json_glib'),
    ('gio/', 'gio'), ('glib-object.h', 'gio'),
    ('math.h', 'm'),
]


def layer_of(path):
    """The layer of a file of src/, from its folder; of a test of a layer, the same."""
    parts = path.split('/')
    if len(parts) == 2:
        return 'main' if parts[0] == 'src' else None
    return parts[1]


def check_folders(table):
    paths = [path.split('/') for path in tree.files_of('src', '')]
    folders = {parts[1] for parts in paths if len(parts) > 2}
    headings = set(re.findall(r'^## (\w+)$', tree.read('src/DESIGN.md'), re.MULTILINE))
    rows = set(table)
    problems = [f'src/{name}: no row in src/DESIGN.md' for name in sorted(folders - rows)]
    problems += [f'src/DESIGN.md: a row for {name}, which is not there'
                 for name in sorted(rows - folders - {'main', 'tests'})]
    problems += [f'src/DESIGN.md: no paragraph about {name}' for name in sorted(rows - headings)]
    return problems


def find_headers():
    """Headers of src/ by their bare name, which has to be enough to tell them apart."""
    headers, problems = {}, []
    for path in tree.files_of('src', '.def', '.h'):
        name = os.path.basename(path)
        if name in headers:
            problems.append(f'{path}: the same name as {headers[name]}')
        headers[name] = path
    return headers, problems


def check_own_include(path, name, layer, headers):
    if '/' in name:
        return f'{path}: includes "{name}" with a path'
    if name in headers:
        target = layer_of(headers[name])
        if target != layer.name and target not in layer.below:
            return f'{path}: {layer.name} includes "{name}" of {target}'
        return None
    beside = os.path.join(os.path.dirname(path), name)
    shared = os.path.join('tests', name)
    if GENERATED.match(name) or beside in tree.files():
        return None
    if path.startswith('tests/') and shared in tree.files():
        return None
    return f'{path}: includes "{name}", which is not there'


def check_outer_include(path, name, layer, table):
    allowed = layer.outside | (table['tests'].outside if path.startswith('tests/') else set())
    for prefix, library in OUTSIDE:
        if name.startswith(prefix):
            if library not in allowed:
                return f'{path}: {layer.name} includes <{name}> of {library}'
            break
    return None


def check_includes(table, headers):
    problems = []
    for path in tree.files_of('src', '.c', '.h') + tree.files_of('tests', '.c', '.h'):
        layer = table.get(layer_of(path))
        if layer is None:
            continue
        for own, outer in INCLUDE.findall(tree.read(path)):
            problems.append(check_own_include(path, own, layer, headers) if own
                            else check_outer_include(path, outer, layer, table))
    return [problem for problem in problems if problem is not None]


def check_dependencies(table):
    problems = []
    for name, layer in table.items():
        if name == 'tests':
            continue
        path = 'src/meson.build' if name == 'main' else f'src/{name}/meson.build'
        text = re.sub(r'#.*', '', tree.read(path))
        if name != 'main' and tree.files_of(f'src/{name}', '.c') and LIBRARY.search(text) is None:
            problems.append(f'{path}: no static library')
        for used in sorted(set(DEPENDENCY.findall(text)) - {name}):
            if used not in layer.below and used not in layer.outside:
                problems.append(f'{path}: {name} depends on {used}')
    return problems


def main():
    table, problems = layers.read_table()
    headers, more = find_headers()
    tree.finish(problems + more + check_folders(table) + check_includes(table, headers)
                + check_dependencies(table))


main()
