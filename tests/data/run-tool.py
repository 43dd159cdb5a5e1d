# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs an outside checker as one TAP test; a checker that is not installed makes a skipped one.

usage: run-tool.py PROGRAM [ARGUMENTS…]"""

import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'lint'))
import tree  # noqa: E402: it is in the folder that was just named

command = sys.argv[1:]
if shutil.which(command[0]) is None:
    tree.skip_all(f'{command[0]} is not installed')

result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
problems = result.stdout.decode(errors='replace').splitlines() or ['it did not say why'] if result.returncode else []
tree.report((f'{command[0]} accepts {os.path.basename(command[-1])}', problems))
