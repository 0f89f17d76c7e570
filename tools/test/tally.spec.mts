import { lineOf, onePassed, sumOf, tallyOfJest, tallyOfPlaywright } from './tally.mts';

describe('the closing line', () => {
  it('sums over steps, tests and journeys', () => {
    const jest = tallyOfJest({
      numPassedTests: 10,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
    });
    const journeys = tallyOfPlaywright({
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 },
      errors: ['cannot load'],
    });
    expect(lineOf(sumOf([onePassed, jest, journeys]))).toBe('15 passed, 4 failed, 3 skipped');
  });
});
