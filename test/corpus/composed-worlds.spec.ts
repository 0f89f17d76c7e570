import { randomInt } from 'node:crypto';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allHabits, composeWorld, sizes, type SizeName } from '@tallgrunn/demo-world';
import { Database } from '@tallgrunn/platform';
import { readComposedTruth } from './composed/composed-truth.ts';
import { measureComposed, type Measured } from './composed/measure-composed.ts';
import { tableOf, together, totalsOf } from './composed/table.ts';
import { readTold } from './composed/told.ts';
import { standFiles } from './stand-world.ts';

/**
 * Worlds that nobody has seen: each run draws its seeds. `WORLD_SEEDS=4,8` fixes them, `WORLD_COUNT=5` draws as many, `WORLD_SIZE=sparse|dense` makes them large,
 * `WORLD_HABITS=split-delivery,no-numbers` leaves out all other habits, and `WORLD_KEEP=1` keeps the files and what was said of them. Tables are printed, and stand in tmp/corpus.
 */
const { WORLD_SEEDS, WORLD_COUNT, WORLD_SIZE, WORLD_HABITS, WORLD_KEEP } = process.env;
const seeds = WORLD_SEEDS ? WORLD_SEEDS.split(',').map(Number) : Array.from({ length: Number(WORLD_COUNT ?? 1) }, () => randomInt(1, 1_000_000));
const size: SizeName = WORLD_SIZE !== undefined && WORLD_SIZE in sizes ? (WORLD_SIZE as SizeName) : 'small';
const habits = WORLD_HABITS?.split(',');
const tables = path.join(__dirname, '../../tmp/corpus');

jest.setTimeout(size === 'small' ? 900_000 : 7_200_000);

async function measure(seed: number): Promise<Measured> {
  const world = await standFiles(composeWorld({ seed, size, ...(habits && { habits }) }));
  try {
    const told = await readTold(<R>(sql: string): Promise<R[]> => world.asSystem(() => world.app.get(Database, { strict: false }).query<R>(sql)));
    if (WORLD_KEEP) {
      cpSync(world.folder, path.join(tables, `composed-${size}-${seed}`), { recursive: true });
      writeFileSync(path.join(tables, `composed-${size}-${seed}/told.json`), JSON.stringify(told));
    }
    return measureComposed(told, readComposedTruth(world.folder), world.folder);
  } finally {
    await world.close();
  }
}

describe(`composed worlds (${size}, seeds ${seeds.join(', ')})`, () => {
  const measured: Measured[] = [];

  beforeAll(async () => {
    mkdirSync(tables, { recursive: true });
    for (const seed of seeds) {
      const one = await measure(seed);
      measured.push(one);
      writeFileSync(path.join(tables, `composed-${size}-${seed}.txt`), `${tableOf(one, allHabits.map(({ key }) => key), `composed world, ${size}, seed ${seed}`)}\n`);
    }
    const table = tableOf(together(measured), allHabits.map(({ key }) => key), `composed worlds, ${size}, seeds ${seeds.join(', ')}`);
    writeFileSync(path.join(tables, `composed-${size}.txt`), `${table}\n`);
    process.stdout.write(`\n${table}\n`);
  });

  it('ties hardly anything that does not belong together', () => {
    expect(totalsOf(together(measured)).precision).toBeGreaterThanOrEqual(0.9);
  });
});
