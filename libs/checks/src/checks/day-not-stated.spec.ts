import { checkCsv, findingsOf, heading, line, march, report, rightLine } from '../testing.ts';

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

  it.each([
    ['Uke', '11', '12'],
    ['Måned', 'Mars', 'April'],
  ])('compares with every price of its days: %s', async (column, before, after) => {
    const [from, changed] = ['2026-01-01', '2026-03-13'];
    const prices = { item: [1, 1], price: ['120.00', '130.00'], from: [from, changed], to: ['2026-03-12', null] };
    const context = { ...march, period: { key: '2026', start: '2026-01-01', end: '2027-01-01' }, prices };
    const priced = (each: string, amount: string, when: string) =>
      line({ price: each, amount, invoice: `F${each}${when}` })
        .split(';')
        .toSpliced(dateAt, 1, when)
        .join(';');
    const rows = [
      priced('130,00', '260,00', before), // may have been delivered after the change
      priced('130,00', '260,00', after),
      priced('131,00', '262,00', before),
    ];
    const text = [heading.split(';').toSpliced(dateAt, 1, column).join(';'), ...rows].join('\n');
    const result = await checkCsv(text, { context });
    expect(findingsOf(result, 'price-above-agreed').map(({ place }) => place?.row)).toEqual([4]);
  });

  it('says nothing of a date, or of a year, a month and a day', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'day-not-stated')).toEqual([]);
    const parts = await checkCsv(reportWith(['År', 'Måned', 'Dag'], ['2026', '3', '5']));
    expect(findingsOf(parts, 'day-not-stated')).toEqual([]);
  });
});
