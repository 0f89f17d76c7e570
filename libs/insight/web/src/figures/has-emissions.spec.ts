import { hasEmissions } from './has-emissions.ts';

describe('hasEmissions', () => {
  it.each([
    [{ booked: '100', bookedWithoutFactor: '0', kg: '0' }, false],
    [{ booked: '100', bookedWithoutFactor: '100', kg: '0' }, true],
    [{ booked: '100', bookedWithoutFactor: '0', kg: '12.5' }, true],
    [{ booked: '0', bookedWithoutFactor: '0', kg: '0' }, true],
  ])('%j: %s', (totals, reckoned) => expect(hasEmissions(totals)).toBe(reckoned));
});
