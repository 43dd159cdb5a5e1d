#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What an exported picture costs, the whole command from start to file: seconds of the processor, the least of several
runs, beside gnuplot's for the same events as labelled points where it is installed."""

import hashlib
import json
import os
import random
import resource
import shutil
import subprocess
import tempfile

PROGRAM = os.environ['LEADUP_PROGRAM']
RUNS = 5
WORDS = ('talks after weeks in the capital amid growing pressure from partners while observers question whether a lasting '
         'agreement can hold before winter').split()
CATEGORIES = 'Strike Policy Statement Sanction Deployment Talks Protest Report'.split()


def make_events(count):
    """[(ISO day, title, number of a category)]: ten years with bursts, the same for the same count."""
    chance = random.Random(count)
    events = []
    while len(events) < count:
        middle = chance.randrange(3650)
        for _ in range(min(chance.randrange(1, 30), count - len(events))):
            day = max(0, min(3649, int(middle + chance.expovariate(0.2))))
            title = ' '.join(chance.choice(WORDS) for _ in range(chance.randrange(4, 12))).capitalize()
            events.append((f'{2015 + day // 365}-{day % 365 // 31 + 1:02}-{day % 28 + 1:02}', title,
                           min(int(chance.expovariate(0.5)), len(CATEGORIES) - 1)))
    return events


def write_story(path, events):
    categories = [{'id': f'c{i}', 'name': name, 'family': 'policy', 'colour': '#0072b2', 'symbol': 'circle'}
                  for i, name in enumerate(CATEGORIES)]
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'format': 'leadup', 'version': 1, 'title': 'A story', 'categories': categories,
                   'events': [{'id': f'e{i}', 'title': title, 'category': f'c{category}', 'when': {'edtf': day},
                               'verification': 'corroborated'}
                              for i, (day, title, category) in enumerate(events)]}, file)


def write_plot(folder, name, events, terminal):
    data = os.path.join(folder, name + '.csv')
    with open(data, 'w', encoding='utf-8') as file:
        file.writelines(f'{day},{category},"{title}"\n' for day, title, category in events)
    script = os.path.join(folder, name + '.gp')
    with open(script, 'w', encoding='utf-8') as file:
        file.write(f'set terminal {terminal} size 1920,1080\nset output "{folder}/{name}.out"\n'
                   'set datafile separator ","\nset xdata time\nset timefmt "%Y-%m-%d"\n'
                   f'plot "{data}" using 1:2:3 with labels left offset 1,0 point pt 7 notitle\n')
    return ['gnuplot', script]


def measure(command):
    least = None
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        least = spent if least is None else min(least, spent)
    return least


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


def main():
    has_gnuplot = shutil.which('gnuplot') is not None
    program = os.path.join(os.path.dirname(PROGRAM), 'leadup-story')  # which a verb of charts becomes
    loaded = subprocess.run(['ldd', program], capture_output=True, text=True, check=False).stdout
    print(f'libraries of GTK that the command loads: {loaded.count("libgtk") + loaded.count("libadwaita")}')
    with tempfile.TemporaryDirectory(prefix='leadup-bench-') as folder:
        for count, ending, terminal in ((300, 'png', 'pngcairo'), (1000, 'png', 'pngcairo'), (1000, 'svg', 'svg'),
                                        (10000, 'svg', 'svg'), (300, 'pdf', None), (300, 'json', None)):
            events = make_events(count)
            story = os.path.join(folder, f'{count}.leadup')
            write_story(story, events)
            outputs = [os.path.join(folder, f'{name}.{ending}') for name in 'ab']
            command = [PROGRAM, 'export', story, '--width', '1920', '--height', '1080', '-o']
            line = f'{ending} of {count} events: {measure([*command, outputs[0]]):.3f} s'
            if terminal is not None and has_gnuplot:
                line += f'; gnuplot {measure(write_plot(folder, f"{count}-{ending}", events, terminal)):.3f} s'
            subprocess.run([*command, outputs[1]], check=True)
            print(line + ('; the same bytes twice' if digest(outputs[0]) == digest(outputs[1]) else '; BYTES DIFFER'))


if __name__ == '__main__':
    main()
