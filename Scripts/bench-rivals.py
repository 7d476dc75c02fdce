#!/usr/bin/env python3
"""Runs the program beside other tools that look for many terms in text, in one run, and prints ratios of medians.

usage: bench-rivals.py CORPUS_FOLDER PARALLAX [ROUNDS]     (`benchmarks` stands beside PARALLAX)

The folder holds corpus.jsonl and corpus.txt (the same articles), and for lex500 and lex5000, as far as there: .yaml (a lexicon), .txt (a term a line, a
trailing * for a prefix), .plain (terms without *) and .rx (regular expressions). `benchmarks corpus FOLDER` writes such a folder.

Seconds are user + system of a whole process, start and reading included; the rounds of all tools take turns, so that what else the machine does meets
all alike. "engine" reads the JSON lines and finds words, quotation marks and terms, each hit with its article and span; a rival's ratio is the engine's
speed by its own. Rivals do less still: none knows articles or quotations, and only wc counts words. A whole `parallax hits` tells passages apart, settles
repeats, finds names and writes. A rival that is not installed is left out and named.

A second table is of warm processes: seconds of passes over what is mapped already, the first pass of each process left out, so without start, reading and
what is made of the terms. Two threads do these anew in each pass, so they are held against one thread by whole processes."""
import itertools, os, shutil, statistics, subprocess, sys, tempfile, time

folder, program = sys.argv[1], os.path.abspath(sys.argv[2])
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
rivals_folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'Benchmarks', 'Rivals')
crates = '/usr/share/cargo/registry'
text, records = os.path.join(folder, 'corpus.txt'), os.path.join(folder, 'corpus.jsonl')
scratch = tempfile.mkdtemp(prefix='parallax-bench-')

def built_hyperscan():
    target = os.path.join(scratch, 'hyperscan')
    command = ['cc', '-O3', os.path.join(rivals_folder, 'hyperscan.c'), '-lhs', '-o', target]
    return target if subprocess.run(command, capture_output=True).returncode == 0 else None

def crate(name):
    found = sorted(n for n in os.listdir(crates) if n.startswith(name + '-')) if os.path.isdir(crates) else []
    return os.path.join(crates, found[-1]) if found else None

def built_aho_corasick():
    main, memchr = crate('aho-corasick'), crate('memchr')
    if not (main and memchr and shutil.which('cargo')): return None
    project = os.path.join(scratch, 'aho')
    os.makedirs(project + '/src')
    shutil.copy(os.path.join(rivals_folder, 'aho_corasick.rs'), project + '/src/main.rs')
    open(project + '/Cargo.toml', 'w').write(
        '[package]\nname = "rival"\nversion = "0.1.0"\nedition = "2021"\n'
        f'[dependencies]\naho-corasick = {{ path = "{main}" }}\n[patch.crates-io]\nmemchr = {{ path = "{memchr}" }}\n'
        '[profile.release]\nlto = true\n')
    command = ['cargo', 'build', '-q', '--offline', '--release']
    return project + '/target/release/rival' if subprocess.run(command, cwd=project, capture_output=True).returncode == 0 else None

def lexicon(name, kind):
    path = os.path.join(folder, f'{name}.{kind}')
    return path if os.path.exists(path) else None

def parallax(name, threads, voices='marks', command='hits'):
    return [program, command, records, '--lexicon', lexicon(name, 'yaml'), '--voices', voices, '--threads', str(threads), '-q']

def engine(name, threads, *settings):
    benchmarks = os.path.join(os.path.dirname(program), 'benchmarks')
    return [f'BENCH_LEXICON={lexicon(name, "yaml")}', *settings, benchmarks, 'scan', records, str(threads)]

hyperscan, aho, ripgrep = built_hyperscan(), built_aho_corasick(), shutil.which('rg')
for name, tool in (('Hyperscan (libhyperscan-dev)', hyperscan), ('aho-corasick (librust-aho-corasick-dev, cargo)', aho), ('ripgrep', ripgrep)):
    if not tool: print(f'left out, not installed: {name}')

def runs():
    """(name, lexicon, file read, command, bar) of all that can run here; bar: the ratio that the first line of its lexicon should reach."""
    yield 'wc -w', 'lex500', text, ['LC_ALL=C.UTF-8', 'wc', '-w', text], 4
    for name in ('lex500', 'lex5000'):
        if not lexicon(name, 'yaml'): continue
        yield 'engine', name, records, engine(name, 1), None
        if name == 'lex500': yield 'engine, 2 threads', name, records, engine(name, 2), None
        yield 'parallax hits', name, records, parallax(name, 1), None
        if name == 'lex500': yield 'parallax hits, 2 threads', name, records, parallax(name, 2), None
        if name == 'lex500': yield 'parallax hits, all voices', name, records, parallax(name, 1, 'full'), None
        if hyperscan: yield 'Hyperscan literals', name, text, [hyperscan, text, lexicon(name, 'txt')], 1.4 if name == 'lex500' else 2.8
        if aho: yield 'aho-corasick DFA', name, text, [aho, text, lexicon(name, 'txt')], 2.5 if name == 'lex500' else 2.8
        if ripgrep and name == 'lex500':
            flags = ['rg', '-j1', '-o', '-i', '-w', '-I', '-N', '--no-config']
            yield 'ripgrep -F', name, text, flags + ['-F', '-f', lexicon(name, 'plain'), text], 7
            yield 'ripgrep, regex', name, text, flags + ['-f', lexicon(name, 'rx'), text], 20

def split(command):
    """A command and its environment: settings stand before the program; they are set here, since env(1) would be timed too."""
    settings = list(itertools.takewhile(lambda word: '=' in word, command))
    return command[len(settings):], os.environ | dict(word.split('=', 1) for word in settings)

def seconds(command):
    """CPU and wall seconds of one run, and its peak of memory in MiB."""
    command, environment = split(command)
    start = time.monotonic()
    with open(os.devnull, 'w') as null:
        child = subprocess.Popen(command, env=environment, stdout=null, stderr=null)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024

table = list(runs())
measured = [[] for _ in table]
for _ in range(rounds):
    for row, (_, _, _, command, _) in enumerate(table): measured[row].append(seconds(command))
rates, walls = {}, {}
for (tool, name, path, _, _), values in zip(table, measured):
    megabytes = os.path.getsize(path) / 1e6
    rates[tool, name] = megabytes / statistics.median(v[0] for v in values)
    walls[tool, name] = statistics.median(v[1] for v in values)
print(f'{"tool":28} {"lexicon":8} {"MB/s CPU":>9} {"wall s":>7} {"peak MB":>8} {"engine /":>10} {"bar":>5}')
for (tool, name, _, _, bar), values in zip(table, measured):
    ratio = rates.get(('engine', name), 0) / rates[tool, name]
    verdict = '' if bar is None else f'{bar:5} {"reached" if ratio >= bar else "not reached"}'
    print(f'{tool:28} {name:8} {rates[tool, name]:9.1f} {walls[tool, name]:7.2f} {max(v[2] for v in values):8.0f} {ratio:10.2f} {verdict}')
for tool in ('engine', 'parallax hits'):
    one, two = walls.get((tool, 'lex500')), walls.get((tool + ', 2 threads', 'lex500'))
    if one and two: print(f'{tool}, two threads against one, wall: {one / two:.2f} (bar 1.9)')

passes = 4

def warm_runs():
    """(name, lexicon, file read, command that takes a number of passes, bar)"""
    for name in ('lex500', 'lex5000'):
        if not lexicon(name, 'yaml'): continue
        yield 'engine', name, records, engine(name, 1), None
        if name == 'lex500':
            for path in ('avx2', 'sse2'): yield f'engine, {path}', name, records, engine(name, 1, f'BENCH_PATH={path}'), None
        if hyperscan: yield 'Hyperscan literals', name, text, [hyperscan, text, lexicon(name, 'txt')], 1.4 if name == 'lex500' else 2.8
        if aho: yield 'aho-corasick DFA', name, text, [aho, text, lexicon(name, 'txt')], 2.5 if name == 'lex500' else 2.8

def warm_seconds(command):
    """CPU seconds of each pass but the first."""
    command, environment = split(command)
    printed = subprocess.run(command + [str(passes)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return [float(line.split()[1]) for line in printed.splitlines() if line.startswith('pass ')][1:]

table = list(warm_runs())
measured = [[] for _ in table]
for _ in range(rounds):
    for row, (_, _, _, command, _) in enumerate(table): measured[row] += warm_seconds(command)
warm = {(tool, name): os.path.getsize(path) / 1e6 / statistics.median(values) for (tool, name, path, _, _), values in zip(table, measured) if values}
print(f'\n{"in a warm process":28} {"lexicon":8} {"MB/s CPU":>9} {"engine /":>10} {"bar":>5}')
for tool, name, _, _, bar in table:
    if (tool, name) not in warm: continue
    ratio = warm.get(('engine', name), 0) / warm[tool, name]
    verdict = '' if bar is None else f'{bar:5} {"reached" if ratio >= bar else "not reached"}'
    print(f'{tool:28} {name:8} {warm[tool, name]:9.1f} {ratio:10.2f} {verdict}')
narrow, rival = warm.get(('engine, sse2', 'lex500')), warm.get(('Hyperscan literals', 'lex500'))
if narrow and rival: print(f'engine with SSE2 alone against Hyperscan, which uses what there is: {narrow / rival:.2f} (bar 0.95)')
shutil.rmtree(scratch)
