# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text file keeps what .editorconfig asks of it."""

import configparser
import fnmatch
import os
import re

import tree

TEXT_SUFFIXES = ('.build', '.c', '.css', '.def', '.h', '.in', '.json', '.md', '.page', '.py',
                 '.sh', '.svg', '.ui', '.xml', '.yml')

# A table that is aligned by hand keeps its lines whole.
TABLE_BEGINS = '/* clang-format off */'
TABLE_ENDS = '/* clang-format on */'


def read_rules():
    """The sections of .editorconfig in their order, as (pattern, settings)."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string('[top]\n' + tree.read('.editorconfig'))
    return [(name, dict(parser[name])) for name in parser.sections() if name != 'top']


def expand(pattern):
    """The plain patterns that a pattern with one {choice,of,words} stands for."""
    match = re.search(r'\{([^{}]*)\}', pattern)
    if match is None:
        return [pattern]
    before, after = pattern[:match.start()], pattern[match.end():]
    return [before + word + after for word in match.group(1).split(',')]


def settings_of(path, rules):
    settings = {}
    for pattern, values in rules:
        subject = path if '/' in pattern else os.path.basename(path)
        if any(fnmatch.fnmatchcase(subject, plain) for plain in expand(pattern)):
            settings.update(values)
    return settings


def check(path, settings):
    with open(tree.absolute(path), 'rb') as file:
        data = file.read()
    try:
        text = data.decode('utf-8')
    except UnicodeDecodeError as error:
        return [f'{path}: no UTF-8: {error}']

    problems = []
    if data.startswith(b'\xef\xbb\xbf'):
        problems.append(f'{path}: starts with a byte order mark')
    if settings.get('end_of_line') == 'lf' and '\r' in text:
        problems.append(f'{path}: a carriage return')
    if settings.get('insert_final_newline') == 'true' and text and not text.endswith('\n'):
        problems.append(f'{path}: no newline at the end')
    if text.endswith('\n\n'):
        problems.append(f'{path}: an empty line at the end')

    limit = settings.get('max_line_length', 'off')
    in_table = False
    for number, line in enumerate(text.split('\n'), 1):
        if settings.get('trim_trailing_whitespace') == 'true' and line != line.rstrip():
            problems.append(f'{path}:{number}: blanks at the end')
        if settings.get('indent_style') == 'space' and '\t' in line:
            problems.append(f'{path}:{number}: a tab')
        in_table = (in_table or TABLE_BEGINS in line) and TABLE_ENDS not in line
        if limit.isdigit() and len(line) > int(limit) and not in_table:
            problems.append(f'{path}:{number}: {len(line)} characters, more than {limit}')
    return problems


def main():
    rules = read_rules()
    problems = []
    for path in tree.files():
        if (path.endswith(TEXT_SUFFIXES) or tree.is_script(path)) and not tree.is_test_data(path):
            problems += check(path, settings_of(path, rules))
    tree.finish(problems)


main()
