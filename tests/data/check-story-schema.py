# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether the JSON Schema of a story says what the program reads: all stories at hand are valid, every member that
the program knows is in it, and what the program refuses is not valid."""


import copy
import glob
import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
STORIES = sorted(glob.glob(os.path.join(ROOT, 'tests', 'corpus', 'stories', '*.leadup'))
                 + glob.glob(os.path.join(ROOT, 'data', '*.leadup')))
FULL = os.path.join(ROOT, 'tests', 'corpus', 'stories', 'every-member.leadup')
# How that story calls what no program knows.
UNKNOWN = 'newer'
# [where, what stands there instead]
WRONG = [
    (['format'], 'other'), (['version'], 2), (['title'], 7), (['events'], {}), (['events', 0], 7), (['events', 0, 'id'], ''),
    (['events', 1, 'when', 'edtf'], 5), (['events', 1, 'when', 'part'], 'dusk'), (['events', 1, 'place', 'lat'], 91),
    (['events', 1, 'actors', 0, 'role'], 'boss'), (['events', 1, 'evidence', 0, 'span'], [1]),
    (['events', 1, 'evidence', 0, 'supports'], [1]), (['events', 1, 'values', 0, 'low'], 'three'),
    (['events', 1, 'verification'], 'sure'), (['events', 1, 'importance'], 6), (['events', 1, 'tags'], 'a'),
    (['categories', 0, 'symbol'], 'blob'), (['actors', 0, 'kind'], 'ghost'), (['candidates', 0, 'confidence'], 2),
    (['candidates', 0, 'event'], 7), (['views', 0, 'from'], '2025'), (['views', 0, 'lanes_by'], 'mood'),
    (['views', 0, 'filter', 'verifications'], ['x']), (['steps', 0, 'position'], -1), (['graph', 'seed'], -1),
    (['graph', 'positions', 'a-town'], [1]), (['graph', 'positions', 'a-town'], [1, 2, 'nailed']), (['chart', 'alt'], []),
]


def undeclared(schema, root, value, where):
    """Members of the value that the schema does not name."""
    while '$ref' in schema or 'oneOf' in schema:
        if '$ref' in schema:
            schema = root['$defs'][schema['$ref'].rsplit('/', 1)[1]]
        else:
            schema = [one for one in schema['oneOf'] if one.get('type') != 'null'][0]
    if isinstance(value, dict) and 'properties' in schema:
        for name, child in value.items():
            if name in schema['properties']:
                yield from undeclared(schema['properties'][name], root, child, f'{where}.{name}')
            elif name != UNKNOWN:
                yield f'{where}.{name}'
    elif isinstance(value, list) and isinstance(schema.get('items'), dict):
        for child in value:
            yield from undeclared(schema['items'], root, child, where)


def missing(schema, root, values, where):
    """Members of the schema that the values never show."""
    while '$ref' in schema or 'oneOf' in schema:
        if '$ref' in schema:
            schema = root['$defs'][schema['$ref'].rsplit('/', 1)[1]]
        else:
            schema = [one for one in schema['oneOf'] if one.get('type') != 'null'][0]
    values = [value for value in values if value is not None]
    if isinstance(schema.get('items'), dict):
        values = [child for value in values for child in value]
        yield from missing(schema['items'], root, values, where)
    for name, child in schema.get('properties', {}).items():
        shown = [value[name] for value in values if name in value]
        # A candidate’s event and actors are as the others, and so is the time of a phase.
        if not shown and not where.startswith(('.candidates.', '.phases.when')):
            yield f'{where}.{name}'
        elif shown:
            yield from missing(child, root, shown, f'{where}.{name}')


def main():
    try:
        import jsonschema
        validator_class = jsonschema.Draft202012Validator
    except (ImportError, AttributeError):
        print('1..0 # SKIP python3-jsonschema (4 or newer) is not installed')
        return 0

    with open(os.path.join(ROOT, 'data', 'leadup-story-1.schema.json'), encoding='utf-8') as file:
        schema = json.load(file)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    with open(FULL, encoding='utf-8') as file:
        full = json.load(file)

    problems = []
    for path in STORIES:
        with open(path, encoding='utf-8') as file:
            found = [f'{os.path.basename(path)}: {error.json_path}: {error.message[:200]}' for error in validator.iter_errors(json.load(file))]
        problems.append((f'{os.path.basename(path)} is valid', found))
    problems.append(('every member is in the schema', list(undeclared(schema, schema, full, ''))))
    problems.append(('every member of the schema is in the corpus', list(missing(schema, schema, [full], ''))))
    accepted = []
    for where, value in WRONG:
        story = copy.deepcopy(full)
        at = story
        for step in where[:-1]:
            at = at[step]
        assert isinstance(at, list) or where[-1] in at, where
        at[where[-1]] = value
        if validator.is_valid(story):
            accepted.append(f'{where} = {value!r} is valid')
    problems.append(('what is wrong is not valid', accepted))

    print(f'1..{len(problems)}')
    for number, (name, found) in enumerate(problems, 1):
        print('not ok' if found else 'ok', number, name)
        for line in found:
            print('#', line)
    return 1 if any(found for _, found in problems) else 0


if __name__ == '__main__':
    sys.exit(main())
