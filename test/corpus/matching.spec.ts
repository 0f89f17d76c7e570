import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MatchLines } from '@tallgrunn/matching-server';
import { Database } from '@tallgrunn/platform';
import { readMatchingTruth, type MatchingTruth } from './matching-truth.ts';
import { measureMatching, tableOf, type Measured } from './measure-matching.ts';
import { askOracle, DECISIONS_MAX } from './oracle.ts';
import { standWorld, type LoadedWorld } from './stand-world.ts';

/**
 * The light profile as a rule. `MATCHING_SEEDS=1,2,3 npm test -- test/corpus/matching.spec.ts` takes the full profile with those seeds,
 * each loaded through the product's own use cases, which takes most of an hour. The table of each is printed, and stands in tmp/corpus.
 */
const asked = process.env['MATCHING_SEEDS'];
const profile = asked === undefined ? 'light' : 'full';
const tables = path.join(__dirname, '../../tmp/corpus');

jest.setTimeout(asked === undefined ? 900_000 : 14_400_000);

describe.each((asked ?? '1').split(',').map(Number))(`matching the ${profile} demo world %i`, (seed) => {
  let world: LoadedWorld;
  let truth: MatchingTruth;
  let measured: Measured;
  const query = <R>(sql: string): Promise<R[]> => world.asSystem(() => world.app.get(Database, { strict: false }).query<R>(sql));
  const measure = () => measureMatching(query, truth, world.folder);
  const run = (whole: boolean) => world.asSystem(() => world.app.get(MatchLines, { strict: false }).run(undefined, { whole }));
  const scoreOf = (type: string) => measured.scores.find((score) => score.type === type)!;

  beforeAll(async () => {
    world = await standWorld(profile, seed);
    truth = readMatchingTruth(world.folder);
    measured = await measure();
    const table = tableOf(measured);
    mkdirSync(tables, { recursive: true });
    writeFileSync(path.join(tables, `matching-${profile}-${seed}.txt`), `${table}\n`);
    process.stdout.write(`\n${table}\n`);
  });
  afterAll(() => world.close());

  it('knows the truth of every line of both sides', () => {
    expect(measured.reported.size).toBeGreaterThan(10_000);
    expect([...measured.booked.values()].filter(({ truth: told }) => told === undefined)).toEqual([]);
    expect(measured.truePairs.size).toBeGreaterThan(10_000);
  });

  it('ties nearly all that belongs together, and hardly anything else', () => {
    expect(measured.precision).toBeGreaterThanOrEqual(0.995);
    expect(measured.recall).toBeGreaterThanOrEqual(0.98);
  });

  it('names the true causes', () => {
    for (const { type, true: wanted, found, said, right } of measured.scores.filter((score) => score.true > 0)) {
      expect({ type, enough: found / wanted >= (type.startsWith('links') ? 0.9 : 0.7), sure: right / said >= (type.startsWith('links') ? 0.99 : 0.5) }).toEqual({ type, enough: true, sure: true });
    }
    expect(scoreOf('booked: freight and fees').found).toBeGreaterThan(1000);
  });

  it('says the same when it reads everything anew', async () => {
    expect(await run(true)).toMatchObject({ opened: 0, closed: 0 });
  });

  it('explains nearly every krone truly, with a few answers of people', async () => {
    const decisions = await askOracle(world, measured);
    for (const [quarter, count] of decisions) expect({ quarter, few: count <= DECISIONS_MAX }).toEqual({ quarter, few: true });
    await run(false);
    const after = await measure();
    process.stdout.write(`\ndecisions by quarter: ${[...decisions].map(([quarter, count]) => `${quarter} ${count}`).join(', ')}\n${tableOf(after).split('\n').at(-1)}\n`);
    expect(after.explained.agreements).toBeGreaterThanOrEqual(0.98);
    expect(after.explained.all).toBeGreaterThanOrEqual(0.98);
    expect(after.precision).toBeGreaterThanOrEqual(0.995);
    expect(after.recall).toBeGreaterThanOrEqual(measured.recall);
  });
});
