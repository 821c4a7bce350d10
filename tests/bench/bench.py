# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Lanyard and what it is compared with, side by side, and prints what came of it. See build-aux/bench."""
import argparse
import contextlib
import json
import os
import pathlib
import statistics
import subprocess
import sys

import curve

BUILD = pathlib.Path('build')
BENCH = BUILD / 'tests' / 'bench'
PEER = ['node', 'tests/bench/peer.mjs']
PEER_BATCH = ['node', 'tests/bench/peer-batch.mjs']
BATCH = 1_000
OPENINGS = 20
SIZES = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000]


@contextlib.contextmanager
def sandbox(users, credentials, latency=0):
    """A workspace of this size on this machine, for programs that are started meanwhile."""
    command = [BUILD / 'src/sandbox/lanyard-sandbox', '--users', str(users), '--credentials', str(credentials),
               '--latency', str(latency), '0']
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        env = dict(process.stdout.readline().strip().split('=', 1) for _ in range(2))
        try:
            yield env
        finally:
            process.terminate()


def measure(*command, env=None):
    """Runs a program that prints lines of a name and a number."""
    result = subprocess.run(command, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, text=True, timeout=1800,
                            check=True)
    return {name: float(value) for name, value in (line.split() for line in result.stdout.splitlines())}


class Runs:
    """Programs that take turns, so that what else the machine does is shared out."""

    def __init__(self, n):
        self.n = n
        self.results = {}

    def take_turns(self, programs, env=None):
        for i in range(self.n):
            for name, command in programs.items():
                print(f'{name}, {i + 1} of {self.n}', file=sys.stderr)
                self.results.setdefault(name, []).append(measure(*command, env=env))

    def get(self, program, figure):
        return statistics.median(result[figure] for result in self.results[program])


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, unit, value, goal=None, peer=None, ratio_goal=None):
        ratio = value / peer if peer else None
        reached = (goal is None or value <= goal) and (ratio_goal is None or ratio <= ratio_goal)
        self.rows.append({'what': what, 'unit': unit, 'value': value, 'goal': goal, 'peer': peer, 'ratio': ratio,
                          'ratio_goal': ratio_goal,
                          'reached': None if goal is None and ratio_goal is None else reached})

    def print(self):
        print(f'{"":58} {"Lanyard":>9} {"other":>9} {"ratio":>6}  goal')
        for row in self.rows:
            peer = '' if row['peer'] is None else f'{row["peer"]:.1f}'
            ratio = '' if row['ratio'] is None else f'{row["ratio"]:.2f}'
            goals = [f'≤ {row["goal"]:g}' if row['goal'] is not None else '',
                     f'≤ {row["ratio_goal"]:g} ×' if row['ratio_goal'] is not None else '']
            sign = {None: '', True: '✓', False: '✗'}[row['reached']]
            what = f'{row["what"]}, {row["unit"]}' if row['unit'] else row['what']
            print(f'{what:58} {row["value"]:9.1f} {peer:>9} {ratio:>6}  {" ".join(filter(None, goals)):14} {sign}')


def bench_start(table, n):
    runs = Runs(n)
    runs.take_turns({'empty': [BENCH / 'bench-until-window', BENCH / 'bench-empty-window'],
                     'lanyard': [BENCH / 'bench-until-window', BUILD / 'src/lanyard', '--demo'],
                     'demo': [BENCH / 'bench-window', '--until-loaded', '--demo']})
    table.add('exec to window', 'ms', runs.get('lanyard', 'window'), peer=runs.get('empty', 'window'), ratio_goal=1.3)
    table.add('resident with the demo open', 'MB', runs.get('lanyard', 'resident'), peer=runs.get('empty', 'resident'))
    table.add('longest stall while the demo loads', 'ms', runs.get('demo', 'load_stall_max'), goal=50)
    return runs.results


def add_stalls(table, runs, figure, what):
    table.add(f'longest stall {what}', 'ms', runs.get('lanyard', f'{figure}_stall_max'), goal=32)
    table.add('  of that, work of the main thread', 'ms', runs.get('lanyard', f'{figure}_work_max'))
    table.add('  99th percentile of stalls', 'ms', runs.get('lanyard', f'{figure}_stall_p99'), goal=8)
    table.add('  what 99 of 100 events wait at most', 'ms', runs.get('lanyard', f'{figure}_wait_p99'))


def bench_large(table, n, rows):
    runs = Runs(n)
    with sandbox(rows, rows) as env:
        runs.take_turns({'peer': PEER, 'lanyard': [BENCH / 'bench-window']}, env)
    table.add(f'load {rows:,} users and credentials, window open', 'ms', runs.get('lanyard', 'load'),
              peer=runs.get('peer', 'load'), ratio_goal=1.0)
    add_stalls(table, runs, 'load', 'while loading')
    add_stalls(table, runs, 'type', 'while typing a search')
    table.add('a key until its rows are on screen, median', 'ms', runs.get('lanyard', 'key_median'), goal=16)
    table.add('  at most', 'ms', runs.get('lanyard', 'key_max'), goal=32)
    table.add('a scanned number until its card is on screen, median', 'ms', runs.get('lanyard', 'scan_median'), goal=32)
    table.add('  at most', 'ms', runs.get('lanyard', 'scan_max'))
    table.add('longest frame while dragging the scroll bar', 'ms', runs.get('lanyard', 'frame_max'), goal=32)
    table.add('  median', 'ms', runs.get('lanyard', 'frame_median'))
    table.add('  most work of the main thread in one', 'ms', runs.get('lanyard', 'scroll_work_max'))
    table.add('memory that the rows add', 'MB', runs.get('lanyard', 'memory'), goal=180,
              peer=runs.get('peer', 'memory'))
    table.add('  a row', 'kB', runs.get('lanyard', 'memory') * 1000 / (2 * rows), goal=0.9)
    table.add('refresh with nothing changed', 'ms', runs.get('lanyard', 'refresh'))
    table.add('  changes that the lists tell', '', runs.get('lanyard', 'refresh_changes'), goal=0)
    table.add('  by how much the list moves', 'px', runs.get('lanyard', 'refresh_moved'), goal=0)
    add_stalls(table, runs, 'refresh', 'while refreshing')
    table.add('rows that the lists tell of when 50 users were renamed', '', runs.get('lanyard', 'changes_touched'), goal=100)
    add_stalls(table, runs, 'changes', 'while refreshing these')
    return runs.results


def bench_keys(table, n):
    runs = Runs(n)
    runs.take_turns({'keys': [BENCH / 'bench-keys']})
    for what in ('user', 'card'):
        table.add(f'keys of 100,000 {what}s, processor time', 'ms', runs.get('keys', f'{what}_keys'))
        table.add('  a row', 'bytes', runs.get('keys', f'{what}_key_bytes'))
    for what, whom in ('user', 'users'), ('card', 'cards that somebody has'):
        table.add(f'a key of a search through 100,000 {whom}, processor time, median', 'ms',
                  runs.get('keys', f'{what}_search_median'))
        table.add('  at most', 'ms', runs.get('keys', f'{what}_search_max'))
    runs.take_turns({'choose': [BENCH / 'bench-choose']})
    table.add('choosing all of 100,000, median', 'ms', runs.get('choose', 'choose_median'), goal=16)
    table.add('  at most', 'ms', runs.get('choose', 'choose_max'))
    table.add('  longest turn of the main loop after that, median', 'ms', runs.get('choose', 'choose_turn_median'), goal=16)
    table.add('letting them go again, median', 'ms', runs.get('choose', 'let_go_median'), goal=16)
    table.add('card of a number among 100,000, median', 'ms', runs.get('keys', 'look_median'))
    table.add('  at most', 'ms', runs.get('keys', 'look_max'), goal=16)
    return runs.results


def bench_parse(table, n):
    runs = Runs(n)
    runs.take_turns({'parse': [BENCH / 'bench-parse']})
    table.add('500 credentials by the reader of lists, processor time', 'ms', runs.get('parse', 'reader_median'))
    table.add('  by json-glib, as single records are read', 'ms', runs.get('parse', 'json_records_median'))
    table.add('  by the parser of json-glib alone, without records', 'ms', runs.get('parse', 'json_parser_median'))
    return runs.results


def bench_sheets(table, n):
    runs = Runs(n)
    runs.take_turns({'sheets': [BENCH / 'bench-sheets']})
    table.add('100,000 rows of a sheet against 100,000 users and cards', 'ms', runs.get('sheets', 'sheet_all'), goal=2000)
    table.add('  processor time', 'ms', runs.get('sheets', 'sheet_processor'))
    table.add('  to read the sheet', 'ms', runs.get('sheets', 'sheet_read'))
    table.add('  to take down who and what there is', 'ms', runs.get('sheets', 'sheet_taken'))
    table.add('  to match the rows', 'ms', runs.get('sheets', 'sheet_matched'))
    table.add('  longest stall of the main loop meanwhile', 'ms', runs.get('sheets', 'sheet_stall_max'), goal=32)
    return runs.results


def bench_latency(table, n, rows):
    runs = Runs(n)
    with sandbox(rows, rows, latency=50) as env:
        runs.take_turns({'peer': PEER, 'lanyard': [BENCH / 'bench-window', '--until-loaded']}, env)
    table.add('load it at 50 ms a request, three access systems', 'ms', runs.get('lanyard', 'load'),
              peer=runs.get('peer', 'load'), ratio_goal=0.4)
    return runs.results


def bench_batch(table, n):
    """Each run has a workspace of its own: what was assigned is so."""
    runs = Runs(1)
    for _ in range(n):
        for name, command in {'peer': PEER_BATCH, 'lanyard': [BENCH / 'bench-batch']}.items():
            with sandbox(BATCH, 6 * BATCH, latency=50) as env:
                runs.take_turns({name: [*command, str(BATCH)]}, env)
    for name, results in runs.results.items():
        assert all(result['changes'] == result.get('done', BATCH) == BATCH for result in results), (name, results)
    table.add(f'a batch of {BATCH:,} at 50 ms a request, three access systems', 'ms', runs.get('lanyard', 'batch'),
              peer=runs.get('peer', 'batch'), ratio_goal=0.35)
    add_stalls(table, runs, 'batch', 'while it runs')
    return runs.results


def bench_openings(table, rows):
    with sandbox(rows, rows) as env:
        result = measure(BENCH / 'bench-load', str(OPENINGS), env=env)
    table.add(f'resident when closed, {OPENINGS}th time against the first', 'MB', result['closed_last'],
              peer=result['closed_first'], ratio_goal=1.1)
    return result


def bench_curve(table, n, path):
    """Users and credentials half and half; the same number of runs for each size, in turns."""
    points = []
    results = {}
    for rows in SIZES:
        runs = Runs(n)
        with sandbox(rows // 2, rows // 2) as env:
            runs.take_turns({f'{rows:,} rows': [BENCH / 'bench-load']}, env)
        results.update(runs.results)
        points.append({'rows': rows, 'ms': runs.get(f'{rows:,} rows', 'load'),
                       'megabytes': runs.get(f'{rows:,} rows', 'memory')})
    path.write_text(curve.draw(points), encoding='utf-8')
    by_rows = {point['rows']: point for point in points}
    for figure, name in (('ms', 'time'), ('megabytes', 'memory')):
        few = by_rows[10_000][figure] / 10_000
        many = by_rows[1_000_000][figure] / 1_000_000
        unit = 'µs' if figure == 'ms' else 'kB'
        table.add(f'{name} a row, 1,000,000 against 10,000 rows', unit, many * 1000, peer=few * 1000, ratio_goal=1.2)
    return {'points': points, 'runs': results}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--runs', type=int, default=5, help='how often each program runs (5)')
    parser.add_argument('--rows', type=int, default=100_000, help='users, and as many credentials (100,000)')
    parser.add_argument('--only', action='append', choices=['start', 'keys', 'parse', 'sheets', 'large', 'latency', 'batch',
                                                               'openings', 'curve'],
                        help='measure just this; may be given more than once')
    parser.add_argument('--output', type=pathlib.Path, default=BUILD / 'bench', help='where to leave the figures')
    options = parser.parse_args()
    parts = options.only or ['start', 'keys', 'parse', 'sheets', 'large', 'latency', 'batch', 'openings', 'curve']
    options.output.mkdir(parents=True, exist_ok=True)

    table = Table()
    results = {}
    if 'start' in parts:
        results['start'] = bench_start(table, options.runs)
    if 'keys' in parts:
        results['keys'] = bench_keys(table, options.runs)
    if 'parse' in parts:
        results['parse'] = bench_parse(table, options.runs)
    if 'sheets' in parts:
        results['sheets'] = bench_sheets(table, options.runs)
    if 'large' in parts:
        results['large'] = bench_large(table, options.runs, options.rows)
    if 'latency' in parts:
        results['latency'] = bench_latency(table, options.runs, options.rows)
    if 'batch' in parts:
        results['batch'] = bench_batch(table, options.runs)
    if 'openings' in parts:
        results['openings'] = bench_openings(table, options.rows)
    if 'curve' in parts:
        results['curve'] = bench_curve(table, options.runs, options.output / 'curve.svg')

    load = os.getloadavg()
    table.print()
    print(f'Medians of {options.runs} runs on {os.cpu_count()} processors; load at the end {load[0]:.1f}.')
    figures = {'runs': options.runs, 'rows': options.rows, 'processors': os.cpu_count(), 'load': load,
               'table': table.rows, 'results': results}
    (options.output / 'figures.json').write_text(json.dumps(figures, indent=1), encoding='utf-8')


if __name__ == '__main__':
    main()
