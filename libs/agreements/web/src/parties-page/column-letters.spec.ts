import { columnLetters } from './column-letters.ts';

describe('columns as spreadsheets name them', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [703, 'AAA'],
  ])('%i is %s', (column, letters) => expect(columnLetters(column)).toBe(letters));
});
