# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and functions stay short enough to be read."""

import re
import statistics

import tree

FILE_LIMIT = 900
FUNCTION_LIMIT = 80
# Nine functions of ten are shorter than this, and the median is shorter than that.
USUAL_FUNCTION = 40
MEDIAN_FUNCTION = 12
# A function of this share is one long table, which no cut would make easier to read.
MOSTLY = 0.6

NAME = re.compile(r'^(\w+) \(')
NO_FUNCTION = re.compile(r'^(?:typedef|struct|enum|union)\b|=\s*$')


def find_functions(lines):
    """The functions of a C file in GNU style: name, line of the brace, lines between the braces."""
    start = None
    for number, line in enumerate(lines):
        if line == '{':
            start = number
        elif line.startswith('}') and start is not None:
            head = []
            for above in reversed(lines[:start]):
                if not above.strip() or above.startswith(('}', '#', '/', ' */')):
                    break
                head.insert(0, above)
            names = [match.group(1) for match in map(NAME.match, head) if match]
            if line == '}' and names and not any(NO_FUNCTION.search(text) for text in head):
                yield names[-1], start + 1, lines[start + 1:number]
            start = None


def longest_switch(body):
    """The number of lines of the longest switch of a function."""
    longest = 0
    for number, line in enumerate(body):
        match = re.match(r'^( *)switch \(', line)
        if match is None:
            continue
        end = match.group(1) + '  }'
        length = next((i for i, other in enumerate(body[number:]) if other == end), 0)
        longest = max(longest, length)
    return longest


def may_be_long(name, body):
    return name.endswith('_class_init') or longest_switch(body) >= MOSTLY * len(body)


def check_functions(paths):
    """What is too long, and the lengths of all functions."""
    problems, lengths = [], []
    for path in paths:
        for name, number, body in find_functions(tree.read(path).split('\n')):
            lengths.append(len(body))
            if len(body) > FUNCTION_LIMIT and not may_be_long(name, body):
                problems.append(f'{path}:{number}: {name} has {len(body)} lines')
    return problems, lengths


def main():
    problems = []
    for path in tree.files():
        if path.endswith(('.c', '.h', '.py')) or tree.is_script(path):
            n_lines = tree.read(path).count('\n')
            if n_lines > FILE_LIMIT:
                problems.append(f'{path}: {n_lines} lines, more than {FILE_LIMIT}')

    more, lengths = check_functions(tree.files_of('src', '.c'))
    problems += more
    problems += check_functions(tree.files_of('tests', '.c'))[0]
    if lengths:
        lengths.sort()
        usual = lengths[int(0.9 * (len(lengths) - 1))]
        median = statistics.median(lengths)
        print(f'{len(lengths)} functions in src: median {median:g} lines, nine of ten up to '
              f'{usual}, longest {lengths[-1]}')
        if usual >= USUAL_FUNCTION:
            problems.append(f'src: one function of ten has {usual} lines or more')
        if median >= MEDIAN_FUNCTION:
            problems.append(f'src: the median function has {median:g} lines')
    tree.finish(problems)


main()
