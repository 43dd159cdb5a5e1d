# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Files and functions that one can read in one go."""

import re

import tree

MAX_FILE = 800
MAX_FUNCTION = 60
MAX_CLASS_INIT = 120

# A definition in GNU style: name at the start of a line, body between braces at the start of lines.
DEFINITION = re.compile(r'^([A-Za-z_]\w*) \([^;{}]*?\)[^;{}()=]*\n\{\n(.*?)^\}', re.M | re.S)


def functions(name):
    """(function, line, number of lines of its body with the braces)"""
    code = tree.code_of(name)
    for match in DEFINITION.finditer(code):
        line = code.count('\n', 0, match.start()) + 1
        yield match.group(1), line, match.group(2).count('\n') + 2


SOURCES = tree.files('.c', '.h', under=['src/', 'tests/'])

long_files = [f'{name}: {lines} lines' for name in SOURCES
              for lines in [tree.read(name).count('\n')] if lines > MAX_FILE]
long_functions = [f'{name}:{line}: {function} has {lines} lines' for name in SOURCES
                  for function, line, lines in functions(name)
                  if lines > (MAX_CLASS_INIT if function.endswith('_class_init') else MAX_FUNCTION)]

tree.report(
    (f'no file is longer than {MAX_FILE} lines', long_files),
    (f'no function is longer than {MAX_FUNCTION} lines (class_init: {MAX_CLASS_INIT})', long_functions),
)
