import { parseArgs } from 'node:util';
import { benchBrowser } from './bench/bench-browser.mts';
import { benchChange } from './bench/bench-change.mts';
import { benchChecking } from './bench/bench-checking.mts';
import { benchDueDay } from './bench/bench-due-day.mts';
import { benchEmissions } from './bench/bench-emissions.mts';
import { benchExport } from './bench/bench-export.mts';
import { benchImport } from './bench/bench-import.mts';
import { benchInsight } from './bench/bench-insight.mts';
import { benchKillDrill } from './bench/bench-kill-drill.mts';
import { benchMatching } from './bench/bench-matching.mts';
import { benchMove } from './bench/bench-move.mts';
import { benchPoolerDrill } from './bench/bench-pooler-drill.mts';
import { benchCheck, benchScan } from './bench/bench-reading.mts';
import { benchSpend } from './bench/bench-spend.mts';
import { benchStoreDrill } from './bench/bench-store-drill.mts';
import type { Ratio } from './bench/measure.mts';
import { machine } from './bench/measure.mts';

// Benchmarks as ratios of two things measured in one run on one machine, so that fast and slow machines give comparable
// results. JSON is on the last line.
// Usage: npm run bench -- [scan] [check] [import] [spend] [browser] [checking] [matching] [emissions] [change]
// [insight] [export] [--lines 1000000] [--runs 5]. Without a name, all of them run.
// insight --lines 10000000 --copies 40 matches a fortieth of the lines and copies them in the database.
// The drills only run by name: due-day [--suppliers 200] [--seconds 120], kill-drill [--kills 20] [--seed 1],
// pooler-drill [--mode session] [--seconds 120] [--seed 1], and move [--lines 1000000].
// KILLS=200 in the environment is the same as --kills 200.
// store-drill [--store moto_server] [--kills 20] [--seed 1] kills programs that share an object store.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'string', default: '1000000' },
    store: { type: 'string', default: 's3rver' },
    runs: { type: 'string', default: '5' },
    copies: { type: 'string', default: '1' },
    suppliers: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '120' },
    kills: { type: 'string', default: process.env['KILLS'] ?? '20' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', default: 'transaction' },
  },
});
const benches: Record<string, () => Promise<Ratio | Ratio[]>> = {
  scan: benchScan,
  check: benchCheck,
  import: benchImport,
  spend: () => benchSpend(Number(values.lines)),
  browser: () => benchBrowser(),
  matching: () => benchMatching({ lines: Number(values.lines), runs: Math.min(3, Number(values.runs)) }),
  emissions: () => benchEmissions({ lines: Number(values.lines), runs: Math.min(3, Number(values.runs)) }),
  change: () => benchChange({ lines: Number(values.lines) }),
  insight: () => benchInsight({ lines: Number(values.lines), copies: Number(values.copies) }),
  export: () => benchExport({ lines: Number(values.lines) }),
  checking: () => benchChecking({ lines: Number(values.lines), runs: Number(values.runs) }),
};
/** Benchmarks that only run by name: they take minutes and need the whole machine. */
const drills: typeof benches = {
  'store-drill': () =>
    benchStoreDrill({
      kind: values.store === 'moto_server' ? 'moto_server' : 's3rver',
      kills: Number(values.kills),
      seed: Number(values.seed),
    }),
  'due-day': () => benchDueDay({ suppliers: Number(values.suppliers), seconds: Number(values.seconds) }),
  'kill-drill': () => benchKillDrill({ kills: Number(values.kills), seed: Number(values.seed) }),
  move: () => benchMove({ lines: Number(values.lines) }),
  'pooler-drill': () =>
    benchPoolerDrill({
      mode: values.mode === 'session' ? 'session' : 'transaction',
      seconds: Number(values.seconds) / 2,
      seed: Number(values.seed),
    }),
};
const ratios: Ratio[] = [];
const printRatio = ({ what, first, second, ratio }: Ratio): void =>
  void process.stdout.write(
    `${what.padEnd(66)}${first.padStart(14)}${second.padStart(14)}${String(ratio).padStart(10)}\n`,
  );

process.stdout.write(`${machine()}\n`);
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const bench = benches[name] ?? drills[name];
  if (!bench)
    throw new Error(`There is no bench ${name}: choose among ${Object.keys({ ...benches, ...drills }).join(', ')}.`);
  const measured = await bench();
  for (const ratio of Array.isArray(measured) ? measured : [measured]) {
    ratios.push(ratio);
    printRatio(ratio);
  }
}
process.stdout.write(`${JSON.stringify(ratios)}\n`);
