#!/usr/bin/env python3
"""csvkit.py - every odd CSV file of a folder as lead-score passes it, against Python's csv module.

	csvkit.py FOLDER

The character set is told to both; the delimiter lead-score finds by itself.  A row with as many cells as the
header and no NUL must come out with the same text; the others, and only those, must be among the rejects.
Prints, for every file, where the two differ, and at last how many files, rows and cells agree.
"""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

csv.field_size_limit(1 << 30)
SEMICOLONS = ('sniff_limit.csv',)        # the only one that commas do not separate


def character_set(data):
    if data[:2] in (b'\xff\xfe', b'\xfe\xff'):
        return 'utf-16', 'UTF-16'
    try:
        data.decode()
    except UnicodeDecodeError:
        return 'latin-1', 'ISO-8859-1'
    return 'utf-8-sig', 'UTF-8'


def theirs(path, delimiter):
    data = path.read_bytes()
    text = data.decode(character_set(data)[0])
    return [row for row in csv.reader(io.StringIO(text, newline=''), delimiter=delimiter) if row]


def ours(path, folder):
    model, rejects, summary = (pathlib.Path(folder, name) for name in ('m.json', 'rejects', 'summary'))
    model.write_text('{ "lead-model": 1 }')
    data = path.read_bytes()
    run = subprocess.run(['lead-score', '-q', '-m', model, '-c', '-score', '-F', 'csv', '-T', 'jsonl', '--encoding',
                          character_set(data)[1], '--rejects', rejects, f'--summary={summary}', path],
                         capture_output=True, check=False)
    if run.returncode:
        return None, run.stderr.decode().strip()
    rows = [list(json.loads(line, object_pairs_hook=lambda pairs: [v for _, v in pairs]))
            for line in run.stdout.decode().split('\n') if line]
    return rows, json.loads(summary.read_text())


def main():
    files = rows = cells = rejected = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(pathlib.Path(sys.argv[1]).glob('*.csv')):
            delimiter = ';' if path.name in SEMICOLONS else ','
            want, (got, totals) = theirs(path, delimiter), ours(path, folder)
            if got is None:
                print(f'{path.name}: {totals}')
                continue
            header, body = (want[0], want[1:]) if want else ([], [])
            whole = [row for row in body if len(row) == len(header) and '\0' not in ''.join(row)]
            if got != whole:
                print(f'{path.name}: {len(whole)} rows of {len(header)} cells, lead-score has {len(got)}')
                for x, y in zip(whole, got):
                    if x != y:
                        print('   ', ascii(x), ascii(y))
                        break
            elif totals['rejected'] != len(body) - len(whole):
                print(f"{path.name}: {len(body) - len(whole)} odd rows, {totals['rejected']} rejects")
            else:
                files += 1
                rows += len(got)
                cells += sum(map(len, got))
                rejected += totals['rejected']
    print(f'{files} files, {rows} rows, {cells} cells agree; {rejected} rows refused')


if __name__ == '__main__':
    main()
