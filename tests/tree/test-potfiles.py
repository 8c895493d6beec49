# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file that holds a text for translation."""

import subprocess
import sys

import tree

script = tree.absolute('build-aux/update-potfiles')
sys.exit(subprocess.run([sys.executable, script, '--check']).returncode)
