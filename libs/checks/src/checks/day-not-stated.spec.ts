import { checkCsv, findingsOf, heading, report, rightLine } from '../testing.ts';

const dateAt = heading.split(';').indexOf('Leveringsdato');

/** A report of one line with these columns in place of the date of delivery. */
const reportWith = (headings: readonly string[], values: readonly string[]): string =>
  [heading.split(';').toSpliced(dateAt, 1, ...headings), rightLine.split(';').toSpliced(dateAt, 1, ...values)]
    .map((cells) => cells.join(';'))
    .join('\n');

describe('day-not-stated', () => {
  it.each([
    ['weeks', ['Uke'], ['11']],
    ['names of months', ['Måned'], ['Mars']],
    ['years and months', ['År', 'Måned'], ['2026', '3']],
  ])('says that %s have no day', async (_, headings, values) => {
    const result = await checkCsv(reportWith(headings, values));
    expect(findingsOf(result, 'day-not-stated')).toMatchObject([
      { class: 41, severity: 'info', found: headings.at(-1), expected: 'Leveringsdato', place: { row: 1 } },
    ]);
    expect(result.accepted).toBe(1);
  });

  it('says nothing of a date, or of a year, a month and a day', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'day-not-stated')).toEqual([]);
    const parts = await checkCsv(reportWith(['År', 'Måned', 'Dag'], ['2026', '3', '5']));
    expect(findingsOf(parts, 'day-not-stated')).toEqual([]);
  });
});
