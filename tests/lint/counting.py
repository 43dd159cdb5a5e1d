# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The sum at the end of ./dev test: a program that died must never count as good."""

import importlib.util
import os

import tree

spec = importlib.util.spec_from_file_location('results', os.path.join(tree.ROOT, 'tests', 'count-results.py'))
results = importlib.util.module_from_spec(spec)
spec.loader.exec_module(results)

# What meson said, what the program printed, (passed, failed, skipped).
TABLE = [
    ('all of a plan', 'OK', '1..2\nok 1 /a\nok 2 /b\n', (2, 0, 0)),
    ('a plan at the end', 'OK', 'ok 1 /a\nok 2 /b\n1..2\n', (2, 0, 0)),
    ('one that fails', 'FAIL', '1..2\nok 1 /a\nnot ok 2 /b\n', (1, 1, 0)),
    ('one that is skipped', 'OK', '1..2\nok 1 /a\nok 2 /b # SKIP no display\n', (1, 0, 1)),
    ('one that is known to fail', 'OK', '1..1\nnot ok 1 /a # TODO later\n', (1, 0, 0)),
    ('a number sign in a name', 'OK', '1..1\nok 1 /a #2 is kept\n', (1, 0, 0)),
    ('nested results', 'OK', '1..1\n    ok 1 inner\n    1..1\nok 1 /a\n', (1, 0, 0)),
    ('a program that is skipped', 'SKIP', '1..0 # SKIP no Xvfb\n', (0, 0, 1)),
    ('no TAP at all', 'OK', 'hello\n', (1, 0, 0)),
    ('no output at all', 'OK', None, (1, 0, 0)),
    ('no TAP, and a failure', 'FAIL', 'hello\n', (0, 1, 0)),
    ('a crash after good tests', 'ERROR', '1..3\nok 1 /a\nok 2 /b\n', (2, 1, 0)),
    ('a crash after the last test', 'ERROR', '1..1\nok 1 /a\n', (1, 1, 0)),
    ('out of time', 'TIMEOUT', '', (0, 1, 0)),
    ('interrupted', 'INTERRUPT', '1..2\nok 1 /a\n', (1, 1, 0)),
    ('less than the plan', 'OK', '1..3\nok 1 /a\n', (1, 2, 0)),
]

tree.report(*[(f'{name} is counted',
               [] if found == wanted else [f'{found} instead of {wanted}'])
              for name, result, output, wanted in TABLE
              for found in [results.count({'result': result, 'stdout': output})]])
