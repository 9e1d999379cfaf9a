#!/usr/bin/env python3
"""naughty.py - the Big List of Naughty Strings made into leads, and read back by other people's parsers.

	naughty.py cells STRINGS VOCABULARY    a CSV: in row i every text column holds string i
	naughty.py names STRINGS               a CSV whose column names are the strings
	naughty.py model STRINGS               a model whose rule and group names are the strings
	naughty.py same A B [COLUMN...]        does B (.csv .tsv .jsonl .json) hold the cells of A.csv?
	naughty.py trimmed A B                 the same of what lead-import cleans: blanks at ends go
	naughty.py excel A B                   the same of a CSV for spreadsheets: nothing in it is live
	naughty.py reasons MODEL FILE          score_reasons: an item a rule, named as the model names it
	naughty.py quiet FILE...               nothing a terminal would act on
	naughty.py page A COLUMN FILE...       HTML or SVG: no element but ours, and every string is there
	naughty.py tables FILE                 Markdown: every row has as many cells as the one above it
	naughty.py calendar A COLUMN FILE      iCalendar: every line at most 75 bytes, and every string is there
	naughty.py groups A COLUMN FILE [HIS]  CSV or JSON: in column COLUMN, there called HIS, are the strings

Says how many it looked at, or what is wrong, with status 1.  It uses nothing of ours: csv, json and
html.parser of Python, and expat.
"""
import csv
import html.parser
import io
import itertools
import json
import re
import sys
import unicodedata
import xml.parsers.expat

csv.field_size_limit(1 << 30)
BLANK = ''.join(map(chr, [*range(0x21), 0x7f, 0x85, 0xa0, 0x1680, *range(0x2000, 0x2010), 0x2028, 0x2029,
                          0x202f, 0x205f, 0x2060, 0x3000, 0xfeff, 0x180e, 0xad]))


def text_of(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()


def strings(path):
    return [line for line in text_of(path).split('\n') if line and not line.startswith('#')]


def rows(path):
    text = text_of(path).removeprefix('\ufeff')
    if path.endswith('.jsonl'):
        return [json.loads(line) for line in text.split('\n') if line]
    if path.endswith('.json'):
        return json.loads(text)
    reader = csv.reader(io.StringIO(text, newline=''), delimiter='\t' if path.endswith('.tsv') else ',')
    header = next(reader)
    # A report of several tables has a blank line between them; the first one is it.
    return [dict(zip(header, row, strict=True)) for row in itertools.takewhile(len, reader)]


def write(table):
    csv.writer(sys.stdout, lineterminator='\n').writerows(table)


def wrong(*what):
    print(*what)
    sys.exit(1)


def make_cells(source, vocabulary):
    names = re.findall(r'^LEAD_FIELD\(\w+, "(\w+)", VOCAB_TYPE_TEXT', text_of(vocabulary), re.M)
    columns = [*names, 'notes']
    write([[*columns, 'created_at']] + [[s] * len(columns) + ['2026-02-01'] for s in strings(source)])


def make_names(source):
    names = list(dict.fromkeys(strings(source)))
    write([['email', 'created_at', *names]] + [[f'{i}@x.example', '2026-02-01', *names] for i in range(3)])


def make_model(source):
    # A group has a name of its own, and so has a rule; columns end at NUL and bytes below U+0020 are refused.
    names = [s for s in dict.fromkeys(strings(source)) if s.strip(BLANK)]
    json.dump({'lead-model': 1, 'groups': [{'name': 'fit', 'rules': [
        {'name': name, 'when': 'created_at is known', 'points': 1} for name in names]}]}, sys.stdout)


def same(a, b, *columns):
    a, b = rows(a), rows(b)
    if len(a) != len(b):
        wrong(len(a), 'records became', len(b))
    columns = columns or a[0].keys()
    for i, (x, y) in enumerate(zip(a, b)):
        for name in columns:
            if x[name] != y[name]:
                wrong('record', i, ascii(name), ascii(x[name]), 'became', ascii(y.get(name)))
    print(len(a) * len(columns), 'cells')


def trimmed(a, b):
    a, b = rows(a), rows(b)
    if len(a) != len(b):
        wrong(len(a), 'records became', len(b))
    looked = 0
    for i, (x, y) in enumerate(zip(a, b)):
        for name, value in x.items():
            got = y[name] if name in y else y['original_' + name]
            # What stands for nothing among words, "null", is blanked where a word is wanted.
            nothing = name == 'stage' and got == '' and len(value) < 12
            if value.strip(BLANK) != got.strip(BLANK) and not nothing:
                wrong('record', i, name, ascii(value), 'became', ascii(got))
            looked += 1
    print(looked, 'cells')


def excel(a, b):
    a, b = rows(a), rows(b)
    for x, y in zip(a, b, strict=True):
        del x['grade']
        for name, value in x.items():
            got = y[name]
            if got not in (value, "'" + value):
                wrong(name, ascii(value), 'became', ascii(got))
            number = re.fullmatch(r'[+-]?[0-9]+([.,][0-9]+)?', got)
            if not number and got[:1] in tuple('=+-@\t\r\n\uff1d\uff0b\uff0d\uff20'):
                wrong('live:', ascii(got))
    print(len(a) * len(a[0]), 'cells')


def reasons(model, path):
    with open(model, encoding='utf-8') as file:
        want = [rule['name'] for rule in json.load(file)['groups'][0]['rules']]
    for row in rows(path):
        items = row['score_reasons']
        if isinstance(items, str):      # in a cell ; separates, behind an even number of backslashes; each is two there
            items = re.split(r'(?<!\\)((?:\\\\)*);', items)
            items = [a + b[::2] for a, b in itertools.zip_longest(items[::2], items[1::2], fillvalue='')]
            items = [re.sub(r'(\\+);', lambda m: m[1][::2][1:] + ';', item) for item in items]
        got = [item.rpartition(' ')[0] for item in items]
        if got != want:
            wrong(len(want), 'rules,', len(got), 'reasons:', [ascii(p) for p in zip(want, got) if p[0] != p[1]][:3])
    print(len(want), 'reasons')


def quiet(*paths):
    for path in paths:
        text = text_of(path)
        for c in text:
            # Controls but the line end, and marks that turn the direction or hide.
            if c != '\n' and (c < ' ' or '\x7f' <= c <= '\x9f' or '\u202a' <= c <= '\u202e' or
                              '\u2066' <= c <= '\u2069'):
                wrong(path, 'has', ascii(c))
    print(len(paths), 'quiet')


def squeezed(s):
    """What people see of it: controls, blanks, marks that do not show, and how reports spell those, taken out."""
    s = re.sub(r'\\x[0-9a-f]{2}|\\u\{[0-9a-f]+\}', '', s)
    return ''.join(c for c in s if unicodedata.category(c)[0] not in 'CZ')


class Page(html.parser.HTMLParser):
    TAGS = set('html head meta title style body h1 h2 h3 p table thead tbody tfoot tr th td span div time br caption '
               'svg g rect text path line polyline circle title details summary section nav ul li a small strong '
               'header footer main figure figcaption desc b em i code pre bdi'.split())
    NAMES = re.compile(r'^(?!on)[a-z][a-z0-9:-]*$', re.I)

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.tags = [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag not in self.TAGS:
            wrong('an element', tag)
        for name, value in attrs:
            if not self.NAMES.match(name) or name in ('src', 'srcset', 'formaction', 'background'):
                wrong('an attribute', ascii(name))
            if name in ('href', 'xlink:href') and not re.match(r'^(#|mailto:|tel:|https?:)', value or ''):
                wrong('a link to', ascii(value))

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        wrong('a comment', ascii(data))

    def unknown_decl(self, data):
        wrong('a declaration', ascii(data))


def page(a, column, *paths):
    want = {squeezed(r[column]) for r in rows(a)} if column else set()
    for path in paths:
        text = text_of(path)
        if text.startswith('<svg'):
            seen = []
            parser = xml.parsers.expat.ParserCreate()
            parser.StartElementHandler = lambda tag, attrs: (
                Page.handle_starttag(Page(), tag.lower(), list(attrs.items())))
            parser.CharacterDataHandler = seen.append
            parser.Parse(text, True)
            print('svg')
            continue
        parser = Page()
        parser.feed(text)
        parser.close()
        seen = squeezed(''.join(parser.text))
        # A long one is cut, and the cut is shown: its beginning must be there.
        lost = [s for s in want if s[:12] not in seen]
        if lost:
            wrong(path, 'lacks', len(lost), ascii(lost[:5]))
        print(len(want), 'strings')


def tables(path):
    looked = before = 0
    for line in text_of(path).split('\n'):
        cells = len(re.findall(r'(?<!\\)(?:\\\\)*\|', line)) if line.startswith('|') else 0
        if before and cells and cells != before:
            wrong(before, 'cells, then', cells, ascii(line))
        before = cells
        looked += cells > 0
    print(looked, 'rows')


def calendar(a, column, path):
    with open(path, 'rb') as file:
        data = file.read()
    lines = data.split(b'\r\n')
    if b'\n' in data.replace(b'\r\n', b'') or any(len(line) > 75 for line in lines):
        wrong('lines')
    unfolded = data.replace(b'\r\n ', b'').decode().split('\r\n')
    said = [re.sub(r'\\([\\;,nN])', lambda m: '\n' if m[1] in 'nN' else m[1], line.partition(':')[2])
            for line in unfolded if line.startswith('SUMMARY')]
    want = rows(a)
    if len(said) != len(want):
        wrong(len(want), 'leads,', len(said), 'to-dos')
    seen = squeezed('\n'.join(said))
    lost = [r[column] for r in want if squeezed(r[column])[:12] not in seen]
    if lost:
        wrong('lacks', len(lost), ascii(lost[:5]))
    print(len(said), 'to-dos')


def groups(a, column, path, his=None):
    """Reports say (unknown) for nothing, and blanks at the ends make no group."""
    got = rows(path)
    got = got['funnel'] if isinstance(got, dict) else got
    names = {row[his or column].strip(BLANK) for row in got} - {'(unknown)'}
    want = {r[column].strip(BLANK) for r in rows(a)}
    made_up, lost = names - want - {''}, want - names - {''}
    if made_up or lost:
        wrong('made up', ascii(sorted(made_up)[:5]), 'lost', ascii(sorted(lost)[:5]))
    print(len(names), 'groups')


if __name__ == '__main__':
    sys.stdout.reconfigure(newline='')
    {'cells': make_cells, 'names': make_names, 'model': make_model, 'same': same, 'trimmed': trimmed,
     'excel': excel, 'reasons': reasons, 'quiet': quiet, 'page': page, 'tables': tables, 'calendar': calendar,
     'groups': groups}[sys.argv[1]](*sys.argv[2:])
