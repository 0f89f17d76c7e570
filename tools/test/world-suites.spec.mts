import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mts';
import { leftOutSuites, seedOfRun, WORLD_PARTS, worldSuites } from './world-suites.mts';

describe('world suites', () => {
  it('are files, and consecutive seeds run each of them once', () => {
    const suites = worldSuites();
    expect(suites.length).toBeGreaterThan(WORLD_PARTS);
    expect(suites.every((suite) => existsSync(path.join(root, suite)))).toBe(true);
    const run = Array.from({ length: WORLD_PARTS }, (_, seed) => {
      const leftOut = leftOutSuites(suites, seed);
      return suites.filter((suite) => !leftOut.includes(suite));
    });
    expect(run.flat().sort()).toEqual(suites);
    expect(run.every((part) => part.length > 0)).toBe(true);
  });

  it('are chosen by a whole number', () => {
    expect(Number.isSafeInteger(seedOfRun())).toBe(true);
  });
});
