import { createHash } from 'node:crypto';
import { generateWorld } from './generate-world.ts';
import { collectWorld, jsonOf } from './testing.ts';

const digest = (files: Iterable<[string, Uint8Array]>) => {
  const hash = createHash('sha256');
  for (const [path, bytes] of files) hash.update(path).update(bytes);
  return hash.digest('hex');
};

describe('the demo world', () => {
  let first: Map<string, Uint8Array>;
  beforeAll(async () => {
    first = await collectWorld(1);
  });

  it('gives the same bytes for the same seed, and different ones for another seed', async () => {
    const [again, other] = [await collectWorld(1), await collectWorld(2)];
    expect(digest(again)).toBe(digest(first));
    expect(digest(other)).not.toBe(digest(first));
    expect([...other.keys()]).toEqual([...first.keys()]);
  });

  it('gives the same world on every machine', () => {
    expect(digest([['truth.json', first.get('truth.json') as Uint8Array]])).toBe(
      '2d7c7d1abbed97094c231cdaf2815efca1181235a813b393769fed69eedbc18a',
    );
  });

  it('has world.json first, truth.json last, and every file once', () => {
    const paths = [...first.keys()];
    expect([paths[0], paths.at(-1)]).toEqual(['world.json', 'truth.json']);
    const folders = ['agreements', 'reports', 'ledgers', 'invoices', 'footprints'].map(
      (folder) => paths.filter((path) => path.startsWith(`${folder}/`)).length,
    );
    expect(folders).toEqual([6, 70, 41, 42, 30]);
  });

  it('states in every JSON file that it is fictional', () => {
    for (const [path, bytes] of first) {
      if (path.endsWith('.json')) expect(JSON.stringify(jsonOf(bytes))).toContain('Demodata – ikke reelle tall');
    }
  });

  it('rejects an invalid seed', async () => {
    await expect(generateWorld({ profile: 'light', seed: 1.5 }).next()).rejects.toThrow(RangeError);
  });
});
