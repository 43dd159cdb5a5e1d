# SPDX-FileCopyrightText: The Leadup authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The verdicts of `leadup check --json` on a table of texts that parsers of JSON are known to disagree about.

It has a case for everything that RFC 8259 says yes or no to: arrays, objects, strings, numbers and structures, each
right, wrong, cut off, and where it is left to the reader. Whatever version of json-glib is installed, they are the same.
"""

import os
import subprocess
import sys
import tempfile

ACCEPTED = {
    'arrays': [
        b'[[]   ]', b'[""]', b'[]', b'["a"]', b'[false]', b'[null, 1, "1", {}]', b'[null]', b'[1\n]', b' [1]',
        b'[1,null,null,null,2]', b'[2] ', b'[\n]', b'[[[[]]]]',
    ],
    'numbers': [
        b'[123e65]', b'[0e+1]', b'[0e1]', b'[ 4]', b'[-0.' + b'0' * 77 + b'1]', b'[20e1]', b'[-0]', b'[-123]', b'[-1]',
        b'[1E22]', b'[1E-2]', b'[1E+2]', b'[123e45]', b'[123.456e78]', b'[1e-2]', b'[1e+2]', b'[123]', b'[123.456789]',
        b'[0]', b'[-0.0]', b'[0.1e-7]',
    ],
    'objects': [
        b'{"asd":"sdf", "dfg":"fgh"}', b'{"asd":"sdf"}', b'{"a":"b","a":"c"}', b'{"a":"b","a":"b"}', b'{}', b'{"":0}',
        b'{"foo\\u0000bar": 42}', b'{ "min": -1.0e+28, "max": 1.0e+28 }',
        b'{"x":[{"id": "' + b'x' * 40 + b'"}], "id": "' + b'x' * 40 + b'"}', b'{"a":[]}',
        b'{"title":"\\u041f\\u043e\\u043b\\u0442\\u043e\\u0440\\u0430" }', b'{\n"a": "b"\n}', b'{"a":{"b":{"c":{}}}}',
    ],
    'strings': [
        b'["\\u0060\\u012a\\u12AB"]', b'["\\uD801\\udc37"]', b'["\\ud83d\\ude39\\ud83d\\udc8d"]',
        b'["\\"\\\\\\/\\b\\f\\n\\r\\t"]', b'["\\\\u0000"]', b'["\\""]', b'["a/*b*/c/*d//e"]', b'["\\\\a"]', b'["\\\\n"]',
        b'["\\u0012"]', b'["\\uFFFF"]', b'["asd"]', b'[ "asd"]', b'["\\uDBFF\\uDFFF"]', b'["new\\u00A0line"]',
        b'["\xf4\x8f\xbf\xbf"]', b'["\xef\xbf\xbf"]', b'["\\u0000"]', b'["\\u002c"]', b'["\xcf\x80"]', b'["\xf0\x9b\xbf\xbf"]',
        b'["asd "]', b'" "', b'["\\uD834\\uDd1e"]', b'["\\u0821"]', b'["\\u0123"]', b'["\xe2\x80\xa8"]', b'["\xe2\x80\xa9"]',
        b'["\\u0061\\u30af\\u30EA\\u30b9"]', b'["new\\u000Aline"]', b'["\x7f"]', b'["\\uA66D"]', b'["\\u005C"]',
        b'["\xe2\x8d\x82\xe3\x88\xb4\xe2\x8d\x82"]', b'["\\uDBFF\\uDFFE"]', b'["\\uD83F\\uDFFE"]', b'["\\u200B"]',
        b'["\\u2064"]', b'["\\uFDD0"]', b'["\\uFFFE"]', b'["\\u0022"]', b'["\xe2\x82\xac\xf0\x9d\x84\x9e"]', b'["a\x7fa"]',
    ],
    'structures': [
        b'false', b'42', b'-0.1', b'null', b'"asd"', b'true', b'""', b'["a"]\n', b'[true]', b' [] ', b'\t\r\n[]\t\r\n',
        b'[' * 64 + b']' * 64,
    ],
}

REFUSED = {
    'arrays': [
        b'[1 true]', b'[a\xe5]', b'["": 1]', b'[""],', b'[,1]', b'[1,,2]', b'["x",,]', b'["x"]]', b'["",]', b'["x"', b'[x',
        b'[3[4]]', b'[\xff]', b'[1:2]', b'[,]', b'[-]', b'[   , ""]', b'["a",\n4\n,1,', b'[1,]', b'[1,,]', b'["\x0ba"\\f]',
        b'[*]', b'[""', b'[1,', b'[1,\n1\n,1', b'[{}',
    ],
    'words': [b'[fals]', b'[nul]', b'[tru]', b'[True]', b'[FALSE]', b'[Null]', b'[nulll]', b'[undefined]'],
    'numbers': [
        b'123\x00', b'[++1234]', b'[+1]', b'[+Inf]', b'[-01]', b'[-1.0.]', b'[-2.]', b'[-NaN]', b'[.-1]', b'[.2e-3]', b'[0.1.2]',
        b'[0.3e+]', b'[0.3e]', b'[0.e1]', b'[0E+]', b'[0E]', b'[0e+]', b'[0e]', b'[1.0e+]', b'[1.0e-]', b'[1.0e]', b'[1 000.0]',
        b'[1eE2]', b'[2.e+3]', b'[2.e-3]', b'[2.e3]', b'[9.e+]', b'[Inf]', b'[NaN]', b'[\xef\xbc\x91]', b'[1+2]', b'[0x1]',
        b'[0x42]', b'[Infinity]', b'[0e+-1]', b'[-123.123foo]', b'[123\xe5]', b'[1e1\xe5]', b'[0\xe5]', b'[-Infinity]',
        b'[-foo]', b'[- 1]', b'[-012]', b'[-.123]', b'[-1x]', b'[1ea]', b'[1e\xe5]', b'[1.]', b'[.123]', b'[1.2a-3]',
        b'[1.8011670033376514H-308]', b'[012]', b'[1_000]', b'[0o7]', b'[1,000.5.1]', b'[-]', b'-', b'[1e]', b'[0b10]',
    ],
    'objects': [
        b'["x", truth]', b'{[: "x"}\n', b'{"x", null}', b'{"x"::"b"}', b'{\xf0\x9f\x87\xa8\xf0\x9f\x87\xad}', b'{"a":"a" 123}',
        b'{key: \'value\'}', b'{"\xb9":"0",}', b'{"a" b}', b'{:"b"}', b'{"a" "b"}', b'{"a":', b'{"a"', b'{1:1}',
        b'{9999E9999:1}', b'{null:null,null:null}', b'{"id":0,,,,,}', b'{\'a\':0}', b'{"id":0,}', b'{"a":"b"}/**/',
        b'{"a":"b"}/**//', b'{"a":"b"}//', b'{"a":"b"}/', b'{"a":"b",,"c":"d"}', b'{a: "b"}', b'{"a":"a',
        b'{ "foo" : "bar", "a" }', b'{"a":"b"}#', b'{"a":1;"b":2}', b'{"a":}', b'{,"a":1}', b'{"a":1',
    ],
    'strings': [
        b' ', b'["\\uD800\\"]', b'["\\uD800\\u"]', b'["\\uD800\\u1"]', b'["\\uD800\\u1x"]', b'[\xc3\xa9]', b'["\\x00"]',
        b'["\\\\\\"]', b'["\\\t"]', b'["\\\xf0\x9f\x8c\x80"]', b'["\\"]', b'["\\u00A"]', b'["\\uD834\\uDd"]',
        b'["\\uD800\\uD800\\x"]', b'["\\u\xe5"]', b'["\\a"]', b'["\\uqqqq"]', b'["\\\xe5"]', b'[\\u0020"asd"]', b'[\\n]', b'"',
        b"['single quote']", b'abc', b'["\\', b'["a\x00a"]', b'["new\nline"]', b'["\t"]', b'"\\UA66D"', b'""x', b'["\x1f"]',
        b'["\\u{61}"]', b'["\\u 061"]', b'[`a`]',
    ],
    'structures': [
        b'[' * 100000, b'<.>', b'[<null>]', b'[1]x', b'[1]]', b'["asd]', b'a\xc3\xa5', b'1]', b'{"x": true,', b'[][]', b']',
        b'\xef\xbb{}', b'\xe5', b'[', b'', b'[\x00]', b'2@', b'{}}', b'{"":', b'{"a":/*comment*/"b"}', b'{"a": true} "x"',
        b"['", b'[,', b'[{"":' * 50000, b'[{', b'["a', b'["a"', b'{', b'{]', b'{,', b'{[', b'{"a', b"{'a'",
        b'["\\{["\\{["\\{["\\{', b'\xe9', b'*', b'{"a":"b"}#{}', b'[\xe2\x81\xa0]', b'[\\u000A""]', b'[1', b'[ false, nul',
        b'[ true, fals', b'[ false, tru', b'{"asd":"asd"', b'\xc3\xa5', b'\xef\xbb\xbf', b'[\x0c]', b'[\xc2\xa0]',
        b'\xef\xbb\xbf\xef\xbb\xbf[]', b'/* a */ []', b'[] // end', b'<a/>', b'[1] [2]', b'{"a":1}}', b'}', b',', b':',
    ],
}

# RFC 8259 leaves these to the reader; what counts is that nothing crashes or hangs, and that the verdict stays.
LEFT_TO_THE_READER = {
    'numbers': [
        (b'[123.456e-789]', True), (b'[0.4e006699999999999999999999999999999999999999]', False), (b'[-1e+9999]', False),
        (b'[1.5e+9999]', False), (b'[-123123e100000]', False), (b'[123123e100000]', False), (b'[123e-10000000]', True),
        (b'[-123123123123123123123123123123]', True), (b'[100000000000000000000]', True),
        (b'[-237462374673276894279832749832423479823246327846]', True),
    ],
    'strings': [
        (b'{"\\uDFAA":0}', False), (b'["\\uDADA"]', False), (b'["\\uD888\\u1234"]', False), (b'["\\uD800\\n"]', False),
        (b'["\\uDd1ea"]', False), (b'["\\uD800\\uD800\\n"]', False), (b'["\\ud800"]', False), (b'["\\ud800abc"]', False),
        (b'["\\uDd1e\\uD834"]', False), (b'["\\uDFAA"]', False), (b'\xff\xfe[\x00"\x00\xe9\x00"\x00]\x00', False),
        (b'["\xe6\x97\xa5\xd1\x88\xfa"]', False), (b'["\xed\xa0\x80"]', False), (b'["\xff"]', False),
        (b'["\xe9"]', False), (b'["\xf4\xbf\xbf\xbf"]', False), (b'["\x81"]', False), (b'["\xc0\xaf"]', False),
        (b'["\xfc\x83\xbf\xbf\xbf\xbf"]', False), (b'["\xfc\x80\x80\x80\x80\x80"]', False), (b'["\xe0\xff"]', False),
        (b'\x00[\x00"\x00\xe9\x00"\x00]', False), (b'[\x00"\x00\xe9\x00"\x00]\x00', False),
    ],
    'structures': [(b'[' * 500 + b']' * 500, False), (b'\xef\xbb\xbf{}', True)],
}


def table():
    """(group, number, text, verdict) of every case."""
    for group, texts in ACCEPTED.items():
        yield from ((f'what is right among {group}', text, True) for text in texts)
    for group, texts in REFUSED.items():
        yield from ((f'what is wrong among {group}', text, False) for text in texts)
    for group, cases in LEFT_TO_THE_READER.items():
        yield from ((f'what is left to the reader among {group}', text, verdict) for text, verdict in cases)


def write_all(folder):
    """Writes every case into a file and tells which: {path: (group, text, verdict)}."""
    cases = {}
    for number, case in enumerate(table()):
        path = os.path.join(folder, f'{number:03}.json')
        with open(path, 'wb') as file:
            file.write(case[1])
        cases[path] = case
    return cases


def check_all(cases):
    """The paths that the program refuses, all in one run."""
    result = subprocess.run([os.environ['LEADUP_PROGRAM'], 'check', '--json', *cases], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, timeout=60, check=False)
    if result.returncode != 1:
        print(f'Bail out! leadup check ended with {result.returncode}')
        sys.exit(1)
    lines = result.stderr.decode(errors='replace').splitlines()
    return {path for path in cases if any(path in line for line in lines)}


def main():
    with tempfile.TemporaryDirectory(prefix='leadup-json-') as folder:
        cases = write_all(folder)
        refused = check_all(cases)
    groups = {}
    for path, (group, text, verdict) in cases.items():
        wrong = groups.setdefault(group, [])
        if (path not in refused) != verdict:
            wrong.append(f'{"refused" if verdict else "accepted"}: {text[:60]!r}')
    print(f'1..{len(groups)}')
    for number, (group, wrong) in enumerate(groups.items(), 1):
        print(f'{"not ok" if wrong else "ok"} {number} {group} has the verdict of RFC 8259')
        for line in wrong:
            print(f'# {line}')
            print(line, file=sys.stderr)
    return 1 if any(groups.values()) else 0


if __name__ == '__main__':
    sys.exit(main())
