import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mts';
import {
  allJourneys,
  leftOutSuites,
  seedOfRun,
  ROTATED_JOURNEY_PARTS,
  ROTATED_PARTS,
  rotatedSuites,
} from './rotated-suites.mts';

describe('rotated suites', () => {
  it('are files, and consecutive seeds run each of them once', () => {
    const suites = rotatedSuites();
    expect(suites.length).toBeGreaterThan(ROTATED_PARTS);
    expect(suites.every((suite) => existsSync(path.join(root, suite)))).toBe(true);
    const run = Array.from({ length: ROTATED_PARTS }, (_, seed) => {
      const leftOut = leftOutSuites(suites, seed);
      return suites.filter((suite) => !leftOut.includes(suite));
    });
    expect(run.flat().sort()).toEqual(suites);
    expect(run.every((part) => part.length > 0)).toBe(true);
  });

  it('of journeys leave the common ones to each run', () => {
    const { all, rotated } = allJourneys();
    const turns = Array.from({ length: ROTATED_JOURNEY_PARTS }, (_, seed) =>
      leftOutSuites(rotated, seed, ROTATED_JOURNEY_PARTS),
    );
    expect(all.length - rotated.length).toBeGreaterThan(5);
    expect(rotated.every((file) => turns.filter((leftOut) => !leftOut.includes(file)).length === 1)).toBe(true);
  });

  it('are chosen by a whole number', () => {
    expect(Number.isSafeInteger(seedOfRun())).toBe(true);
  });
});
