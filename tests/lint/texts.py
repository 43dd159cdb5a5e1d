# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Licence lines, doc comments, translation lists, and what must not stand in a repository.

usage: texts.py [--fix]

With --fix, po/POTFILES.in is written anew."""

import os
import re
import sys

import tree

# Files with comments, which begin with the two lines; JSON, golden files and lists carry none.
LICENSED = ('.c', '.h', '.py', '.sh', '.build', '.ui', '.css', '.supp', '.in', '.svg', '.xml', '.1', '.md', '.js')
UNLICENSED = ('README.md', 'CONTRIBUTING.md', 'tests/corpus/', 'tests/golden/', 'data/screenshots/')
LICENCE = ['SPDX-FileCopyrightText: The Leadup authors', 'SPDX-License-Identifier: GPL-3.0-or-later']

TRANSLATED = ('.c', '.ui', '.desktop.in', '.metainfo.xml.in', '.gschema.xml')
# What marks a text as translatable, by the ending of the file.
MARKS = {
    '.c': re.compile(r'\b(?:N?C?_|g_dn?gettext|n?gettext|g_dpgettext2) ?\('),
    '.ui': re.compile(r'translatable="(?:yes|true)"'),
    '.desktop.in': re.compile(r'^Name=', re.M),
    '.metainfo.xml.in': re.compile(r'<summary>'),
    '.gschema.xml': re.compile(r'<summary>'),
}

TYPE = re.compile(r'^G_DECLARE_(?:(?:FINAL|DERIVABLE)_TYPE|INTERFACE) \((\w+)|^typedef struct _(\w+) +\2;', re.M)

MACHINE = re.compile(r'(?<![\w.$}])/(?:home|Users|root|work)/[\w.-]+|\b[A-Z]:\\\\?Users')


def licence_problems():
    for name in tree.all_files():
        if not name.endswith(LICENSED) and name not in ('dev', '.ci/run') or name.startswith(UNLICENSED):
            continue
        if os.path.basename(name) in ('POTFILES.in',) or '/golden/' in name or '/corpus/' in name:
            continue
        head = tree.read(name)[:600].splitlines()
        # A script or an XML file may have one line before.
        if not any(all(wanted in line for wanted, line in zip(LICENCE, head[start:start + 2])) and len(head) > start + 1
                   for start in (0, 1, 2)):
            yield f'{name}: its first lines do not name holder and licence'


def marked_files():
    for name in tree.files(*TRANSLATED, under=['src/', 'data/', 'resources/']):
        for ending, mark in MARKS.items():
            if name.endswith(ending):
                text = tree.uncommented(name) if ending == '.c' else tree.read(name)
                if mark.search(text):
                    yield name


def listed_files():
    return [line for line in tree.read('po/POTFILES.in').splitlines() if line and not line.startswith('#')]


def doc_problems():
    """A type says what it is for: a doc comment that begins with its name."""
    headers = tree.files('.h', under=['src/'])
    described = {match for name in headers for match in re.findall(r'^/\*\*\n \* (\w+):', tree.read(name), re.M)}
    for name in headers:
        for match in TYPE.finditer(tree.read(name)):
            type_name = next(filter(None, match.groups()))
            if type_name not in described:
                yield f'{name}: {type_name} has no doc comment'


def kebab(type_name):
    return re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '-', type_name).lower()


def name_problems():
    """A type lives in the file that is called like it, one type a file."""
    for name in tree.files('.h', under=['src/']):
        declared = re.findall(r'^G_DECLARE_\w+ \((\w+)', tree.read(name), re.M)
        own = os.path.basename(name)[:-2]
        if len(declared) > 1:
            yield f'{name}: {" and ".join(declared)}'
        elif declared and kebab(declared[0]) != own:
            yield f'{name}: {declared[0]} belongs in {kebab(declared[0])}.h'


def promise_problems():
    for name in tree.files('.c', '.h', '.py', '.sh', '.ui', '.css', 'meson.build'):
        if name.startswith('tests/lint/') or name == 'tests/count-results.py':
            # They speak of such marks.
            continue
        for number, line in enumerate(tree.read(name).splitlines(), 1):
            if re.search(r'\b(?:TODO|FIXME|XXX)\b', line) and not re.search(r'#\s?\d+|issue \d+', line):
                yield f'{name}:{number}: {line.strip()}'


def machine_problems():
    for name in tree.all_files():
        if not tree.is_text(name) or name == 'tests/lint/texts.py':
            continue
        for number, line in enumerate(tree.read(name).splitlines(), 1):
            match = MACHINE.search(line)
            if match:
                yield f'{name}:{number}: {match.group(0)}'


marked = sorted(marked_files())
if '--fix' in sys.argv[1:]:
    with open(os.path.join(tree.ROOT, 'po/POTFILES.in'), 'w', encoding='utf-8') as file:
        file.write('\n'.join(['# ' + line for line in LICENCE] + marked) + '\n')
listed = listed_files()

tree.report(
    ('every source file names its licence', list(licence_problems())),
    ('every file with translatable text is in po/POTFILES.in',
     [f'{name} is missing' for name in marked if name not in listed]),
    ('po/POTFILES.in lists only files with translatable text, sorted',
     [f'{name} has none, or is gone' for name in listed if name not in marked]
     + (['not sorted'] if listed != sorted(listed) else [])),
    ('every type has a doc comment', list(doc_problems())),
    ('every type lives in the file of its name', list(name_problems())),
    ('what is left to do names an issue', list(promise_problems())),
    ('no file names a path of somebody’s machine', list(machine_problems())),
)
