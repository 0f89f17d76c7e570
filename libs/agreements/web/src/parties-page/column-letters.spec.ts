import { columnLetters } from './column-letters.ts';

describe('spreadsheet column letters', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [703, 'AAA'],
  ])('formats column %i as %s', (column, letters) => expect(columnLetters(column)).toBe(letters));
});
