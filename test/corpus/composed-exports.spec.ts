import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportTable, scoreHonest, scorePlanted, type HonestScore, type PlantScore } from './exports/measure-exports.ts';
import { plantKinds } from './exports/plant-errors.ts';

jest.setTimeout(900_000);

/** Drawn anew at each run; `EXPORT_SEED=7 EXPORT_FILES=20 npm test -- test/corpus/composed-exports.spec.ts` draws the same ones, and as many. The table goes to tmp/corpus. */
const seed = Number(process.env['EXPORT_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));
const files = Number(process.env['EXPORT_FILES'] ?? 6);
const tables = path.join(__dirname, '../../tmp/corpus');

describe(`exports of systems that nobody has seen, from seed ${seed}`, () => {
  let honest: HonestScore;
  const planted: PlantScore[] = [];
  beforeAll(async () => {
    honest = await scoreHonest(Array.from({ length: files * 10 }, (_, at) => seed + at));
    for (const [at, kind] of plantKinds.entries()) planted.push(await scorePlanted(kind, seed + 100_000 * (at + 1), files));
    const table = exportTable(honest, planted);
    mkdirSync(tables, { recursive: true });
    writeFileSync(path.join(tables, `exports-${seed}.txt`), [table, '', 'asked of honest exports', ...honest.examples, '', 'missed', ...planted.flatMap(({ missed }) => missed), ''].join('\n'));
    process.stdout.write(`\nseed ${seed}\n${table}\n`);
  });

  it('are measured', () => expect([honest.files, planted.every((score) => score.planted > 0)]).toEqual([files * 10, true]));
});
