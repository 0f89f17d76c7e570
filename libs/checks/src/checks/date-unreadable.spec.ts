import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('date-unreadable', () => {
  it('accepts dates', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'date-unreadable')).toEqual([]);
  });

  it('asks for a date', async () => {
    expect(findingsOf(await checkCsv(report(line({ date: 'uke 12' }))), 'date-unreadable')).toMatchObject([
      { class: 43, severity: 'blocksRow', found: 'uke 12', place: { column: 'Leveringsdato', cell: 'H2' } },
    ]);
  });
});
