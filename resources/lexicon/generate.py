#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the lexicon tables that are computed: inflected forms, and what iso-codes and WordNet know.

  generate.py ISO-CODES-FOLDER WORDNET-FOLDER OUTPUT-FOLDER LANGUAGE-FOLDER...

English is inflected by rules and has WordNet. Any other language brings its endings: verb-endings, verb-irregular
and plural-endings; its names of states are those that iso-codes has translated.

Same input, same bytes.
"""
import gettext
import json
import sys
from collections import defaultdict
from pathlib import Path

VOWELS = 'aeiou'


def rows(path):
    lines = [line.rstrip('\n') for line in open(path, encoding='utf-8') if not line.startswith('#')]
    return [line.split('\t') for line in lines[1:] if line]


def write(path, comment, columns, table):
    with open(path, 'w', encoding='utf-8') as out:
        out.write(f'# {comment}\n' + '\t'.join(columns) + '\n')
        for row in table:
            out.write('\t'.join(row).rstrip('\t') + '\n')


class Inflector:
    def __init__(self, folder):
        self.irregular = {r[0]: (r[1], r[2]) for r in rows(folder / 'irregular-verbs.tsv')}
        self.doubling = {r[0] for r in rows(folder / 'doubling-verbs.tsv')}

    @staticmethod
    def plural(word):
        irregular = {'man': 'men', 'woman': 'women', 'child': 'children', 'person': 'people', 'crisis': 'crises',
                     'wife': 'wives', 'gunman': 'gunmen', 'series': 'series', 'life': 'lives', 'basis': 'bases'}
        if word in irregular:
            return irregular[word]
        if word.endswith('man') and word not in ('human', 'german', 'ottoman'):
            return word[:-3] + 'men'
        if word.endswith(('s', 'x', 'z', 'ch', 'sh')):
            return word + 'es'
        if word.endswith('y') and len(word) > 1 and word[-2] not in VOWELS:
            return word[:-1] + 'ies'
        return word + 's'

    def ing(self, verb):
        if verb.endswith('ie'):
            return verb[:-2] + 'ying'
        if verb.endswith('e') and not verb.endswith(('ee', 'oe', 'ye')) and verb != 'be':
            return verb[:-1] + 'ing'
        if verb in self.doubling:
            return verb + verb[-1] + 'ing'
        return verb + ('king' if verb.endswith('ic') else 'ing')

    def past(self, verb):
        if verb.endswith('e'):
            return verb + 'd'
        if verb.endswith('y') and verb[-2] not in VOWELS:
            return verb[:-1] + 'ied'
        if verb in self.doubling:
            return verb + verb[-1] + 'ed'
        return verb + 'ed'

    def forms(self, verb):
        if verb == 'be':
            return [('be', 'b'), ('is', 's'), ('are', 's'), ('am', 's'), ('was', 'd'), ('were', 'd'), ('been', 'n'), ('being', 'g')]
        third = {'have': 'has', 'do': 'does', 'go': 'goes'}.get(verb) or self.plural(verb)
        past, participle = self.irregular.get(verb, (None, None))
        past = past or self.past(verb)
        table = [(verb, 'b'), (third, 's'), (past, 'd'), (participle or past, 'n'), (self.ing(verb), 'g')]
        return table + (self.british(verb) if past == verb + 'ed' else [])

    @staticmethod
    def british(verb):
        """The forms that double a last l where American ones do not: "cancelled", "fuelling"."""
        if not (len(verb) > 4 and verb.endswith('l') and verb[-2] in VOWELS and
                (verb[-3] not in VOWELS or verb.endswith('uel'))):
            return []
        return [(verb + 'led', 'd'), (verb + 'led', 'n'), (verb + 'ling', 'g')]


class EndingInflector:
    """Inflects by the tables of endings of a language; an object by itself is no ending: "retirarse"."""

    def __init__(self, folder):
        self.endings, self.irregular = defaultdict(dict), defaultdict(dict)
        for ending, form, forms in rows(folder / 'verb-endings.tsv'):
            self.endings[ending][form] = forms.split()
        for verb, form, forms in rows(folder / 'verb-irregular.tsv'):
            self.irregular[verb][form] = forms.split()
        self.many = dict(rows(folder / 'plural-endings.tsv'))

    def plural(self, word):
        fitting = [ending for ending in self.many if word.endswith(ending)]
        if not fitting:
            return word
        ending = max(fitting, key=len)
        return word[:-len(ending)] + self.many[ending]

    def forms(self, verb):
        fitting = [ending for ending in self.endings if verb.endswith(ending)]
        table, irregular = [(verb, 'b')], self.irregular.get(verb, {})
        ending = max(fitting, key=len) if fitting else ''
        for form in 'sdngfc':
            regular = [verb[:-len(ending)] + end for end in self.endings.get(ending, {}).get(form, [])] if ending else []
            table += [(word, form) for word in irregular.get(form, regular)]
        return table


def wordnet_counts(folder):
    """How often each lower-case word was met as noun, verb, adjective, adverb in WordNet's tagged texts."""
    counts = defaultdict(lambda: [0, 0, 0, 0])
    for line in open(folder / 'cntlist.rev', encoding='utf-8'):
        sense, _, count = line.split()
        word, rest = sense.split('%')
        if word.isascii() and word.replace('-', '').isalpha():
            counts[word][{'1': 0, '2': 1, '3': 2, '5': 2, '4': 3}[rest[0]]] += int(count)
    return counts


def wordnet_lemmas(folder):
    lemmas = defaultdict(set)
    for name, letter in (('noun', 'n'), ('verb', 'v'), ('adj', 'a'), ('adv', 'r')):
        for line in open(folder / f'data.{name}', encoding='utf-8'):
            if line.startswith(' '):
                continue
            fields = line.split(' ')
            for i in range(int(fields[3], 16)):
                word = fields[4 + 2 * i].split('(')[0]
                if word.isascii() and word.isalpha() and word.islower() and len(word) > 1:
                    lemmas[word].add(letter)
    return lemmas


def common_words(folder):
    counts, table = wordnet_counts(folder), []
    lemmas = wordnet_lemmas(folder)
    for word in sorted(lemmas):
        seen = counts.get(word, [0, 0, 0, 0])
        letters = [('n', 0), ('v', 1), ('a', 2), ('r', 3)]
        known = [(-seen[i], i, letter) for letter, i in letters if letter in lemmas[word]]
        known.sort()
        total = sum(seen)
        if total == 0:
            continue
        # A class that makes up less than a twentieth of what was met is left out.
        table.append([word, ''.join(letter for n, _, letter in known if total < 10 or -n * 20 >= total)])
    return table


def verb_forms(folder, common, inflector):
    table, verbs = {}, []
    for name in ('verbs', 'cues', 'light-verbs', 'modal-verbs', 'irregular-verbs'):
        if not (folder / f'{name}.tsv').exists():
            continue
        verbs += [r[0].split()[0] for r in rows(folder / f'{name}.tsv')]
    verbs += [word for word, letters in common if 'v' in letters]
    for verb in dict.fromkeys(verbs):
        for form, tag in inflector.forms(verb):
            table.setdefault((form, verb), '')
            if tag not in table[form, verb]:
                table[form, verb] += tag
    return [[form, verb, tags] for (form, verb), tags in table.items()]


def plurals(source, inflector):
    table = {}
    for row in source:
        row = row + [''] * (6 - len(row))
        head, _, last = row[0].rpartition(' ')
        table.setdefault(row[0], [row[0], row[0], *row[1:]])
        many = (head + ' ' if head else '') + inflector.plural(last)
        table.setdefault(many, [many, row[0], *row[1:]])
    return list(table.values())


def states(folder, iso):
    table = {r[0]: r[1] for r in rows(folder / 'state-names.tsv')}
    names = gettext.translation('iso_3166-1', iso.parent.parent / 'locale', [folder.name], fallback=True)
    for country in json.load(open(iso / 'iso_3166-1.json', encoding='utf-8'))['3166-1']:
        plain = country.get('common_name') or country['name'].split(',')[0]
        if folder.name != 'en':
            plain = names.gettext(country.get('common_name') or country['name']).split(',')[0]
        plain = table.get(plain, plain)
        for name in (plain, names.gettext(country['name']), names.gettext(country.get('official_name', '') or ' ').strip()):
            if name and ',' not in name:
                table.setdefault(name, plain)
    return [[name, state] for name, state in table.items()]


def subdivisions(iso, taken):
    table = {}
    for part in json.load(open(iso / 'iso_3166-2.json', encoding='utf-8'))['3166-2']:
        for name in part['name'].replace('[', ',').replace(']', '').replace('(', ',').replace(')', '').replace('/', ',').split(','):
            name = name.strip(' *')
            if len(name) > 3 and name[0].isupper() and name.lower() not in taken:
                table.setdefault(name, [name])
    return [table[name] for name in sorted(table)]


def gazetteer(folder, common):
    """Instances in WordNet: places (lexicographer file 15), bodies (14), people (18)."""
    kinds, table, given = {'15': 'place', '14': 'organisation'}, {}, {}
    for line in open(folder / 'data.noun', encoding='utf-8'):
        if line.startswith(' ') or ' @i ' not in line:
            continue
        fields = line.split(' ')
        for i in range(int(fields[3], 16)):
            name = fields[4 + 2 * i].replace('_', ' ')
            if not name[0].isupper() or len(name) < 4:
                continue
            if fields[1] == '18':
                first = name.split()[0]
                if ' ' in name and first.isalpha() and len(first) > 2 and first.lower() not in common:
                    given.setdefault(first, [first])
            elif fields[1] in kinds and name.lower() not in common:
                table.setdefault(name, [name, kinds[fields[1]]])
    return [table[name] for name in sorted(table)], [given[name] for name in sorted(given)]


def parties(folder, inflector):
    """Nouns whose most frequent sense in WordNet is a person (lexicographer file 18) or a group (14)."""
    kinds, table = {}, {}
    for line in open(folder / 'data.noun', encoding='utf-8'):
        if not line.startswith(' '):
            kinds[line[:8]] = line[9:11]
    for line in open(folder / 'index.noun', encoding='utf-8'):
        if line.startswith(' '):
            continue
        fields = line.split()
        word, first = fields[0], fields[-int(fields[2])]
        if word.isascii() and word.isalpha() and len(word) > 2 and kinds.get(first) in ('14', '18'):
            for form in (word, inflector.plural(word)):
                table.setdefault(form, [form])
    return [table[form] for form in sorted(table)]


def generate(folder, iso, wordnet, output):
    def put(name, comment, columns, table):
        write(output / f'{folder.name}-{name}.tsv', comment, columns, table)

    is_english = folder.name == 'en'
    inflector = Inflector(folder) if is_english else EndingInflector(folder)
    common = common_words(wordnet) if is_english else []
    letters = {word for word, _ in common}
    put('verb-forms', 'Inflected forms: b base, s third person, d past, n participle, g -ing.', ['phrase', 'lemma', 'form'],
        verb_forms(folder, common, inflector))
    put('event-nouns', 'Event nouns with their plurals.', ['phrase', 'singular', 'category', 'plover', 'tone', 'target', 'use'],
        plurals(rows(folder / 'nouns.tsv'), inflector))
    put('people-nouns', 'Nouns of people and bodies with their plurals.', ['phrase', 'singular'],
        plurals(rows(folder / 'role-nouns.tsv'), inflector))
    put('states', 'Names of states. iso-codes.', ['phrase', 'state'], states(folder, iso))
    if not is_english:
        return

    put('common-words', 'Words of the language with their classes, the more frequent first. WordNet.', ['phrase', 'classes'], common)
    put('subdivisions', 'Provinces and the like. iso-codes.', ['phrase'], subdivisions(iso, letters))
    put('party-nouns', 'Nouns of people and groups with their plurals. WordNet.', ['phrase'], parties(wordnet, inflector))
    found, given = gazetteer(wordnet, letters)
    put('gazetteer', 'Places and bodies. WordNet.', ['phrase', 'kind'], found)
    put('more-given-names', 'Given names of people in WordNet.', ['phrase'], given)


def main():
    iso, wordnet, output = map(Path, sys.argv[1:4])
    for needed in (iso / 'iso_3166-1.json', wordnet / 'data.noun'):
        if not needed.exists():
            sys.exit(f'{needed} is missing: install iso-codes and wordnet-base')
    for folder in sys.argv[4:]:
        generate(Path(folder), iso, wordnet, output)


if __name__ == '__main__':
    main()
