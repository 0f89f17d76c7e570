import { largePlaces, readingPlaces } from './apart-limits.ts';

const GB = 1024 ** 3;

describe('places to read files in', () => {
  it.each([
    [1, 16, 2],
    [2, 8, 2],
    [4, 16, 4],
    [8, 32, 8],
    [64, 256, 8],
  ])('are one a processor, at least two and at most eight: %i processors, %i GB', (cores, memory, places) => {
    expect(readingPlaces(cores, memory * GB)).toBe(places);
  });

  it.each([
    [8, 4, 2],
    [8, 2, 1],
    [2, 1, 1],
  ])('are as many as the memory allows: %i processors, %i GB', (cores, memory, places) => {
    expect(readingPlaces(cores, memory * GB)).toBe(places);
  });

  it('are half as many for large files, and one at least', () => {
    expect([1, 2, 3, 8].map((places) => largePlaces(places))).toEqual([1, 1, 1, 4]);
  });
});
