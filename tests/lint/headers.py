# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Each header compiles alone, with the flags (and so only the libraries) of its module."""

import concurrent.futures
import os
import shlex
import subprocess

import tree

COMMANDS = tree.compile_commands()
DROPPED = {'-c', '-MD', '-MMD', '-MP'}
DROPPED_WITH_VALUE = {'-o', '-MF', '-MQ', '-MT'}


def flags_of(module):
    """(compiler and flags, directory) of any source of the module; main.c's where there is none."""
    entry = next((entry for name, entry in sorted(COMMANDS.items()) if tree.module_of(name) == module),
                 COMMANDS['src/main.c'])
    words = iter(shlex.split(entry['command']))
    kept = []
    for word in words:
        if word in DROPPED_WITH_VALUE:
            next(words, None)
        elif word not in DROPPED and not word.endswith('.c') and not word.startswith('-fsanitize'):
            kept.append(word)
    if os.path.basename(kept[0]) == 'ccache':
        kept = kept[1:]
    return kept, entry['directory']


def compile_alone(name):
    flags, directory = FLAGS[tree.module_of(name)]
    source = f'#include "{name[len("src/"):]}"\n'
    result = subprocess.run(flags + ['-Werror', '-fsyntax-only', '-x', 'c', '-'], input=source.encode(),
                            cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return result.stdout.decode(errors='replace').splitlines() if result.returncode else []


def reachable(name, known):
    """The project's files that a file includes, directly or not, and itself."""
    if name not in known and os.path.exists(os.path.join(tree.ROOT, name)):
        known.add(name)
        for _, kind, path in tree.includes(name):
            if kind == '"':
                reachable('src/' + path, known)
    return known


def look_at(name):
    texts = [(other, tree.read(other)) for other in sorted(reachable(name, set()))]
    return MEMORY.find(lambda: compile_alone(name), FLAGS[tree.module_of(name)], texts)


HEADERS = tree.files('.h', under=['src/'])
FLAGS = {module: flags_of(module) for module in {tree.module_of(name) for name in HEADERS}}
MEMORY = tree.Remembered('headers', tree.read('tests/lint/headers.py'))

with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    found = dict(zip(HEADERS, pool.map(look_at, HEADERS)))
MEMORY.keep()

tree.report(*[(f'headers of {module}/ compile alone',
               [line for name in HEADERS if tree.module_of(name) == module for line in found[name]])
              for module in sorted(FLAGS)])
