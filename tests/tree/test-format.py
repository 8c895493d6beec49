# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C file is as clang-format would leave it."""

import re
import subprocess

import tree

# Other versions format some corners in another way; this is the one of Debian 12.
VERSION = '14'


def main():
    tree.need('clang-format')
    version = subprocess.run(['clang-format', '--version'], capture_output=True, check=True,
                             text=True).stdout
    if re.search(r'version (\d+)', version).group(1) != VERSION:
        tree.skip(f'the format is judged by clang-format {VERSION}; here is {version.strip()}')

    paths = tree.files_of('src', '.c', '.h') + tree.files_of('tests', '.c', '.h')
    result = subprocess.run(['clang-format', '--dry-run', '-Werror', '--ferror-limit=3', *paths],
                            cwd=tree.TOP, capture_output=True, text=True)
    print(result.stderr, end='')
    errors = [line for line in result.stderr.splitlines() if ': error: ' in line]
    problems = sorted({line.split(':')[0] for line in errors})
    if result.returncode != 0 and not problems:
        problems = [f'clang-format ended with {result.returncode}']
    tree.finish([f'{path}: run clang-format -i' for path in problems])


main()
