#!/usr/bin/env python3
"""mutate.py - would the tests notice?  mutate.py [--list] [FILE...]

Changes one thing in a source of lib/record or lib/value (or in FILE...), compiles that file, links the library again
into a folder of the mutant's own, and runs the tests that reach the changed line, fastest first, until one fails:
units, laws, replays of corpora, and some fast transcripts.  A mutant that no test notices survives.  Exit status 1
when fewer than GATE per cent are killed.

The environment: MUTANTS, how many are tried (all of them: 0), drawn by SEED; JOBS at once.

Wanted: build/mutate (make MUTATE=1 tests), whose programs find liblead.so by LD_LIBRARY_PATH, and build/cov
(make COV=1 tests), which tells what each test reaches; that is remembered in build/mutate/reach.
"""
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

GATE = 80
MUTANTS = int(os.environ.get('MUTANTS') or 400)
SEED = int(os.environ.get('SEED') or 1)
JOBS = int(os.environ.get('JOBS') or os.cpu_count())
SLOW = 6                # seconds of the processor: a test that takes longer is left out
TRANSCRIPTS = ('due empty formats funnel_money import import_mapping import_quality inputs json naughty options refusals '
               'rejects score streams summary terminal time').split()
PATIENCE = 4            # seconds of the processor, and five times what the test takes otherwise
HANGS = 30              # times that by the clock: others may keep the machine busy

TOKEN = re.compile(r'''(?P<skip>//[^\n]*|/\*.*?\*/|^[ \t]*\#(?:\\\n|[^\n])*|"(?:\\.|[^"\\])*"|\s+)
    |(?P<char>'(?:\\.|[^'\\])+')
    |(?P<number>0[xX][0-9a-fA-F]+\w*|\d+\.\d+\w*|\d\w*)
    |(?P<word>[A-Za-z_]\w*)
    |(?P<operator><<=|>>=|->|\+\+|--|&&|\|\||<=|>=|==|!=|<<|>>|[-+*/%&|^]=|.)''', re.S | re.M | re.X)

SWAPPED = {'<': ('<=', '>='), '<=': ('<', '>'), '>': ('>=', '<='), '>=': ('>', '<'), '==': ('!=',), '!=': ('==',),
           '&&': ('||',), '||': ('&&',), '+': ('-',), '-': ('+',), '*': ('/',), '/': ('*',), '%': ('*',), '&': ('|',),
           '|': ('&',), '^': ('|',), '<<': ('>>',), '>>': ('<<',), '+=': ('-=',), '-=': ('+=',), '*=': ('/=',),
           '|=': ('&=',), '&=': ('|=',), '++': ('--',), '--': ('++',)}
NOT_STATEMENTS = {'return', 'if', 'else', 'for', 'while', 'do', 'switch', 'case', 'default', 'goto', 'struct', 'static',
                  'const', 'enum', 'union', 'unsigned', 'char', 'int', 'long', 'double', 'bool', 'size_t', 'va_list'}

Mutant = collections.namedtuple('Mutant', 'path line kind old new start end')


def tokens_of(text):
    return [m for m in TOKEN.finditer(text) if m.lastgroup != 'skip']


def closing(tokens, i):
    """The index of the parenthesis that closes the one at i."""
    depth = 0
    for j in range(i, len(tokens)):
        depth += {'(': 1, ')': -1}.get(tokens[j].group(), 0)
        if depth == 0:
            return j
    return i


def mutants_of(path):
    text = pathlib.Path(path).read_text(encoding='utf-8')
    tokens, found, inside, depth = tokens_of(text), [], False, 0

    def add(kind, start, end, new):
        found.append(Mutant(path, text.count('\n', 0, start) + 1, kind, text[start:end], new, start, end))

    for i, token in enumerate(tokens):
        word, kind = token.group(), token.lastgroup
        before = tokens[i - 1].group() if i else ''
        column = token.start() - text.rfind('\n', 0, token.start()) - 1
        depth += {'(': 1, ')': -1}.get(word, 0)
        if column == 0 and word in '{}':
            inside = word == '{'
        if word in SWAPPED:
            # Binary by its blanks; the rest points, negates or takes an address.
            if word in '+-*&' and not (text[token.end()].isspace() and text[token.start() - 1].isspace()):
                continue
            for new in SWAPPED[word]:
                add('operator', *token.span(), new)
        elif kind in ('number', 'char') and '.' not in word and before != 'case':
            add('constant', *token.span(), f"({word} {'+-'[token.start() % 2]} 1)")
        elif word in ('if', 'while') and inside:
            end = closing(tokens, i + 1)
            condition = text[tokens[i + 1].end():tokens[end].start()]
            add('negated', tokens[i + 1].end(), tokens[end].start(), f'!({condition})')
        elif inside and depth == (word == '(') and kind in ('word', 'operator') and (before in ('{', '}', ';', 'else', ':') or
                (before == ')' and text[token.start() - 1] in '\t ' and '\n' in text[tokens[i - 1].end():token.start()])):
            following = [t.group() for t in tokens[i + 1:i + 3]]
            declares = following[0][0].isalpha() or following[0] == '*' and text[tokens[i + 1].end()] != ' '
            if kind == 'operator' and word not in ('*', '++', '--', '(') or word in NOT_STATEMENTS or declares:
                continue
            end = text.index(';', token.start())
            if '{' not in text[token.start():end]:
                add('deleted', token.start(), end, '')
    return found


class Build:
    """How make compiles a file and links the library, to be done elsewhere with another text."""

    def __init__(self):
        say = subprocess.run(['make', '-n', 'MUTATE=1', '-W', 'lib/value/number.c', 'build/mutate/liblead.so'],
                             capture_output=True, text=True, check=True).stdout.replace('\\\n', ' ')
        lines = [shlex.split(line) for line in say.splitlines()]
        self.compiler = next(line for line in lines if '-c' in line)
        self.linker = next(line for line in lines if 'build/mutate/liblead.so' in line and '-shared' in line)

    def make(self, mutant, text, folder):
        source, obj = folder / pathlib.Path(mutant.path).name, folder / 'mutant.o'
        source.write_text(text, encoding='utf-8')
        compile_it = [w for w in self.compiler if w not in ('-MMD', '-MP', '-Werror')]
        compile_it[compile_it.index('-o') + 1] = str(obj)
        compile_it[-1] = str(source)
        link_it = [str(obj) if w == f'build/mutate/{mutant.path[:-2]}.o' else w for w in self.linker]
        link_it[link_it.index('-o') + 1] = str(folder / 'liblead.so')
        env = dict(os.environ, CCACHE_DISABLE='1')
        return all(subprocess.run(c + ['-w'], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  check=False).returncode == 0 for c in (compile_it, link_it))


def limit(seconds):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    resource.setrlimit(resource.RLIMIT_FSIZE, (256 << 20, 256 << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(test, tree, seconds, **more):
    """The exit status of a test with programs of `tree`, and its seconds of the processor, of which none of its
    processes may take more than `seconds`; the status is None when one wanted to, or waits for nothing."""
    command = [w.replace('TREE', tree) for w in test.split()]
    with tempfile.TemporaryDirectory() as scratch:
        env = dict(os.environ, TMPDIR=scratch, **more)
        with subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, start_new_session=True,
                              preexec_fn=lambda: limit(int(seconds))) as process:
            try:
                end = time.monotonic() + HANGS * seconds
                while time.monotonic() < end:
                    ended, status, usage = os.wait4(process.pid, os.WNOHANG)
                    if ended:
                        process.returncode = os.waitstatus_to_exitcode(status)
                        late = process.returncode == -signal.SIGXCPU
                        return None if late else process.returncode, usage.ru_utime + usage.ru_stime
                    time.sleep(0.005)
                return None, seconds
            finally:
                try:
                    os.killpg(process.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass


def tests():
    found = [f'TREE/unit/{p.stem}' for p in sorted(pathlib.Path('tests/unit').glob('*_test.c'))]
    found += [f'TREE/prop/{p.stem}' for p in sorted(pathlib.Path('tests/prop').glob('*_law.c'))]
    found += [f'TREE/fuzz/{p.stem} tests/fuzz/corpus/{p.stem[:-5]}' for p in sorted(pathlib.Path('tests/fuzz').glob('*_fuzz.c'))
              if pathlib.Path('tests/fuzz/corpus', p.stem[:-5]).is_dir()]
    return found + [f'tests/run.sh TREE/bin tests/cli/{name}.t' for name in TRANSCRIPTS]


def digest(*paths):
    h = hashlib.sha256()
    for path in paths:
        h.update(pathlib.Path(path).read_bytes())
    return h.hexdigest()[:20]


def reached_by(test, sources):
    """What a test reaches: {file: [lines]}, and the seconds it takes; None when it fails before anything was changed."""
    with tempfile.TemporaryDirectory() as scratch:
        bad, took = run(test, 'build/mutate', 120, LD_LIBRARY_PATH=os.path.abspath('build/mutate'))
        if bad != 0 or took > SLOW:
            return {'bad': bad, 'took': took, 'lines': {}}
        run(test, 'build/cov', 600, GCOV_PREFIX=scratch)
        tree = pathlib.Path(scratch + os.path.abspath('build/cov'))
        notes = []
        for path in sources:
            note = tree / (path[:-2] + '.gcno')
            if note.with_suffix('.gcda').exists():
                shutil.copy('build/cov/' + path[:-2] + '.gcno', note)
                notes.append(str(note))
        lines = {}
        if notes:
            said = subprocess.run(['gcov', '--json-format', '--stdout', *notes], capture_output=True, text=True, check=True)
            for unit in said.stdout.splitlines():
                for file in json.loads(unit)['files']:
                    if file['file'] in sources:
                        lines[file['file']] = [[r['line_number'], bool(r['count'])] for r in file['lines']]
        return {'bad': 0, 'took': took, 'lines': lines}


def reach(sources):
    memory = pathlib.Path('build/mutate/reach')
    memory.mkdir(exist_ok=True)
    text = digest(*sources)

    def one(test):
        program = next(w for w in reversed(test.split()) if 'TREE' in w or w.endswith('.t'))
        at = memory / (re.sub(r'\W+', '_', test) + '.' + text[:8] + digest(program.replace('TREE', 'build/mutate')) + '.json')
        if not at.exists():
            at.write_text(json.dumps(reached_by(test, sources)))
        return test, json.loads(at.read_text())

    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        return dict(pool.map(one, tests()))


def who_reaches(reached, mutant):
    """The tests that reach a mutant, fastest first; those of the file when the line is no code."""
    hit = []
    for test, r in reached.items():
        counts = dict(r['lines'].get(mutant.path, ()))
        line = max((n for n in counts if n <= mutant.line), default=None)
        if line is not None and mutant.line - line > 4:
            line = None
        if counts.get(line) if line is not None else any(counts.values()):
            hit.append(test)
    return sorted(hit, key=lambda t: reached[t]['took'])


def attempt(mutant, build, reached):
    text = pathlib.Path(mutant.path).read_text(encoding='utf-8')
    with tempfile.TemporaryDirectory(dir='build/mutate') as folder:
        folder = pathlib.Path(os.path.abspath(folder))
        if not build.make(mutant, text[:mutant.start] + mutant.new + text[mutant.end:], folder):
            return 'uncompilable', ''
        if digest(folder / 'mutant.o') == digest_of_original(build, mutant, text):
            return 'same', ''
        tried = who_reaches(reached, mutant)
        for test in tried:
            status, _ = run(test, 'build/mutate', PATIENCE + 5 * reached[test]['took'], LD_LIBRARY_PATH=str(folder))
            if status not in (0, 77):
                return 'killed', f"{test.split()[-1]}{' (too slow)' if status is None else ''}"
        return 'survived', f'{len(tried)} tests'


ORIGINALS = {}


def digest_of_original(build, mutant, text):
    """The object file of the text as it is: a mutant that compiles to the same is none."""
    if mutant.path not in ORIGINALS:
        with tempfile.TemporaryDirectory(dir='build/mutate') as folder:
            folder = pathlib.Path(os.path.abspath(folder))
            build.make(mutant, text, folder)
            ORIGINALS[mutant.path] = digest(folder / 'mutant.o')
    return ORIGINALS[mutant.path]


def main():
    names = [a for a in sys.argv[1:] if not a.startswith('--')]
    sources = sorted(str(p) for room in ('record', 'value') for p in pathlib.Path('lib', room).glob('*.c')
                     if not p.name.endswith('_table.c'))
    mutants = [m for path in names or sources for m in mutants_of(path)]
    if MUTANTS and MUTANTS < len(mutants):
        mutants = sorted(random.Random(SEED).sample(mutants, MUTANTS))
    if '--list' in sys.argv:
        for m in mutants:
            print(f'{m.path}:{m.line}: {m.kind}: {m.old!r} -> {m.new!r}')
        return 0
    build, reached = Build(), reach(sources)
    for test, r in reached.items():
        if r['bad'] not in (0, 77):
            print(f'left out, it fails as things are: {test}')
    count = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        for mutant, (fate, how) in zip(mutants, pool.map(lambda m: attempt(m, build, reached), mutants)):
            count[fate] += 1
            if fate == 'survived' or '--verbose' in sys.argv:
                print(f'{mutant.path}:{mutant.line}: {mutant.kind}: {" ".join(mutant.old.split())} -> '
                      f'{" ".join(mutant.new.split()) or "nothing"}: {fate}, {how}', flush=True)
    score = 100 * count['killed'] / max(1, count['killed'] + count['survived'])
    print(f"{count['killed']} killed, {count['survived']} survived, {count['uncompilable']} do not compile, "
          f"{count['same']} compile to the same: {score:.1f} % (seed {SEED}, of {len(mutants)} tried)")
    return score < GATE


if __name__ == '__main__':
    sys.exit(main())
