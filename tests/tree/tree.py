# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the tree share: which files it has, and how a test ends."""

import functools
import os
import shutil
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
APP_ID = 'io.github.throughline.Throughline'
SKIPPED = 77

# Folders that no repository holds, where there is no git to say so.
NOT_OURS = ('.git', '__pycache__')


def _is_build_folder(name):
    return name != 'build-aux' and name.startswith(('build', '_build'))


def _walk():
    for folder, folders, names in os.walk(TOP):
        at_top = folder == TOP
        folders[:] = [name for name in folders
                      if name not in NOT_OURS and not (at_top and _is_build_folder(name))]
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), TOP)


@functools.lru_cache
def files():
    """Every file of the tree, tracked or about to be, relative to the top and sorted."""
    try:
        command = ['git', '-c', 'safe.directory=*', '-C', TOP, 'ls-files', '-z', '-co']
        listed = subprocess.run([*command, '--exclude-standard'],
                                capture_output=True, check=True, text=True).stdout
        found = [path for path in listed.split('\0') if path] or _walk()
    except (OSError, subprocess.CalledProcessError):
        found = _walk()
    return sorted(path for path in found if os.path.isfile(absolute(path)))


def files_of(folder, *suffixes):
    """The files under a folder that end in one of the suffixes."""
    return [path for path in files() if path.startswith(folder + '/') and path.endswith(suffixes)]


def absolute(path):
    return os.path.join(TOP, path)


def read(path):
    """The text of a file. Its line ends are left as they are."""
    with open(absolute(path), encoding='utf-8', newline='') as file:
        return file.read()


def is_script(path):
    """Whether a file without a suffix starts with a shebang."""
    if '.' in os.path.basename(path):
        return False
    with open(absolute(path), 'rb') as file:
        return file.read(2) == b'#!'


def is_test_data(path):
    """Whether a file is food for a test, which may be malformed on purpose."""
    code = ('.c', '.h', '.py', '.sh', '.build', '.md')
    return path.startswith('tests/') and not path.endswith(code) and not is_script(path)


def need(*programs):
    """End the test as skipped when a program is not installed."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        skip(f'not installed: {", ".join(missing)}')


def skip(reason):
    print(reason)
    sys.exit(SKIPPED)


def finish(problems):
    """Show what is wrong, and end the test."""
    for problem in problems:
        print(problem)
    if problems:
        print(f'{len(problems)} problems')
    sys.exit(1 if problems else 0)
