#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The command line as people and scripts see it: runs the built program (LEADUP_PROGRAM), without a display."""

import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = os.environ['LEADUP_PROGRAM']
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CORPUS = os.path.join(ROOT, 'tests', 'corpus')
ARTICLE = os.path.join(CORPUS, 'articles', 'wire-report.txt')
SAMPLE = os.path.join(ROOT, 'data', 'sample.leadup')


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr.decode('utf-8')


def run(*words, **options):
    environment = {key: value for key, value in os.environ.items() if key not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    environment.update(options.pop('env', {}))
    return Result(subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, timeout=60, env=environment, check=False, **options))


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def load(path):
    return json.loads(read(path))


def write(path, text):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def test_help_names_every_option(folder):
    for verb, words in {'import': ['--output', '--date', '--format', '--title'],
                        'export': ['--output', '--view', '--format', '--preset', '--width', '--height', '--scale', '--theme',
                                   '--from', '--to', '--filter', '--lanes', '--title', '--subtitle', '--source-line',
                                   '--byline', '--alt', '--for-insiders', '--house-style', '--plain', '--as-of', '--step', '--steps',
                                   '--paper', '--tile', '--no-watermark', '--lines', '--top', '--min-events', '--compare-from', '--compare-to',
                                   '--pair', '--periods', '--each'],
                        'check': ['--json'],
                        'extract': ['--date'],
                        'digest': ['--from', '--to', '--dates', '--sentences', '--date', '--format', '--output']}.items():
        result = run(verb, '--help')
        assert result.status == 0, verb
        text = result.out.decode('utf-8')
        for word in words:
            assert word in text, f'{verb} {word}'


def test_the_version_needs_no_display(folder):
    result = run('--version')
    assert result.status == 0
    assert result.out.decode('utf-8').startswith('leadup '), result.out


def test_what_is_typed_wrong_is_two_and_one_line(folder):
    story = os.path.join(folder, 'a.leadup')
    picture = os.path.join(folder, 'a.png')
    for words in (['import'], ['import', ARTICLE], ['import', '-o', story], ['import', '--nonsense'],
                  ['import', ARTICLE, '-o', story, '--date', '2025-02-30'],
                  ['import', ARTICLE, '-o', story, '--format', 'docx'],
                  ['digest'], ['digest', ARTICLE, '--dates', '0'], ['digest', ARTICLE, '--sentences', '0'],
                  ['digest', ARTICLE, '--from', 'soon'], ['digest', ARTICLE, '--format', 'xml'],
                  ['digest', ARTICLE, '--from', '2025-10-02', '--to', '2025-10-01'],
                  ['digest', ARTICLE, '--format', 'leadup'],
                  ['export'], ['export', SAMPLE], ['export', SAMPLE, '-o', os.path.join(folder, 'a.xyz')],
                  ['export', SAMPLE, '-o', '-'], ['export', SAMPLE, SAMPLE, '-o', picture],
                  ['export', SAMPLE, '-o', SAMPLE, '--format', 'png'],
                  ['export', SAMPLE, '-o', picture, '--scale', '5'],
                  ['export', SAMPLE, '-o', picture, '--width', '-3'],
                  ['export', SAMPLE, '-o', picture, '--width', '20000'],
                  ['export', SAMPLE, '-o', picture, '--from', 'soon'],
                  ['export', SAMPLE, '-o', picture, '--from', '3/4/2025'],
                  ['export', SAMPLE, '-o', picture, '--from', '2025-10', '--to', '2025-09'],
                  ['export', SAMPLE, '-o', picture, '--theme', 'mauve'],
                  ['export', SAMPLE, '-o', picture, '--view', 'pie'],
                  ['export', SAMPLE, '-o', picture, '--lanes', 'colour'],
                  ['export', SAMPLE, '-o', picture, '--preset', 'huge'],
                  ['check'], ['check', '--nonsense']):
        result = run(*words)
        assert result.status == 2, f'{words}: {result.status} {result.err}'
        assert result.err.count('\n') == 1 and result.err.startswith(f'leadup {words[0]}: '), f'{words}: {result.err}'
    assert os.listdir(folder) == []


def test_what_cannot_be_done_is_one_and_one_line(folder):
    story = os.path.join(folder, 'a.leadup')
    broken = write(os.path.join(folder, 'broken.json'), '[{"date":"2024",}]')
    empty = write(os.path.join(folder, 'empty.txt'), '')
    binary = write(os.path.join(folder, 'picture.pdf'), '%PDF-1.7\n')
    before = sorted(os.listdir(folder))
    for words in (['import', '/nowhere/at/all.txt', '-o', story], ['import', broken, '-o', story],
                  ['import', empty, '-o', story], ['import', binary, '-o', story],
                  ['import', ARTICLE, '-o', os.path.join(folder, 'no', 'folder.leadup')],
                  ['import', ARTICLE, '-o', broken], ['import', folder, '-o', story],
                  ['export', '/nowhere/at/all.leadup', '-o', os.path.join(folder, 'a.png')],
                  ['export', broken, '-o', os.path.join(folder, 'a.png')],
                  ['export', SAMPLE, '-o', os.path.join(folder, 'no', 'a.png')],
                  ['export', SAMPLE, '-o', os.path.join(folder, 'a.png'), '--filter', 'actor=Nobody At All'],
                  ['export', SAMPLE, '-o', os.path.join(folder, 'a.png'), '--filter', 'weather=fine'],
                  ['check', broken], ['check', '/nowhere/at/all.leadup'], ['check', '--json', broken]):
        result = run(*words)
        assert result.status == 1, f'{words}: {result.status} {result.err}'
        lines = [line for line in result.err.splitlines() if line.startswith('leadup: ')]
        assert len(lines) >= 1 and result.err.endswith('\n'), f'{words}: {result.err}'
    assert sorted(os.listdir(folder)) == before


def test_an_article_becomes_a_story_and_the_same_one_each_time(folder):
    story = os.path.join(folder, 'a.leadup')
    other = os.path.join(folder, 'b.leadup')
    result = run('import', ARTICLE, '-o', story, '--title', 'The strait')
    assert result.status == 0, result.err
    assert ' new, ' in result.err.splitlines()[-1], result.err
    contents = load(story)
    assert contents['title'] == 'The strait'
    assert len(contents['sources']) == 1 and len(contents['events']) >= 1
    for event in contents['events']:
        assert event['evidence'][0]['source'] == contents['sources'][0]['id']
    assert run('import', ARTICLE, '-o', other, '--title', 'The strait', env={'TZ': 'Asia/Tehran'}).status == 0
    assert read(story) == read(other)

    before = os.stat(story)
    result = run('import', ARTICLE, '-o', story)
    assert result.status == 0 and ' 0 new, 0 changed, ' in result.err, result.err
    after = os.stat(story)
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns), 'written without need'


def test_several_files_are_added_in_order(folder):
    story = os.path.join(folder, 'a.leadup')
    files = [ARTICLE, os.path.join(CORPUS, 'json', 'usual-names.json'), os.path.join(CORPUS, 'timelinejs', 'full.json'), SAMPLE]
    result = run('import', *files, '-o', story)
    assert result.status == 0, result.err
    contents = load(story)
    assert len(contents['events']) >= len(load(SAMPLE)['events']) + 14
    assert [phase['title'] for phase in contents['phases'] if phase['title'] == 'Quiet months']
    assert run('check', story).status == 0

    # One that cannot be read leaves the story as it was.
    before = read(story)
    broken = write(os.path.join(folder, 'broken.json'), '[{]')
    assert run('import', os.path.join(CORPUS, 'json', 'items.json'), broken, '-o', story).status == 1
    assert read(story) == before


def test_undated_and_rejected_rows_are_told_with_their_lines(folder):
    result = run('import', os.path.join(CORPUS, 'json', 'troubled.json'), '-o', os.path.join(folder, 'a.leadup'))
    assert result.status == 0
    assert 'line 5: undated' in result.err and 'line 10: rejected' in result.err, result.err
    assert '5 new, 0 changed, 1 unchanged, 6 undated, 3 rejected' in result.err, result.err
    assert b'1970' not in read(os.path.join(folder, 'a.leadup'))


def test_pictures_are_what_they_are_called(folder):
    for view in ('timeline', 'graph', 'both'):
        for ending, start in (('png', b'\x89PNG\r\n'), ('svg', b'<?xml'), ('pdf', b'%PDF-'), ('csv', b'"id"'),
                              ('json', b'{"format"'), ('ics', b'BEGIN:VCALENDAR')):
            picture = os.path.join(folder, f'{view}.{ending}')
            result = run('export', SAMPLE, '-o', picture, '--view', view)
            assert result.status == 0 and result.err == '', f'{view} {ending}: {result.err}'
            assert read(picture).startswith(start), picture
            assert run('export', SAMPLE, '-o', '-', '--format', ending, '--view', view).out == read(picture), picture
        assert b'<text' in read(os.path.join(folder, f'{view}.svg'))


def png_size(contents):
    return int.from_bytes(contents[16:20], 'big'), int.from_bytes(contents[20:24], 'big')


def test_sizes_are_those_that_were_asked_for(folder):
    def size(*words):
        result = run('export', SAMPLE, '-o', '-', '--format', 'png', *words)
        assert result.status == 0, result.err
        return png_size(result.out)

    assert size('--preset', 'square') == (1080, 1080)
    assert size('--preset', 'slide') == (1920, 1080)
    assert size('--preset', 'link-card', '--scale', '2') == (2400, 1350)
    assert size('--width', '700', '--height', '500') == (700, 500)


def test_texts_and_filters_reach_the_picture(folder):
    def svg(*words):
        result = run('export', SAMPLE, '-o', '-', '--format', 'svg', *words)
        assert result.status == 0, result.err
        return result.out.decode('utf-8')

    everything = svg()
    assert 'Ein Titel' in svg('--title', 'Ein Titel') and 'By Jane Roe' in svg('--byline', 'By Jane Roe')
    for words in (['--filter', 'category=strike'], ['--filter', 'actor=a-maduro'], ['--filter', 'actor=Maduro'],
                  ['--from', '2025-09', '--to', '2025-10'],
                  ['--from', 'Sep 2025', '--to', 'mid-October 2025'], ['--filter', 'when=Q4 2025'], ['--lanes', 'actor'], ['--theme', 'dark']):
        assert svg(*words) != everything, words
    assert svg('--filter', 'actor=a-maduro') == svg('--filter', 'actor=MADURO')


def test_what_is_understood_of_a_typed_date_is_told(folder):
    result = run('export', SAMPLE, '-o', os.path.join(folder, 'a.svg'), '--from', 'early Sep 2025')
    assert result.status == 0 and 'early September 2025' in result.err, result.err
    result = run('export', SAMPLE, '-o', os.path.join(folder, 'a.svg'), '--from', '2025-09')
    assert result.status == 0 and result.err == '', result.err

def count_pages(pdf):
    # Newer versions of cairo pack the pages into streams, where only a reader of PDF sees them.
    if shutil.which('pdfinfo') is None:
        return None
    said = subprocess.run(['pdfinfo', '-'], input=pdf, capture_output=True, check=True).stdout
    return int(re.search(rb'^Pages: *(\d+)', said, re.MULTILINE).group(1))


def test_a_file_for_each_step_is_named_after_it(folder):
    story = load(SAMPLE)
    story['views'] = [{'id': 'v1', 'picture': 'timeline'}, {'id': 'v2', 'picture': 'graph'}]
    story['steps'] = [{'id': 's1', 'view': 'v1', 'position': 0, 'caption': 'Who did it'},
                      {'id': 's2', 'view': 'v2', 'position': 1, 'caption': 'Who against whom'}]
    story = write(os.path.join(folder, 'steps.leadup'), json.dumps(story))
    pattern = os.path.join(folder, '{slug}-{step}-{view}@{scale}x.{format}')
    result = run('export', story, '--steps', '-o', pattern, '--format', 'svg', '--title', 'Ä/title')
    assert result.status == 0, result.err
    made = [os.path.join(folder, name) for name in ('a-title-01-timeline@1x.svg', 'a-title-02-graph@1x.svg')]
    assert [b'Who did it' in read(made[0]), b'Who against whom' in read(made[1])] == [True, True]
    one = run('export', story, '--step', '2', '-o', '-', '--format', 'svg', '--title', 'Ä/title')
    assert one.out == read(made[1])
    pages = run('export', story, '--steps', '-o', '-', '--format', 'pdf', '--paper', 'a4')
    assert count_pages(pages.out) in (2, None), pages.err
    assert run('export', story, '--step', '3', '-o', '-', '--format', 'svg').status == 1
    assert run('export', story, '--steps', '-o', os.path.join(folder, 'x.svg')).status == 2
    assert run('export', story, '-o', os.path.join(folder, '{colour}.svg')).status == 1


def test_tides_of_pairs_are_drawn_over_each_other(folder):
    def svg(*words):
        return run('export', SAMPLE, '-o', '-', '--format', 'svg', '--view', 'tides', *words)
    busiest, one = svg(), svg('--pair', 'United States=Venezuela')
    assert [busiest.status, one.status] == [0, 0], busiest.err + one.err
    names = ['United States → Venezuela'.encode(), 'Venezuela → United States'.encode(), 'Donald Trump → Venezuela'.encode()]
    assert [name in busiest.out for name in names] == [True, True, True]
    assert [name in one.out for name in names] == [True, True, False]
    two = svg('--pair', 'Venezuela=United States', '--pair', 'Donald Trump=Venezuela')
    assert two.out.index(names[0]) < two.out.index(names[2])
    assert b'No two actors' in svg('--from', '1999-01-01', '--to', '1999-12-31').out
    assert 'write FIRST=SECOND' in svg('--pair', 'Venezuela').err
    assert 'no actor called “Atlantis”' in svg('--pair', 'Venezuela=Atlantis').err
    assert svg('--pair', 'Venezuela=Atlantis').status == 1
    assert run('export', SAMPLE, '-o', '-', '--format', 'svg', '--pair', 'United States=Venezuela').status == 2


def test_periods_stand_on_a_sheet_or_in_a_file_each(folder):
    def svg(*words):
        return run('export', SAMPLE, '-o', '-', '--format', 'svg', '--view', 'periods', *words)
    sheet = svg('--periods', 'quarter')
    assert sheet.status == 0 and 'Apr – Jun 2025 · nothing reported'.encode() in sheet.out, sheet.err
    assert svg().out == svg('--periods', 'month').out
    assert svg('--periods', 'fortnight').status == 2
    assert svg('--periods', 'day').status == 1 and 'too many for one sheet' in svg('--periods', 'day').err
    made = run('export', SAMPLE, '--view', 'graph', '--each', 'quarter', '-o', os.path.join(folder, 'map-{period}.svg'))
    assert made.status == 0, made.err
    names = sorted(name for name in os.listdir(folder) if name.startswith('map-'))
    assert names == [f'map-2025-Q{quarter}.svg' for quarter in (1, 2, 3, 4)]
    assert read(os.path.join(folder, names[0])) != read(os.path.join(folder, names[3]))
    # A circle begins at the height of its middle: nobody moves, whoever is in the period.
    middles = [re.search(rb'id="actor-a-maduro".*? d="M[0-9.]+ ([0-9.]+)C', read(os.path.join(folder, name)), re.S).group(1)
               for name in names]
    assert len(set(middles)) == 1, middles
    crowd = {'format': 'leadup', 'version': 1, 'title': 'Crowd',
             'actors': [{'id': f'a{i}', 'name': f'Actor {i}', 'kind': 'state'} for i in range(40)],
             'categories': [{'id': 'c', 'name': 'Strike', 'plover': 'ASSAULT'}],
             'events': [{'id': f'e{i}', 'title': f'Strike {i}', 'category': 'c', 'when': {'edtf': '2025-03-04'},
                         'actors': [{'actor': f'a{i}', 'role': 'initiator'}, {'actor': f'a{(i + 1) % 40}', 'role': 'target'}]}
                        for i in range(40)]}
    crowd = write(os.path.join(folder, 'crowd.leadup'), json.dumps(crowd))
    for words, shown in (['--view', 'periods'], b'Showing 24 of 40 actors'), (['--view', 'periods', '--top', '30'], b'Showing 30 of 40'):
        assert shown in run('export', crowd, '-o', '-', '--format', 'svg', *words).out
    assert run('export', SAMPLE, '--each', 'month', '-o', os.path.join(folder, 'one.svg')).status == 2
    assert run('export', SAMPLE, '--each', 'hour', '-o', os.path.join(folder, '{period}.svg')).status == 2
    assert run('export', SAMPLE, '--each', 'year', '--steps', '-o', os.path.join(folder, '{period}{step}.svg')).status == 2


def test_a_graph_is_drawn_as_it_is_looked_at(folder):
    """By options and by a step alike; what cannot be is refused."""
    def svg(*words, story=SAMPLE):
        result = run('export', story, '-o', '-', '--format', 'svg', *words)
        assert result.status == 0, result.err
        return result.out
    made = {lines: svg('--view', 'graph', '--lines', lines) for lines in ('direction', 'pair', 'event')}
    assert svg('--view', 'graph') == made['direction']
    assert b'One line a pair' in made['pair'] and b'One line an event' in made['event']
    assert b'Showing 5 of 26 actors' in svg('--view', 'graph', '--top', '5')
    window = ['--from', '2025-09-01', '--to', '2025-12-31', '--compare-from', '2025-01-01', '--compare-to', '2025-08-31']
    changed = svg('--view', 'graph', *window)
    assert '+ 0 →'.encode() in changed
    story = load(SAMPLE)
    story['views'] = [
        {'id': 'v1', 'picture': 'graph', 'graph': {'lines': 'event', 'density': {'top': 5}}},
        {'id': 'v2', 'picture': 'graph',
         'graph': {'from': '2025-09-01T00:00:00Z', 'to': '2026-01-01T00:00:00Z', 'compared': True,
                   'before_from': '2025-01-01T00:00:00Z', 'before_to': '2025-09-01T00:00:00Z'}},
        {'id': 'v3', 'picture': 'graph', 'graph': {'form': 'matrix'}}]
    story['steps'] = [{'id': f's{i}', 'view': f'v{i}', 'position': i} for i in (1, 2, 3)]
    story = write(os.path.join(folder, 'looks.leadup'), json.dumps(story))
    assert svg('--step', '1', story=story) == svg('--view', 'graph', '--lines', 'event', '--top', '5')
    assert svg('--step', '2', story=story) == changed
    assert svg('--step', '3', story=story) == svg('--view', 'matrix')
    for words in (['--lines', 'many'], ['--top', '-1'], window[2:4] + window[4:6], window[:4] + window[4:6],
                  window[:4] + ['--compare-from', '2025-03-01', '--compare-to', '2025-02-01']):
        assert run('export', SAMPLE, '-o', '-', '--format', 'svg', '--view', 'graph', *words).status == 2, words


def test_what_is_disputed_is_marked_until_somebody_answers_for_it(folder):
    def svg(*words):
        return run('export', SAMPLE, '-o', '-', '--format', 'svg', *words).out

    assert b'Draft: 1 disputed' in svg()
    assert b'Draft' not in svg('--no-watermark')
    assert b'Draft' not in svg('--filter', 'category=strike')


def test_a_house_style_dresses_the_chart(folder):
    style = os.path.join(ROOT, 'data', 'house-style.json')
    result = run('export', SAMPLE, '-o', '-', '--format', 'png', '--house-style', style, '--preset', 'front-page')
    assert result.status == 0 and png_size(result.out) == (1480, 833), result.err
    bad = write(os.path.join(folder, 'bad.json'), '{"format":"leadup-house-style","colours":{"text":"#eeeeee"}}')
    result = run('export', SAMPLE, '-o', '-', '--format', 'svg', '--house-style', bad)
    assert result.status == 1 and 'bad.json' in result.err and '4.5:1' in result.err, result.err


def test_the_largest_picture_is_drawn_and_a_larger_one_refused(folder):
    result = run('export', SAMPLE, '-o', '-', '--format', 'png', '--width', '16384', '--height', '400')
    assert result.status == 0 and png_size(result.out) == (16384, 400), result.err
    result = run('export', SAMPLE, '-o', '-', '--format', 'png', '--width', '16384', '--scale', '2')
    assert result.status == 1 and '16384' in result.err and result.err.count('\n') == 1, result.err


def test_check_tells_all_that_is_wrong_with_its_place(folder):
    story = write(os.path.join(folder, 'a.leadup'),
                  '{"format":"leadup","version":1,"title":"A",\n'
                  '"categories":[{"id":"other","name":"Other"}],\n'
                  '"events":[\n'
                  '{"id":"e1","title":5,"category":"other"},\n'
                  '{"title":"without an id","category":"other"},\n'
                  '{"id":"e3","title":"right","category":"other"}]}\n')
    result = run('check', story)
    assert result.status == 1
    lines = result.err.splitlines()
    assert len(lines) == 2, result.err
    assert 'Line 4' in lines[0] and 'e1' in lines[0] and 'title' in lines[0], lines[0]
    assert 'Line 5' in lines[1] and 'id' in lines[1], lines[1]

    write(story, '{"format":"leadup","version":1,"events":[{"id":"e1","title":"A","category":"nowhere"}]}')
    result = run('check', story)
    assert result.status == 1 and 'nowhere' in result.err, result.err
    assert run('check', SAMPLE, *glob.glob(os.path.join(CORPUS, 'stories', '*.leadup'))).status == 0


def test_check_knows_right_json_from_wrong(folder):
    table = {
        '{}': 0, '[1,2]': 0, ' "a" ': 0, 'null': 0, '-0.5e+3': 0, '["\\u0000"]': 0, '{"a":1,"a":2}': 0,
        '': 1, '[1,]': 1, '{"a":1,}': 1, '[01]': 1, '[1.]': 1, '[.5]': 1, '[+1]': 1, "['a']": 1, '[1] 2': 1, '[NaN]': 1,
        '// a\n[]': 1, '["\\x41"]': 1, '["a\nb"]': 1, '[tru]': 1, '{a:1}': 1, '\ufeff[': 1, '[' * 100000: 1,
    }
    for number, (text, status) in enumerate(table.items()):
        path = write(os.path.join(folder, f'{number}.json'), text)
        result = run('check', '--json', path)
        assert result.status == status, f'{text[:20]!r}: {result.status} {result.err}'
        assert (result.err != '') == (status == 1), f'{text[:20]!r}: {result.err}'


def test_a_plan_is_told_as_json_and_nothing_is_written(folder):
    story = os.path.join(folder, 'a.leadup')
    table = write(os.path.join(folder, 'a.csv'), 'id,date,title\n1,3/4/2024,One\n2,5/6/2024,Two\n3,,Three\n')
    mapping = write(os.path.join(folder, 'map.json'),
                    '{"date_order":"dmy","rules":[{"field":"date","column":"date"},{"field":"title","column":"title"}]}')
    result = run('import', '--dry-run', '--json', table)
    assert result.status == 0, result.err
    assert json.loads(result.out)['counts']['undated'] == 3, result.out
    for words in (['--date-order', 'dmy'], ['--map', mapping]):
        result = run('import', '-n', '--json', table, '-o', story, *words)
        assert result.status == 0 and not os.path.exists(story), result.err
        plan = json.loads(result.out)
        assert plan['counts']['new'] == 2 and plan['rows'][0]['when'] == '2024-04-03', result.out
    assert run('import', table, '-o', story, '--map', table).status == 1
    assert run('import', table, '-o', story, '--date-order', 'ymd').status == 2


def test_a_plan_counts_what_may_be_there_twice(folder):
    table = write(os.path.join(folder, 'a.csv'),
                  'id,date,title,actors\n1,2024-04-03,The port of Suhar was closed,Navy\n'
                  '2,2024-04-03,Port of Suhar closed,Navy\n3,2024-08-01,Talks began,Union\n')
    other = write(os.path.join(folder, 'b.csv'),
                  'id,date,title,actors\n9,2024-04-03,The port of Suhar was closed,Navy\n')
    story = os.path.join(folder, 'a.leadup')
    assert json.loads(run('import', '-n', '--json', other).out)['duplicates'] == 0
    assert run('import', table, '-o', story).status == 0
    plan = json.loads(run('import', '-n', '--json', other, '-o', story).out)
    assert plan['duplicates'] == len(plan['pairs']) and plan['duplicates'] >= 1, plan
    new = plan['rows'][0]['id']
    assert all(new in (pair['first'], pair['second']) for pair in plan['pairs']), plan
    assert plan['pairs'][0]['likeness'] > 0.9, plan


def test_stories_are_merged_and_conflicts_told(folder):
    names = [os.path.join(folder, name) for name in ('base.leadup', 'ours.leadup', 'theirs.leadup', 'out.leadup')]
    text = '{"format":"leadup","version":1,"categories":[{"id":"c","name":"C"}],"events":[{"id":"e","title":"%s","category":"c"%s}]}'
    write(names[0], text % ('One', ''))
    write(names[1], text % ('Ours', ''))
    write(names[2], text % ('One', ',"summary":"S"'))
    result = run('merge', *names[:3], '-o', names[3])
    assert result.status == 0 and result.err == '', result.err
    with open(names[3], encoding='utf-8') as file:
        merged = file.read()
    assert '"Ours"' in merged and '"summary":"S"' in merged, merged

    write(names[2], text % ('Theirs', ''))
    result = run('merge', *names[:3], '-o', names[1])
    assert result.status == 1 and 'title' in result.err and 'Theirs' in result.err, result.err
    result = run('merge', '--json', *names[:3], '-o', names[3])
    assert json.loads(result.out)['conflicts'][0]['member'] == 'title', result.out
    write(names[0], '')
    assert run('merge', *names[:3], '-o', names[3]).status == 1
    assert run('merge', names[0], '-o', names[3]).status == 2
    write(names[0], 'no story')
    assert run('merge', *names[:3], '-o', names[3]).status == 2


def test_a_full_disk_is_told_and_leaves_nothing(folder):
    if not os.path.exists('/dev/full'):
        return 'there is no /dev/full'
    with open('/dev/full', 'wb') as full:
        process = subprocess.run([PROGRAM, 'export', SAMPLE, '-o', '-', '--format', 'png'], stdout=full,
                                 stderr=subprocess.PIPE, timeout=60, check=False)
    assert process.returncode == 1 and process.stderr != b'', process
    return None


def test_of_several_files_each_has_the_day_that_it_says(folder):
    dated, undated = os.path.join(folder, 'dated.txt'), os.path.join(folder, 'undated.txt')
    write(dated, 'Published Dec. 19, 2025\n\nChad bombed the port on Tuesday.')
    write(undated, 'Chad bombed the port on Tuesday.')

    def days(*files):
        result = run('extract', '--date', '2024-01-31', *files)
        assert result.status == 0, result.err
        return [json.loads(line)['published'] for line in result.out.splitlines()]

    assert days(dated, undated) == ['2025-12-19', '2024-01-31']
    assert days(dated) == ['2024-01-31']


def test_a_digest_is_a_draft_of_days_with_sentences(folder):
    pile = os.path.join(CORPUS, 'articles')
    files = [os.path.join(pile, name) for name in ('wire-report.txt', 'chronology.txt', 'live-blog.txt')]
    result = run('digest', '--date', '2025-12-19', '--dates', '4', '--sentences', '1', *files)
    assert result.status == 0, result.err
    days = json.loads(result.out)
    assert 0 < len(days) <= 4
    assert [day for day, _ in days] == sorted(day for day, _ in days)
    assert all(len(sentences) <= 1 for _, sentences in days)
    result = run('digest', '--date', '2025-12-19', '--format', 'markdown', *files)
    assert result.status == 0 and b'## 20' in result.out
    lines = [line for line in result.out.decode('utf-8').splitlines() if line.startswith('* ')]
    assert lines and all(' — ' in line for line in lines), 'each sentence keeps its source'


def test_a_digest_as_a_story_keeps_what_was_not_chosen_for_review(folder):
    story = os.path.join(folder, 'draft.leadup')
    result = run('digest', '--date', '2025-12-19', '--format', 'leadup', '-o', story, ARTICLE)
    assert result.status == 0, result.err
    made = load(story)
    accepted = [c for c in made['candidates'] if c.get('state') == 'accepted']
    assert len(made['events']) == len(accepted) > 0
    assert all(event['evidence'] for event in made['events'])
    assert run('check', story).status == 0


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    print(f'1..{len(tests)}')
    failed = False
    for number, (name, test) in enumerate(tests, 1):
        label = name[5:].replace('_', '-')
        try:
            with tempfile.TemporaryDirectory(prefix='leadup-cli-') as folder:
                skipped = test(folder)
            print(f'ok {number} {label}' + (f' # SKIP {skipped}' if skipped else ''))
        except (AssertionError, OSError, ValueError, KeyError, subprocess.SubprocessError) as problem:
            failed = True
            print(f'not ok {number} {label}')
            print('\n'.join(f'# {line}' for line in repr(problem).splitlines()))
    sys.stdout.flush()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
