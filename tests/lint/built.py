# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Nothing lies about unused: sources are built, tests are run, functions are tested."""

import json
import os
import re

import tree

COMMANDS = tree.compile_commands()
# Here every function is tested by name; elsewhere those that other modules can call. Of what the window is made of, every
# type is tested, in suite display.
THROUGHOUT = ['base', 'model', 'layout', 'storage', 'document']
BY_INTERFACE = ['render', 'article', 'import', 'export', 'cli']

# An exported function in a header: its name stands at the start of a line, or after its type, before " (".
EXPORTED = re.compile(r'^(?!#|typedef|static|struct|enum| |\t|G_DE)[^;{}=()]*?\b(leadup_\w+) +\(', re.M)


def run_programs():
    """The names of all programs that a test or a benchmark runs."""
    names = set()
    for kind in ('tests', 'benchmarks'):
        with open(os.path.join(os.environ['LEADUP_BUILD_ROOT'], 'meson-info', f'intro-{kind}.json'), encoding='utf-8') as file:
            for test in json.load(file):
                names.update(os.path.basename(word) for word in test['cmd'])
    return names


def exceptions():
    """Functions that no test names, each with its reason: 'function: reason' a line."""
    for line in tree.read('tests/lint/untested.txt').splitlines():
        if line and not line.startswith('#'):
            yield line.split(':')[0].strip()


def exported_functions():
    sources = tree.files('.c', '.h', under=['src/'])
    seen_outside = {path for name in sources for _, kind, path in tree.includes(name)
                    if kind == '"' and path.split('/')[0] != tree.module_of(name)}
    for name in tree.files('.h', under=['src/']):
        module = tree.module_of(name)
        if module in THROUGHOUT and not name.endswith('-private.h') or module in BY_INTERFACE and name[4:] in seen_outside:
            for match in EXPORTED.finditer(tree.code_of(name)):
                yield match.group(1), name


def words_of_tests():
    words = set()
    for name in tree.files('.c', '.h', under=['tests/']):
        words.update(re.findall(r'\bleadup_\w+', tree.uncommented(name)))
    return words


programs = run_programs()
tested = words_of_tests()
KINDS = {kind for name in tree.files('.c', under=['tests/ui/']) for kind in re.findall(r'\bLEADUP_TYPE_\w+', tree.code_of(name))}
excepted = set(exceptions())
def types_of_window():
    """The prefix of every type of ui/ and whether its name is in a test: 'leadup_form' for leadup-form.h."""
    for name in tree.files('.h', under=['src/ui/']):
        prefix = os.path.basename(name)[:-2].replace('-', '_')
        if not name.endswith('-private.h') and f'{prefix}_get_type' in tree.code_of(name):
            kind = prefix.upper().replace('LEADUP_', 'LEADUP_TYPE_', 1)
            yield prefix, kind in KINDS or any(word.startswith(prefix + '_') for word in tested)


# The type system and autoptr call these; whatever uses the type tests them.
needless = re.compile(r'_(?:get_type|ref|unref|free|error_quark)$')
untested = {function: header for function, header in exported_functions()
            if function not in tested and not needless.search(function)}
untested.update({prefix: f'src/ui/{prefix.replace("_", "-")}.h' for prefix, is_tested in types_of_window() if not is_tested})

tree.report(
    ('every source file is built', [name for name in tree.files('.c', under=['src/', 'tests/']) if name not in COMMANDS]),
    ('every test program is run', [name for name in tree.files('.c', under=['tests/'])
                                   if os.path.basename(name).startswith(('test-', 'bench-'))
                                   and os.path.basename(name)[:-2] not in programs]),
    ('every exported function and every type of the window is named in a test',
     [f'{header}: {function}' for function, header in sorted(untested.items()) if function not in excepted]),
    ('tests/lint/untested.txt lists only functions that need it',
     [function for function in sorted(excepted) if function not in untested]),
)
