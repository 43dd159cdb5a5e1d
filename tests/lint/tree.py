# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the checks share: the files of the source tree, C without its comments, and TAP."""

import functools
import hashlib
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Where nothing of ours lies, for trees without git.
SKIPPED = re.compile(r'^(\.|_?build|__pycache__$|subprojects$)')


def walk():
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not SKIPPED.match(name) or name == '.ci']
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), ROOT)


@functools.lru_cache(maxsize=None)
def all_files():
    """Every file that belongs to the source tree, relative to its root, sorted."""
    try:
        listed = subprocess.run(
            ['git', '-c', 'safe.directory=*', '-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout.decode()
        names = [name for name in listed.split('\0') if name]
    except (OSError, subprocess.CalledProcessError):
        names = list(walk())
    return sorted(name for name in set(names) if os.path.isfile(os.path.join(ROOT, name)))


def files(*endings, under=('',)):
    """The files with one of the endings below one of the folders."""
    return [name for name in all_files() if name.endswith(endings) and name.startswith(tuple(under))]


@functools.lru_cache(maxsize=None)
def read(name):
    with open(os.path.join(ROOT, name), encoding='utf-8', errors='replace') as file:
        return file.read()


def is_text(name):
    with open(os.path.join(ROOT, name), 'rb') as file:
        return b'\0' not in file.read(4096)


def module_of(name):
    """The module of a file in src/ ('src/base/x.c' is of 'base'), or None."""
    parts = name.split('/')
    return parts[1] if parts[0] == 'src' and len(parts) > 2 else None


def blank(match):
    """Spaces in place of what matched, line ends kept, so that positions stay true."""
    return re.sub(r'[^\n]', ' ', match.group(0))


LITERAL = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
COMMENT = re.compile(r'("(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')|//[^\n]*|/\*.*?\*/', re.S)


def code_of(name):
    """A C file with comments, strings and characters blanked out."""
    return LITERAL.sub(blank, read(name))


def uncommented(name):
    """A C file with its comments blanked out."""
    return COMMENT.sub(lambda match: match.group(1) or blank(match), read(name))


INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+(["<])([^">]+)[">]', re.M)


def includes(name):
    """(line, kind, path) of each include; kind is '"' or '<'."""
    text = uncommented(name)
    return [(text.count('\n', 0, match.start()) + 1, match.group(1), match.group(2)) for match in INCLUDE.finditer(text)]


def compile_commands():
    """What the build directory compiles: {file relative to the root: entry}."""
    build = os.environ.get('LEADUP_BUILD_ROOT')
    path = os.path.join(build or '', 'compile_commands.json')
    if not build or not os.path.exists(path):
        skip_all('there is no compile_commands.json; run this through meson test')
    commands = {}
    with open(path, encoding='utf-8') as file:
        for entry in json.load(file):
            full = os.path.normpath(os.path.join(entry['directory'], entry['file']))
            commands[os.path.relpath(full, ROOT)] = entry
    return commands


class Remembered:
    """What a slow look at a file found, kept in the build directory until anything that it depends on changes."""

    def __init__(self, name, *depends):
        build = os.environ.get('LEADUP_BUILD_ROOT')
        self.path = os.path.join(build, f'lint-{name}.json') if build else None
        self.depends = depends
        self.new = {}
        self.old = {}
        try:
            with open(self.path or '', encoding='utf-8') as file:
                self.old = json.load(file)
        except (OSError, ValueError):
            pass

    def find(self, look, *depends):
        """What look () finds, or found when everything was the same."""
        key = hashlib.sha256(repr((self.depends, depends)).encode()).hexdigest()
        self.new[key] = self.old[key] if key in self.old else look()
        return self.new[key]

    def keep(self):
        """Writes what was asked for this time, and nothing older."""
        if self.path is None:
            return
        own = f'{self.path}.{os.getpid()}'
        with open(own, 'w', encoding='utf-8') as file:
            json.dump(self.new, file)
        os.replace(own, self.path)


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


def report(*checks):
    """Prints each check (name, problems) as one TAP test and ends the program. The problems go to standard error,
    which is what meson shows of a test that failed."""
    print(f'1..{len(checks)}')
    for number, (name, problems) in enumerate(checks, 1):
        print(f'{"not ok" if problems else "ok"} {number} {name}', flush=True)
        for problem in problems:
            print(problem, file=sys.stderr)
    sys.exit(1 if any(problems for _, problems in checks) else 0)
