#!/usr/bin/env python3
"""coverage.py - which lines and branches the tests reached: coverage.py OBJECT-TREE [--missing FILE...]

Reads what a run of programs built with COV=1 left, by gcov's own JSON, folder by folder, and exits with 1 when a
folder is below its gate.  Generated tables don't count, nor a line that says why nothing gets there: "unreached:
REASON" in a comment.  A line or a branch in several objects (of a header) is reached when one of them reached it.
"""
import collections
import json
import pathlib
import subprocess
import sys

# Least per cent of lines and of branches: all of them of the record layer, dates, zones and numbers.
GATES = {'lib/record': (100, 100), 'lib/value/date': (100, 100), 'lib/value/zone': (100, 100),
         'lib/value/number': (100, 100), 'lib/value': (99, 95), 'all': (97, 90)}


def files_of(objects):
    lines, branches = collections.defaultdict(dict), collections.defaultdict(dict)
    notes = [str(p) for folder in ('lib', 'cmd') for p in sorted(pathlib.Path(objects, folder).rglob('*.gcno'))]
    for at in range(0, len(notes), 20):
        run = subprocess.run(['gcov', '--json-format', '--stdout', '--branch-probabilities', *notes[at:at + 20]],
                             capture_output=True, check=True, text=True)
        for unit in run.stdout.splitlines():
            for file in json.loads(unit)['files']:
                name = file['file']
                if not name.startswith(('lib/', 'cmd/')) or name.endswith('_table.c'):
                    continue
                for line in file['lines']:
                    n = line['line_number']
                    lines[name][n] = lines[name].get(n, 0) + line['count']
                    for i, branch in enumerate(line['branches']):
                        key = n, line.get('function_name'), i
                        branches[name][key] = branches[name].get(key, 0) + branch['count']
    excused = 0
    for name in lines:
        for n, text in enumerate(pathlib.Path(name).read_text(encoding='utf-8').splitlines(), 1):
            if 'unreached: ' in text:
                excused += 1
                lines[name].pop(n, 0)
                branches[name] = {key: c for key, c in branches[name].items() if key[0] != n}
    return lines, branches, excused


def share(counts):
    return 100 * sum(1 for c in counts if c) / len(counts) if counts else 100.0


def main():
    lines, branches, excused = files_of(sys.argv[1])
    bad = 0
    if sys.argv[2:3] == ['--missing']:
        for name in sys.argv[3:]:
            print(name, 'lines', sorted(n for n, c in lines[name].items() if not c))
            print(name, 'branches of', sorted({key[0] for key, c in branches[name].items() if not c and lines[name][key[0]]}))
        return 0
    for folder in sorted({str(pathlib.Path(name).parent) for name in lines} | set(GATES) - {'all'}) + ['']:
        inside = [name for name in lines if name.startswith(folder)]
        line = [c for name in inside for c in lines[name].values()]
        branch = [c for name in inside for c in branches[name].values()]
        gate = GATES.get(folder or 'all', (0, 0))
        low = share(line) < gate[0] or share(branch) < gate[1]
        bad |= low
        print(f"{folder or 'all':16} {share(line):6.1f} % of {len(line):6} lines {share(branch):6.1f} % of "
              f"{len(branch):6} branches{'   BELOW ITS GATE %g %g' % gate if low else ''}")
    print(f'{excused} lines say why they are not reached')
    return bad


if __name__ == '__main__':
    sys.exit(main())
