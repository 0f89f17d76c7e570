import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  exportTable,
  scoreHonest,
  scorePlanted,
  type HonestScore,
  type PlantScore,
} from './exports/measure-exports.ts';
import { plantKinds } from './exports/plant-errors.ts';

jest.setTimeout(900_000);

/**
 * A new seed with each commit. `EXPORT_SEED=7 EXPORT_FILES=20 npm test -- test/corpus/composed-exports.spec.ts` fixes
 * the seed and the number of files. The table is written to tmp/corpus.
 */
const seed = Number(process.env['EXPORT_SEED'] ?? fc.sample(fc.noBias(fc.integer({ min: 1, max: 999_999 })), 1)[0]);
const files = Number(process.env['EXPORT_FILES'] ?? 6);
const tables = path.join(__dirname, '../../tmp/corpus');

describe(`exports of systems that nobody has seen, from seed ${seed}`, () => {
  let honest: HonestScore;
  const planted: PlantScore[] = [];
  beforeAll(async () => {
    honest = await scoreHonest(Array.from({ length: files * 10 }, (_, at) => seed + at));
    for (const [at, kind] of plantKinds.entries())
      planted.push(await scorePlanted(kind, seed + 100_000 * (at + 1), files));
    const table = exportTable(honest, planted);
    mkdirSync(tables, { recursive: true });
    writeFileSync(
      path.join(tables, `exports-${seed}.txt`),
      [
        table,
        '',
        'asked of honest exports',
        ...honest.examples,
        '',
        'missed',
        ...planted.flatMap(({ missed }) => missed),
        '',
      ].join('\n'),
    );
    process.stdout.write(`\nseed ${seed}\n${table}\n`);
  });

  it('are accepted unchanged if honest, with correct totals and few questions', () => {
    expect([honest.files, honest.wrongTotals]).toEqual([files * 10, 0]);
    expect(honest.questions / honest.files).toBeLessThanOrEqual(0.5);
    expect(honest.blocked / honest.files).toBeLessThanOrEqual(0.04);
  });

  it('have their planted errors found at the right row', () => {
    const sum = (part: 'planted' | 'atRow' | 'anywhere'): number =>
      planted.reduce((total, score) => total + score[part], 0);
    expect(sum('atRow') / sum('planted')).toBeGreaterThanOrEqual(0.97);
    expect(sum('anywhere') / sum('planted')).toBeGreaterThanOrEqual(0.99);
    // A few errors of each kind are planted: a kind that is never found fails, one missed error does not.
    expect(
      planted
        .filter((score) => score.planted === 0 || score.atRow / score.planted < 0.6)
        .flatMap(({ kind, missed }) => [kind.kind, ...missed]),
    ).toEqual([]);
  });
});
