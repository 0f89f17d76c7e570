import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { coverageOf, toldCells, trueCells, type Coverage, type ToldCell } from './measure-coverage.ts';
import { countKronerOnly } from './spend-only.ts';
import { standWorld, type LoadedWorld } from './stand-world.ts';

/**
 * The light profile as a rule. `COVERAGE_SEEDS=1,2,3 npm test -- test/corpus/coverage.spec.ts` takes the full profile with those seeds, each loaded
 * through the product's own use cases, which takes most of an hour. The table of each is printed, and stands in tmp/corpus.
 */
const asked = process.env['COVERAGE_SEEDS'];
const profile = asked === undefined ? 'light' : 'full';
const tables = path.join(__dirname, '../../tmp/corpus');

jest.setTimeout(asked === undefined ? 900_000 : 14_400_000);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const rowOf = (name: string, { cells, covered, width, score, bias, verdicts, wrong }: Coverage): string =>
  [name.padEnd(24), String(cells).padStart(6), percent(covered).padStart(9), width.toFixed(2).padStart(7), score.toFixed(2).padStart(7), bias.toFixed(2).padStart(7), String(verdicts).padStart(9), percent(wrong).padStart(8)].join(' ');

describe.each((asked ?? '1').split(',').map(Number))(`intervals of the ${profile} demo world %i`, (seed) => {
  let world: LoadedWorld;
  let told: ToldCell[];
  let ours: Coverage;
  let kroner: Coverage;

  beforeAll(async () => {
    world = await standWorld(profile, seed);
    const truth = trueCells(world.folder);
    told = await toldCells(world, truth);
    ours = coverageOf(told);
    await countKronerOnly(world);
    kroner = coverageOf(await toldCells(world, truth));
    const suppliers = [...new Set(told.map(({ cell }) => cell.supplier))];
    const table = [
      `${profile} ${seed}`.padEnd(24) + '  cells   covered   width   score  told/true  verdicts   wrong',
      rowOf('all', ours),
      rowOf('kroner only', kroner),
      ...suppliers.map((supplier) => rowOf(supplier, coverageOf(told.filter(({ cell }) => cell.supplier === supplier)))),
    ].join('\n');
    mkdirSync(tables, { recursive: true });
    writeFileSync(path.join(tables, `coverage-${profile}-${seed}.txt`), `${table}\n`);
    process.stdout.write(`\n${table}\n`);
  });
  afterAll(() => world.close());

  it('stand beside a truth of many cells', () => {
    expect(ours.cells).toBeGreaterThan(100);
    expect(kroner.cells).toBe(ours.cells);
  });

  it('hold the true tonnes in 92 to 99 of a hundred cells', () => {
    expect(ours.covered).toBeGreaterThanOrEqual(0.92);
    expect(ours.covered).toBeLessThanOrEqual(0.99);
  });

  it('are narrower than kroner alone would give, and score better', () => {
    expect(ours.width).toBeLessThan(kroner.width / 2);
    expect(ours.score).toBeLessThan(kroner.score / 2);
  });

  it('give few wrong verdicts on rise or fall', () => {
    expect(ours.verdicts).toBeGreaterThan(30);
    expect(ours.wrong).toBeLessThanOrEqual(0.05);
  });
});
