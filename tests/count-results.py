# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Counts what a run of `meson test` found and prints it in one line: N passed, N failed, N skipped.

usage: count-results.py testlog.json

Each TAP test of a program counts; a program that prints no TAP counts as one. A program that died, ran out of time
or left tests of its plan out has at least one failure, whatever it printed before. Fails when anything failed, and
when nothing passed."""

import json
import re
import sys

RESULT = re.compile(r'^(not )?ok\b[^#\n]*(#\s*(SKIP|TODO)\b)?', re.I)
PLAN = re.compile(r'^1\.\.(\d+)(?:\s*#\s*SKIP\b)?', re.I)
GOOD = ('OK', 'EXPECTEDFAIL')


def count(entry):
    """(passed, failed, skipped) of one program"""
    passed = failed = skipped = 0
    planned = None
    for line in (entry.get('stdout') or '').splitlines():
        result = RESULT.match(line)
        plan = PLAN.match(line)
        if result:
            directive = (result.group(3) or '').upper()
            if directive == 'SKIP':
                skipped += 1
            elif result.group(1) and directive != 'TODO':
                failed += 1
            else:
                passed += 1
        elif plan:
            planned = int(plan.group(1))
    if entry['result'] == 'SKIP':
        return passed, failed, max(skipped, 1)
    if entry['result'] not in GOOD:
        return passed, max(failed, 1), skipped
    if planned is None:
        return 1, 0, 0
    return passed, failed + max(0, planned - passed - failed - skipped), skipped


def main():
    totals = (0, 0, 0)
    try:
        with open(sys.argv[1], encoding='utf-8', errors='replace') as file:
            for line in file:
                if line.strip():
                    totals = tuple(map(sum, zip(totals, count(json.loads(line)))))
    except OSError:
        pass
    print('{} passed, {} failed, {} skipped'.format(*totals))
    sys.exit(1 if totals[1] > 0 or totals[0] == 0 else 0)


if __name__ == '__main__':
    main()
