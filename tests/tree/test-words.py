# SPDX-License-Identifier: GPL-3.0-or-later
"""No unfinished business, and nothing that is only true on one machine or of one day's work."""

import re

import tree

# Each pattern has a bracket in it, so that this file does not match itself.
FORBIDDEN = [
    (r'\b(?:[T]ODO|[F]IXME|[X]XX|[H]ACK)\b', 'a mark of unfinished work'),
    (r'(?<![\w.*])/(?:[w]ork|[h]ome|[r]oot)/', "a path of somebody's machine"),
    (r'/tmp/[b]uild', "a path of somebody's machine"),
    (r'\b(?:pypi\.[o]rg|registry\.[n]pmjs|crates\.[i]o|deb\.[d]ebian|pkgs\.[o]rg)',
     'the host of a package registry'),
    (r'\b(?:sub-?[a]gents?|AI [a]gents?|[f]arm-[a-z]|[i]ssues? #?\d|[l]anguage models?)\b',
     'a word on how the work was organised'),
]
ELSEWHERE = ('COPYING',)


def main():
    patterns = [(re.compile(pattern), reason) for pattern, reason in FORBIDDEN]
    problems = []
    for path in tree.files():
        if path in ELSEWHERE or path.endswith('.png') or tree.is_test_data(path):
            continue
        for number, line in enumerate(tree.read(path).split('\n'), 1):
            for pattern, reason in patterns:
                match = pattern.search(line)
                if match is not None:
                    problems.append(f'{path}:{number}: {reason}: {match.group(0)}')
    tree.finish(problems)


main()
