# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Scripts: their syntax, what shellcheck has to say where it is installed, and that they can be run."""

import os
import shutil
import subprocess

import tree

SCRIPTS = ['dev', '.ci/run'] + tree.files('.sh')


def complaints(command, name):
    result = subprocess.run(command + [os.path.join(tree.ROOT, name)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            check=False)
    return result.stdout.decode(errors='replace').splitlines() if result.returncode else []


checks = [
    ('every script can be run', [name for name in SCRIPTS if not os.access(os.path.join(tree.ROOT, name), os.X_OK)]),
    ('every script has a correct syntax', [line for name in SCRIPTS for line in complaints(['bash', '-n'], name)]),
]
if shutil.which('shellcheck'):
    checks.append(('shellcheck finds nothing', [line for name in SCRIPTS for line in complaints(['shellcheck', '-f', 'gcc'], name)]))

tree.report(*checks)
