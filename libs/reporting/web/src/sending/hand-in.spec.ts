import { nextQuestionMs } from './hand-in.ts';

describe('nextQuestionMs', () => {
  it.each([
    ['while the check runs or nothing is known', null, 600],
    ['while the file is next', 1, 600],
    ['while it waits some seconds', 8, 1600],
    ['while it waits minutes', 240, 3000],
  ])('asks less often the longer it takes: %s', (_when, expectedSeconds, ms) => {
    expect(nextQuestionMs(expectedSeconds)).toBe(ms);
  });
});
