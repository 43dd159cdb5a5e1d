# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Layout of C: what clang-format writes, but for alignment.

clang-format cannot align columns of parameters, and joins what stands one parameter a line. So both the file and
clang-format's version of it are brought to logical lines (a statement on one line, one space between words), and
those must be equal. What that leaves open is checked here: tabs, trailing spaces, length of lines, and the parameters
of definitions, which stand one a line in aligned columns.

usage: format.py [--fix] [FILE…]

With --fix, comments that are too long are broken and the parameters of definitions aligned."""

import concurrent.futures
import difflib
import os
import re
import shutil
import subprocess
import sys
import unicodedata

import tree

PROGRAM = 'clang-format-19'
COLUMNS = 100

# A line that ends or begins like this is half of a statement.
ENDS_OPEN = re.compile(r'(?:[=,+\-*/%&|?<>^\\]|\b(?:return|static|const|extern))$')
BEGINS_OPEN = re.compile(r'^(?:[=?:.+\-*/%|^<>]|&&|&(?= )|"|G_GNUC_\w+|PRI\w+|G_G\w+_FORMAT|N?C?_ ?\()')
# In a header the type of a long prototype may stand alone.
TYPE_ALONE = re.compile(r'^(?:const |struct )?\w+(?: \*(?:const \*)?)?$')
PROTOTYPE = re.compile(r'^\w+ \(')


def logical_lines(text, is_header):
    """[(number of the first line, line)]: statements on one line each."""
    bare = tree.LITERAL.sub(hide, text).split('\n')
    comment = in_comments(text)
    result = []
    brackets = []
    is_open = False
    for number, (line, code) in enumerate(zip(text.split('\n'), bare), 1):
        stripped = code.strip()
        clean = tidy(line)
        joined = result and clean and not comment[number - 1] and (
            any(brackets) or is_open or BEGINS_OPEN.match(stripped)
            or is_header and PROTOTYPE.match(line) and TYPE_ALONE.match(result[-1][2]))
        if joined:
            first, indent, before = result[-1]
            result[-1] = (first, indent, tidy(before.rstrip('\\') + ('' if before.endswith(' *') else ' ') + clean))
        elif clean or not any(brackets):
            result.append((number, len(line) - len(line.lstrip()), clean))
        if stripped:
            follow_brackets(code, result[-1][2] if joined else '', brackets)
            is_open = bool(ENDS_OPEN.search(stripped)) and not stripped.endswith(('++', '--'))
    return [(number, ' ' * indent + re.sub(r'([(\[]) | (?=[)\]]|->)', r'\1', line) if line else '')
            for number, indent, line in result]


def follow_brackets(code, before, brackets):
    """Keeps in @brackets, for each bracket that is open after the line, whether it holds values and not statements."""
    previous = before[-1:]
    for sign in code:
        if sign in '([':
            brackets.append(True)
        elif sign == '{':
            brackets.append(previous in ('=', ',', '{', '(', ')') and (previous == '=' or any(brackets)))
        elif sign in ')]}' and brackets:
            brackets.pop()
        if not sign.isspace():
            previous = sign


def hide(match):
    """A literal without what is in it: comments vanish, strings stay strings."""
    text = match.group(0)
    return tree.blank(match) if text.startswith('/') else '"' + 'x' * (len(text) - 2) + '"'


def in_comments(text):
    """For each line whether it begins within a block comment that began on an earlier line."""
    inside = [False] * (text.count('\n') + 1)
    for match in tree.LITERAL.finditer(text):
        if match.group(0).startswith('/*'):
            first = text.count('\n', 0, match.start())
            for line in range(first + 1, first + match.group(0).count('\n') + 1):
                inside[line] = True
    return inside


def tidy(line):
    """One space between words; the gettext marks and constant pointers in one of two spellings."""
    line = re.sub(r'[ \t]+', ' ', line.strip())
    return re.sub(r'\b(N?C?_) \(', r'\1(', line).replace('* const', '*const')


def width(line):
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in 'WF' else 1 for sign in line)


def own_problems(name, text):
    for number, line in enumerate(text.split('\n'), 1):
        if '\t' in line:
            yield f'{name}:{number}: a tab'
        if line != line.rstrip():
            yield f'{name}:{number}: spaces at the end'
        # Strings, and prototypes with aligned columns, may run over.
        if width(line) > COLUMNS and '"' not in line and not (name.endswith('.h') and re.match(r'^[\w *]+\(|^ {20,}', line)):
            yield f'{name}:{number}: {width(line)} columns'
    for match in DEFINITION.finditer(text):
        if match.group(0) != align(match):
            number = text.count('\n', 0, match.start()) + 1
            yield f'{name}:{number}: the parameters do not stand one a line in aligned columns'


DEFINITION = re.compile(r'^(\w+) \(([^;{}]*)\)\n(?=\{)', re.M)
PARAMETER = re.compile(r'^(.*?\w)\s*((?:\*+\s*const\s*)*\**)\s*(?<=[\s*])(\w+(?:\[\w*\])*)$', re.S)


def split_parameters(text):
    """The parameters of a list, or None where it holds what is not taken apart here."""
    if '/*' in text or '(' in text or '#' in text:
        return None
    found = []
    for parameter in text.split(','):
        parameter = ' '.join(parameter.split())
        match = PARAMETER.match(parameter)
        if match:
            kind, stars, name = match.groups()
            found.append((kind, stars.replace('* const', '*const').replace('*const', '* const '), name))
        else:
            found.append((parameter, '', ''))
    return found


def align(match):
    parameters = split_parameters(match.group(2))
    if parameters is None or len(parameters) < 2:
        return match.group(0)
    width_before_name = max(len(kind) + 1 + len(stars) for kind, stars, name in parameters if name)
    lines = [kind.ljust(width_before_name - len(stars)) + stars + name if name else kind
             for kind, stars, name in parameters]
    start = match.group(1) + ' ('
    return start + (',\n' + ' ' * len(start)).join(lines) + ')\n'


def with_aligned_parameters(text):
    return DEFINITION.sub(align, text)


def with_short_comments(text, formatted):
    """The text with those comments broken anew that clang-format broke in its own version."""
    theirs = [match.group(0) for match in tree.LITERAL.finditer(formatted) if match.group(0).startswith('/*')]
    ours = [match for match in tree.LITERAL.finditer(text) if match.group(0).startswith('/*')]
    if len(ours) != len(theirs):
        return text
    for match, other in reversed(list(zip(ours, theirs))):
        before = text[text.rfind('\n', 0, match.start()) + 1:match.start()]
        mine = [tidy(line) for line in match.group(0).split('\n')]
        if not before.strip() and mine != [tidy(line) for line in other.split('\n')]:
            text = text[:match.start()] + other + text[match.end():]
    return text


def clang_format(name, text):
    return subprocess.run([PROGRAM, '--style=file', f'--assume-filename={os.path.join(tree.ROOT, name)}'],
                          input=text.encode(), stdout=subprocess.PIPE, cwd=tree.ROOT, check=True).stdout.decode()


def fix(name):
    text = tree.read(name)
    fixed = with_aligned_parameters(with_short_comments(text, clang_format(name, text)))
    if fixed != text:
        with open(os.path.join(tree.ROOT, name), 'w', encoding='utf-8') as file:
            file.write(fixed)


def problems(name):
    text = tree.read(name)
    ours = logical_lines(text, name.endswith('.h'))
    theirs = logical_lines(clang_format(name, text), name.endswith('.h'))
    found = list(own_problems(name, text))
    matcher = difflib.SequenceMatcher(None, [line for _, line in ours], [line for _, line in theirs], autojunk=False)
    for operation, first, last, other_first, other_last in matcher.get_opcodes():
        if operation != 'equal':
            number = ours[min(first, len(ours) - 1)][0]
            found.append(f'{name}:{number}:')
            found += [f'  - {line}' for _, line in ours[first:last]]
            found += [f'  + {line}' for _, line in theirs[other_first:other_last]]
    return found


def version():
    return subprocess.run([PROGRAM, '--version'], stdout=subprocess.PIPE, check=True).stdout.decode()


def main():
    named = [word for word in sys.argv[1:] if word != '--fix']
    if shutil.which(PROGRAM) is None:
        tree.skip_all(f'{PROGRAM} is not installed')
    names = named or tree.files('.c', '.h', under=['src/', 'tests/'])
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        if '--fix' in sys.argv[1:]:
            list(pool.map(fix, names))
            tree.read.cache_clear()
        memory = tree.Remembered('format', tree.read('.clang-format'), tree.read('tests/lint/format.py'), version())
        found = list(pool.map(lambda name: memory.find(lambda: problems(name), name, tree.read(name)), names))
    if not named:
        memory.keep()
    groups = {}
    for name, lines in zip(names, found):
        groups.setdefault('/'.join(name.split('/')[:2]), []).extend(lines)
    tree.report(*[(f'{group} is laid out as clang-format does', lines) for group, lines in sorted(groups.items())])


if __name__ == '__main__':
    main()
