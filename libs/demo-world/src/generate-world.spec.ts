import { createHash } from 'node:crypto';
import { generateWorld } from './generate-world.ts';
import { collectWorld, jsonOf } from './testing.ts';

const digest = (files: Map<string, Uint8Array>) => {
  const hash = createHash('sha256');
  for (const [path, bytes] of files) hash.update(path).update(bytes);
  return hash.digest('hex');
};

describe('the demo world', () => {
  it('is the same for the same seed, to the last byte, and another for another seed', async () => {
    const [first, again, other] = [await collectWorld(1), await collectWorld(1), await collectWorld(2)];
    expect(digest(again)).toBe(digest(first));
    expect(digest(other)).not.toBe(digest(first));
    expect([...other.keys()]).toEqual([...first.keys()]);
  });

  it('has world.json first, truth.json last, and every file once', async () => {
    const paths: string[] = [];
    for await (const { path } of generateWorld({ profile: 'light', seed: 3 })) paths.push(path);
    expect([paths[0], paths.at(-1)]).toEqual(['world.json', 'truth.json']);
    expect(new Set(paths).size).toBe(paths.length);
    const folders = ['agreements', 'reports', 'ledgers', 'invoices', 'footprints'].map((folder) => paths.filter((path) => path.startsWith(`${folder}/`)).length);
    expect(folders).toEqual([3, 70, 41, 42, 30]);
  });

  it('says in every JSON file that it is fictional', async () => {
    const files = await collectWorld(1);
    for (const [path, bytes] of files) {
      if (path.endsWith('.json')) expect(JSON.stringify(jsonOf(bytes))).toContain('Demodata – ikke reelle tall');
    }
  });

  it('refuses what is not a seed', async () => {
    await expect(generateWorld({ profile: 'light', seed: 1.5 }).next()).rejects.toThrow(RangeError);
  });
});
