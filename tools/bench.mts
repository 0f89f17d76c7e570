import { benchImport } from './bench/bench-import.mts';
import { benchCheck, benchScan } from './bench/bench-reading.mts';
import type { Ratio } from './bench/measure.mts';

// Ratios of things done in one run on one machine: they mean the same on a fast one and a slow one. JSON on the last line.
const ratios: Ratio[] = [];
const show = ({ what, first, second, ratio }: Ratio): void => void process.stdout.write(`${what.padEnd(56)}${first.padStart(14)}${second.padStart(14)}${String(ratio).padStart(10)}\n`);

for (const bench of [benchScan, benchCheck, benchImport]) {
  const measured = await bench();
  for (const ratio of Array.isArray(measured) ? measured : [measured]) {
    ratios.push(ratio);
    show(ratio);
  }
}
process.stdout.write(`${JSON.stringify(ratios)}\n`);
