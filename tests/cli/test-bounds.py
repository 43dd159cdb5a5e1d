# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is beyond a bound is refused at once, in one line that names the file and says why; what is within is read."""

import json
import os
import resource
import subprocess
import sys
import tempfile

PROGRAM = os.environ['LEADUP_PROGRAM']
MIB = 1 << 20

# Seconds of the processor, with room for sanitizers; most take a hundredth of it.
PATIENCE = 8 if 'asan' in PROGRAM else 2


def write(folder, name, content):
    path = os.path.join(folder, name)
    with open(path, 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def sparse(folder, name, size):
    path = write(folder, name, b'')
    os.truncate(path, size)
    return path


def story(**members):
    return json.dumps({'format': 'leadup', 'version': 1,
                       'categories': [{'id': 'c', 'name': 'C', 'family': 'strike', 'colour': '#D55E00'}], **members})


def event(**members):
    return {'id': 'e', 'title': 'T', 'category': 'c', **members}


def rows(**members):
    return json.dumps([{'date': '2025-01-01', 'title': 'T', **members}])


# (name, what the file is called, what it holds, the verb, whether it is accepted)
CASES = [
    ('a story of more than 512 MiB', 'a.leadup', 513 * MIB, 'check', False),
    ('an article of more than 32 MiB', 'a.txt', 33 * MIB, 'import', False),
    ('a page of more than 32 MiB', 'a.html', 33 * MIB, 'import', False),
    ('a title of 1 MiB', 'a.leadup', story(events=[event(title='x' * (MIB - 1))]), 'check', None),
    ('a summary of just 1 MiB', 'a.leadup', story(events=[event(summary='x' * MIB)]), 'check', True),
    ('a summary of more than 1 MiB', 'a.leadup', story(events=[event(summary='x' * (MIB + 1))]), 'check', False),
    ('a text of a source of 16 MiB', 'a.leadup', story(sources=[{'id': 's', 'text': 'x' * (16 * MIB)}]), 'check', True),
    ('a text of a source of more than 16 MiB', 'a.leadup', story(sources=[{'id': 's', 'text': 'x' * (16 * MIB + 1)}]),
     'check', False),
    ('64 levels', 'a.json', '[' * 64 + ']' * 64, 'check --json', True),
    ('65 levels', 'a.json', '[' * 65 + ']' * 65, 'check --json', False),
    ('100,000 levels', 'a.leadup', '[' * 100000, 'check', False),
    ('a million levels of objects', 'a.json', '{"a":' * 1000000, 'import', False),
    ('the year 9999', 'a.leadup', story(events=[event(when={'edtf': '9999-12-31'})]), 'check', True),
    ('the year 10000', 'a.leadup', story(events=[event(when={'edtf': '10000-01-01'})]), 'check', False),
    ('30 February', 'a.leadup', story(events=[event(when={'edtf': '2025-02-30'})]), 'check', False),
    ('29 February in a common year', 'a.leadup', story(events=[event(when={'edtf': '2025-02-29'})]), 'check', False),
    ('29 February in a leap year', 'a.leadup', story(events=[event(when={'edtf': '2024-02-29'})]), 'check', True),
    ('a row of a table with a cell of 2 MiB', 'a.json', rows(text='x' * (2 * MIB)), 'import', None),
    ('a file with nothing in it', 'a.leadup', '', 'check', False),
    ('a file of zeros', 'a.leadup', b'\0' * MIB, 'check', False),
    ('a folder', None, None, 'check', False),
]

EXPORTS = [
    ('a picture that is 16,385 pixels wide', ['--width', '16385'], False),
    ('a picture of 16,384 pixels at 4 times the scale', ['--width', '16384', '--scale', '4'], False),
    ('a picture of more than 100 megapixels', ['--width', '16000', '--height', '16000'], False),
    ('a picture of less than no width', ['--width', '-1'], False),
]


def run(words):
    """(exit status, lines of errors, seconds of the processor)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            timeout=60, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return result.returncode, result.stderr.decode(errors='replace').splitlines(), seconds


def judge(words, path, accepted):
    """What is wrong, or None. With accepted None only that it ends as it should."""
    status, lines, seconds = run(words)
    if status not in (0, 1, 2):
        return f'ended with {status}'
    if seconds > PATIENCE:
        return f'took {seconds:.1f} s of the processor'
    if accepted is not None and (status == 0) != accepted:
        return f'was {"accepted" if status == 0 else "refused"}: {lines[:2]}'
    if status != 0 and (not lines or path is not None and os.path.basename(path) not in lines[0]):
        return f'does not name the file: {lines[:2]}'
    if any(len(line) > 600 for line in lines):
        return f'has a line of {max(map(len, lines))} characters'
    return None


def main():
    results = []
    with tempfile.TemporaryDirectory(prefix='leadup-bounds-') as folder:
        for name, called, content, verb, accepted in CASES:
            if called is None:
                path = folder
            elif isinstance(content, int):
                path = sparse(folder, called, content)
            else:
                path = write(folder, called, content)
            target = ['-o', os.path.join(folder, 'out.leadup')] if verb == 'import' else []
            results.append((name, judge([*verb.split(), path, *target], path, accepted)))
            if called is not None:
                os.remove(path)
        small = write(folder, 'small.leadup', story(events=[event(when={'edtf': '2025-01-01'})]))
        picture = os.path.join(folder, 'out.png')
        for name, options, accepted in EXPORTS:
            results.append((name, judge(['export', small, '-o', picture, *options], None, accepted)))
            if os.path.exists(picture):
                results[-1] = (name, results[-1][1] or 'left a picture')
    print(f'1..{len(results)}')
    for number, (name, wrong) in enumerate(results, 1):
        print(f'{"not ok" if wrong else "ok"} {number} {name}')
        if wrong:
            print(f'{name} {wrong}', file=sys.stderr)
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == '__main__':
    sys.exit(main())
