import { largeFileSlots, readingSlots } from './subprocess-limits.ts';

const GB = 1024 ** 3;

describe('slots for reading files', () => {
  it.each([
    [1, 16, 2],
    [2, 8, 2],
    [4, 16, 4],
    [8, 32, 8],
    [64, 256, 8],
  ])('are one per processor, at least two and at most eight: %i processors, %i GB', (cores, memory, places) => {
    expect(readingSlots(cores, memory * GB)).toBe(places);
  });

  it.each([
    [8, 4, 2],
    [8, 2, 1],
    [2, 1, 1],
  ])('are limited by memory: %i processors, %i GB', (cores, memory, places) => {
    expect(readingSlots(cores, memory * GB)).toBe(places);
  });

  it('are half as many for large files, at least one', () => {
    expect([1, 2, 3, 8].map((places) => largeFileSlots(places))).toEqual([1, 1, 1, 4]);
  });
});
