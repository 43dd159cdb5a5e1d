# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Plays a meeting of twenty steps in the real program: keys in, pictures out.

Runs in a desktop of its own (run-headless.sh -w). With LEADUP_MEETING_PICTURES the pictures stay in that folder.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

N_STEPS = 20
PATIENCE_S = 30

# A move of the camera, with a margin; and as many pixels as a change that a person would see.
MOVE_S = 0.8
CHANGE = 1000
PROGRAM = os.environ['LEADUP_PROGRAM']


def skip_where_something_lacks():
    for program in ('xdotool', 'import', 'compare'):
        if shutil.which(program) is None:
            print(f'1..0 # SKIP {program} is not installed')
            sys.exit(0)


def make_story(folder):
    """The sample with twenty steps: windows of time that wander over the year, the graph at every fifth."""
    with open(sys.argv[1], encoding='utf-8') as file:
        story = json.load(file)
    story['views'] = []
    story['steps'] = []
    for i in range(N_STEPS):
        month = i % 10 + 1
        story['views'].append({
            'id': f'mv{i}', 'picture': ('timeline', 'graph', 'both')[0 if i % 5 else (1 if i % 2 else 2)],
            'from': f'2025-{month:02}-01T00:00:00Z', 'to': f'2025-{month + 2:02}-01T00:00:00Z',
            'lanes_by': 'actor' if i % 3 == 0 else 'category'})
        story['steps'].append({
            'id': f'mt{i}', 'view': f'mv{i}', 'position': i, 'caption': f'What was known after step {i + 1}',
            'notes': f'Say number {i + 1}.', 'seconds': 30})
    path = os.path.join(folder, 'meeting.leadup')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(story, file)
    return path


def key(*names):
    subprocess.run(['xdotool', 'key', '--delay', '0', *names], check=True)


class Meeting:
    def __init__(self, folder):
        self.folder = folder
        self.n_pictures = 0
        self.log = open(os.path.join(folder, 'log'), 'w+', encoding='utf-8')
        environment = dict(os.environ, G_DEBUG='')
        self.process = subprocess.Popen([PROGRAM, make_story(folder)], stderr=self.log, env=environment)

    def shoot(self):
        path = os.path.join(self.folder, f'{self.n_pictures:02}.png')
        self.n_pictures += 1
        subprocess.run(['import', '-window', 'root', path], check=True)
        return path

    def settle(self, before):
        """The picture once it is another than before and has stopped moving."""
        for _ in range(PATIENCE_S * 4):
            time.sleep(0.25)
            if difference(before, self.shoot()) > CHANGE:
                break
        time.sleep(MOVE_S)
        return self.shoot()

    def is_alive(self):
        return self.process.poll() is None

    def complaints(self):
        self.log.seek(0)
        return [line for line in self.log if 'CRITICAL' in line or 'WARNING' in line]


def difference(first, second):
    """The number of pixels that differ."""
    result = subprocess.run(['compare', '-metric', 'AE', first, second, 'null:'], capture_output=True, text=True)
    return int(float(result.stderr.split()[0]))


def get_mean(path):
    result = subprocess.run(['convert', path, '-colorspace', 'Gray', '-format', '%[fx:mean]', 'info:'],
                            capture_output=True, text=True, check=True)
    return float(result.stdout)


def play(meeting, report):
    for _ in range(PATIENCE_S * 10):
        if subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(meeting.process.pid)],
                          capture_output=True).stdout:
            break
        time.sleep(0.1)
    time.sleep(2)
    window = meeting.shoot()
    key('F5')
    picture = meeting.settle(window)
    report('F5 shows the first step', difference(window, picture) > CHANGE)

    changed = 0
    for _ in range(N_STEPS - 1):
        before = picture
        key('Page_Down')
        picture = meeting.settle(before)
        changed += difference(before, picture) > CHANGE
    report(f'each of {N_STEPS} steps has a picture of its own', changed == N_STEPS - 1)
    key('Right')
    time.sleep(1)
    report('the last step is the last', difference(picture, meeting.shoot()) == 0)

    key('b')
    report('blank is black', get_mean(meeting.settle(picture)) < 0.1)
    key('b')
    key('Home')
    first = meeting.settle(picture)
    key('f')
    key('Right')
    time.sleep(1.5)
    report('frozen stays what it was', difference(first, meeting.shoot()) < 200)
    key('f')
    report('what was frozen goes on', difference(first, meeting.settle(first)) > CHANGE)
    key('Tab')
    overview = meeting.settle(first)
    report('the overview comes', difference(first, overview) > CHANGE)
    key('Tab')
    key('p')
    key('n')
    notes = meeting.settle(overview)
    report('the notes come', difference(first, notes) > CHANGE)
    key('Escape')
    time.sleep(1.5)
    report('the program outlives its meeting', meeting.is_alive())


def main():
    skip_where_something_lacks()
    results = []

    def report(name, is_good):
        results.append(is_good)
        print(f'{"ok" if is_good else "not ok"} {len(results)} {name}', flush=True)

    with tempfile.TemporaryDirectory() as folder:
        meeting = Meeting(folder)
        try:
            play(meeting, report)
            report('nothing was complained about', not meeting.complaints())
        finally:
            print(''.join(f'# {line}' for line in meeting.complaints()), end='')
            meeting.process.kill()
            meeting.process.wait()
            if 'LEADUP_MEETING_PICTURES' in os.environ:
                shutil.copytree(folder, os.environ['LEADUP_MEETING_PICTURES'], dirs_exist_ok=True)
    print(f'1..{len(results)}')


if __name__ == '__main__':
    main()
