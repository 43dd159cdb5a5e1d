# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Includes: which module may see which, in which order, and without cycles."""

import re

import tree

# What a module may include beside itself.
LAYERS = {
    'base': [],
    'model': ['base'],
    'layout': ['base', 'model'],
    'render': ['base', 'model', 'layout'],
    'article': ['base', 'model'],
    'storage': ['base', 'model'],
    'document': ['base', 'model', 'storage'],
    'import': ['base', 'model', 'storage', 'article'],
    'export': ['base', 'model', 'layout', 'render', 'storage'],
    'cli': ['base', 'model', 'layout', 'render', 'article', 'storage', 'document', 'import', 'export'],
    'ui': ['base', 'model', 'layout', 'render', 'article', 'storage', 'document', 'import', 'export'],
}

# Outside headers that only some modules may see, and who. main.c is module None.
OUTSIDE = [
    (r'^(gtk|gdk|gsk|adwaita|graphene)', ['ui', None]),
    (r'^(cairo|pango)', ['render', 'export', 'ui']),
    (r'^json-glib/', ['storage', 'import']),
    (r'^unicode/|^gumbo', ['article']),
]

# Calls that only some modules may make, and why.
CALLS = [
    (r'\bcairo_(?!surface_(?:destroy|reference|status)\b|t\b)[a-z_]+ \(', ['render', 'export'],
     'drawing belongs to render/ and export/'),
    (r'\bg_file_replace_contents\w* \(', [], 'loses the document on a full disk; use the atomic writer'),
    (r'\bg_file_set_contents(?:_full)? \(', [], 'replaces links and resets owners; use the atomic writer'),
    (r'\bjson_object_get_(?:string|int|double|boolean|array|object)_member\w* \(', [],
     'raises a critical on a wrong type; check the node first'),
    (r'\b(?:strcpy|strcat|sprintf|vsprintf|strtok|gets|atoi|atof|setlocale_unsafe) \(', [], 'unbounded or silent'),
    (r'\bG_GNUC_BEGIN_IGNORE_DEPRECATIONS\b', [], 'no deprecated API'),
]

SOURCES = tree.files('.c', '.h', under=['src/'])
BASENAMES = {name.split('/')[-1] for name in SOURCES}


def header_of(path):
    return 'src/' + path


def layer_problems():
    for name in SOURCES:
        module = tree.module_of(name)
        for line, kind, path in tree.includes(name):
            if kind == '"':
                other = path.split('/')[0]
                if '/' not in path:
                    # A generated header has no module; one of ours has.
                    if path in BASENAMES:
                        yield f'{name}:{line}: “{path}” is included without its module'
                elif module is not None and module not in LAYERS:
                    yield f'{name}:{line}: module “{module}” is not in the table of layers'
                elif module is not None and other != module and other not in LAYERS[module]:
                    yield f'{name}:{line}: {module}/ may not include {path}'
            elif kind == '<':
                for pattern, allowed in OUTSIDE:
                    if re.search(pattern, path) and module not in allowed:
                        yield f'{name}:{line}: <{path}> is only for {", ".join(filter(None, allowed))}'


def call_problems():
    for name in SOURCES:
        code = tree.code_of(name)
        for pattern, allowed, reason in CALLS:
            if tree.module_of(name) in allowed:
                continue
            for match in re.finditer(pattern, code):
                line = code.count('\n', 0, match.start()) + 1
                yield f'{name}:{line}: {match.group(0).rstrip(" (")}: {reason}'


def order_problems():
    for name in tree.files('.c', under=['src/']):
        found = tree.includes(name)
        own = re.sub(r'^src/|\.c$', '', name) + '.h'
        paths = [path for _, kind, path in found if kind == '"']
        if not paths or paths[0] != 'config.h':
            yield f'{name}: the first include is not "config.h"'
            continue
        rest = paths[1:]
        if own in rest:
            if rest[0] != own:
                yield f'{name}: the own header does not come right after "config.h"'
            rest = [path for path in rest if path != own]
        if rest != sorted(rest):
            yield f'{name}: project headers are not in alphabetical order'
        kinds = [kind for _, kind, path in found if path != 'config.h']
        if '"' in kinds and '<' in kinds and kinds.index('<') < len(kinds) - 1 - kinds[::-1].index('"'):
            yield f'{name}: a <system> header comes before a project header'


def cycle_problems():
    """Each cycle of headers once, by depth-first search without recursion."""
    graph = {name: sorted({header_of(path) for _, kind, path in tree.includes(name)
                           if kind == '"' and header_of(path) in SOURCES})
             for name in SOURCES if name.endswith('.h')}
    state = {}
    for root in graph:
        if root in state:
            continue
        state[root] = 'open'
        path = [(root, iter(graph[root]))]
        while path:
            name, rest = path[-1]
            following = next(rest, None)
            if following is None:
                state[name] = 'done'
                path.pop()
            elif state.get(following) == 'open':
                names = [step for step, _ in path]
                yield 'cycle: ' + ' → '.join(names[names.index(following):] + [following])
            elif following not in state:
                state[following] = 'open'
                path.append((following, iter(graph[following])))


tree.report(
    ('a module includes only the modules and libraries that are listed for it', list(layer_problems())),
    ('calls that have a safe or a proper place are made nowhere else', list(call_problems())),
    ('includes stand in order', list(order_problems())),
    ('headers do not include each other in a circle', list(cycle_problems())),
)
