# SPDX-License-Identifier: GPL-3.0-or-later
"""The top of the tree holds a known set of names, so that it can be read at a glance."""

import tree

ALLOWED = {'COPYING', 'README.md', 'build-aux', 'data', 'meson.build', 'po', 'src', 'tests'}


def main():
    names = {path.split('/')[0] for path in tree.files()}
    problems = [f'{name}: not a name for the top level' for name in sorted(names - ALLOWED)
                if not name.startswith('.')]
    problems += [f'{name}: missing' for name in sorted(ALLOWED - names)]
    tree.finish(problems)


main()
