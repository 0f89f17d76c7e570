import { nextPollMs } from './upload-and-check.ts';

describe('polling interval', () => {
  it.each([
    ['while the check runs or nothing is known', null, 600],
    ['while the file is next', 1, 600],
    ['while it waits some seconds', 8, 1600],
    ['while it waits minutes', 240, 3000],
  ])('increases over time: %s', (_when, expectedSeconds, ms) => {
    expect(nextPollMs(expectedSeconds)).toBe(ms);
  });
});
