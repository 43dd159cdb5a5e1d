# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether the files that ship agree with each other, and the sample story with what a story should be.

usage: check-data.py APPLICATION-ID"""

import collections
import json
import os
import re
import sys
import xml.etree.ElementTree as xml

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'lint'))
import tree  # noqa: E402: it is in the folder that was just named

ID = sys.argv[1]
MIME = 'application/vnd.leadup+json'
KINDS = ('categories', 'actors', 'sources', 'events', 'phases', 'views', 'steps')


def path(*parts):
    return os.path.join(tree.ROOT, *parts)


def read(*parts):
    return tree.read(os.path.join(*parts))


def name_problems():
    desktop = read('data', ID + '.desktop.in')
    metainfo = xml.parse(path('data', ID + '.metainfo.xml.in')).getroot()
    if f'MimeType={MIME};' not in desktop:
        yield 'the desktop file does not name the type of a story'
    if f'Icon={ID}\n' not in desktop:
        yield 'the desktop file does not name the icon'
    if metainfo.findtext('id') != ID or metainfo.findtext('launchable') != ID + '.desktop':
        yield 'the metainfo is about something else'
    if metainfo.findtext('provides/mediatype') != MIME:
        yield 'the metainfo does not name the type of a story'
    if f'type="{MIME}"' not in read('data', ID + '.mime.xml'):
        yield 'the type of a story is not declared'
    for schema in xml.parse(path('data', ID + '.gschema.xml')).getroot().iter('schema'):
        if schema.get('path') != '/' + schema.get('id').replace('.', '/') + '/':
            yield f'schema {schema.get("id")} is at {schema.get("path")}'
    version = re.search(r"version: '([^']+)'", read('meson.build')).group(1)
    if metainfo.find('releases/release').get('version') != version:
        yield f'the newest release in the metainfo is not {version}'
    if f'Leadup {version}' not in read('data', 'leadup.1'):
        yield f'the man page is not of {version}'


def manual_problems():
    manual = read('data', 'leadup.1')
    for verb in ('import', 'export', 'extract', 'check'):
        if f'"{verb} ' not in manual:
            yield f'the man page does not explain “{verb}”'


def sandbox_problems():
    manifest = json.loads(read('flatpak', ID + '.json'))
    if manifest['id'] != ID:
        yield 'the manifest is of something else'
    for argument in manifest['finish-args']:
        if argument.startswith(('--share=network', '--filesystem', '--device=all', '--talk-name', '--socket=session-bus')):
            yield f'the sandbox is open: {argument}'


def record_problems(story):
    for kind in KINDS:
        ids = [record['id'] for record in story[kind]]
        for id, times in collections.Counter(ids).items():
            if times > 1:
                yield f'{kind}: {times} records are called {id}'
        if ids != sorted(ids):
            yield f'{kind}: not in the order of their ids'
    ids = {kind: {record['id'] for record in story[kind]} for kind in KINDS}
    for event in story['events']:
        wanted = [('categories', event['category'])]
        wanted += [('actors', each['actor']) for each in event['actors']]
        wanted += [('sources', each['source']) for each in event['evidence'] + event.get('values', [])]
        wanted += [('events', each['to']) for each in event.get('links', [])]
        for kind, id in wanted:
            if id not in ids[kind]:
                yield f'{event["id"]}: {id} is not among the {kind}'
    for step in story['steps']:
        if step['view'] not in ids['views']:
            yield f'{step["id"]}: there is no view {step["view"]}'
    used = {each['source'] for event in story['events'] for each in event['evidence']}
    for id in sorted(ids['sources'] - used):
        yield f'source {id} supports nothing'


def evidence_problems(story):
    """A sample for journalists: each event has a source with outlet and day, and the state that they allow."""
    sources = {source['id']: source for source in story['sources']}
    for source in story['sources']:
        if not source.get('outlet') or not re.fullmatch(r'\d{4}-\d\d-\d\d', source.get('published', '')):
            yield f'{source["id"]}: no outlet or no day'
        if 'text' in source:
            yield f'{source["id"]}: somebody else’s text'
    for event in story['events']:
        outlets = {(sources[each['source']]['outlet'], sources[each['source']].get('author')) for each in event['evidence']}
        if not outlets:
            yield f'{event["id"]}: no evidence'
        if event['verification'] == 'corroborated' and len(outlets) < 2:
            yield f'{event["id"]}: corroborated by one source'
        if event['verification'] == 'single-source' and event['category'] == 'strike':
            yield f'{event["id"]}: a strike that nobody else reported'
        for each in event['evidence']:
            if len(each.get('quote', '').split()) > 8:
                yield f'{event["id"]}: a long quote'
        if not event['when'].get('stated'):
            yield f'{event["id"]}: nobody said when'


def size_problems(story):
    if not 25 <= len(story['events']) <= 40:
        yield f'{len(story["events"])} events'
    families = {category['family'] for category in story['categories']}
    if not {'strike', 'policy', 'statement'} <= families:
        yield 'not all three families of categories'
    for kind, least in (('phases', 2), ('views', 3), ('steps', 3)):
        if len(story[kind]) < least:
            yield f'{len(story[kind])} {kind}'


def category_problems(story):
    """The story's rows are those of resources/categories.json."""
    rows = json.loads(read('resources', 'categories.json'))
    rows = rows['categories'] if isinstance(rows, dict) else rows
    known = {row['id']: row for row in rows}
    for category in story['categories']:
        row = known.get(category['id'])
        if row is None:
            yield f'{category["id"]} is not a default category'
            continue
        for member in ('name', 'family', 'colour', 'symbol', 'tone'):
            if category.get(member, 0) != row.get(member, 0):
                yield f'{category["id"]}: {member} is {category.get(member)}, the default {row.get(member)}'


sample = json.loads(read('data', 'sample.leadup'))
tree.report(*[
    ('the files agree on names and version', list(name_problems())),
    ('the man page explains every verb', list(manual_problems())),
    ('the sandbox has no network and no files', list(sandbox_problems())),
    ('the sample’s records are sorted and refer to each other', list(record_problems(sample))),
    ('the sample’s events rest on named, dated sources', list(evidence_problems(sample))),
    ('the sample has the size and the parts of a sample', list(size_problems(sample))),
] + ([('the sample’s categories are the default ones', list(category_problems(sample)))]
     if os.path.exists(path('resources', 'categories.json')) else []))
