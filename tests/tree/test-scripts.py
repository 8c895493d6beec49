# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts can be executed; those of the shell stop at an error, and shellcheck likes them."""

import os
import subprocess

import tree


def first_line(path):
    return tree.read(path).split('\n', 1)[0]


def main():
    tree.need('shellcheck')
    paths = [path for path in tree.files() if path.endswith('.sh') or tree.is_script(path)]
    shell = [path for path in paths if first_line(path) in ('#!/bin/bash', '#!/bin/sh')]
    problems = [f'{path}: not executable' for path in paths
                if not os.access(tree.absolute(path), os.X_OK)]
    problems += [f'{path}: no set -euo pipefail' for path in shell
                 if '\nset -euo pipefail\n' not in tree.read(path)]

    result = subprocess.run(['shellcheck', '--format=gcc', *shell],
                            cwd=tree.TOP, capture_output=True, text=True)
    problems += result.stdout.splitlines()
    if result.returncode != 0 and not result.stdout:
        problems.append(result.stderr)
    tree.finish(problems)


main()
