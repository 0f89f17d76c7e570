import { checkCsv, report, rightLine, saidBy } from '../testing.ts';

const tabbed = report(rightLine).replaceAll(';', '\t');

describe('delimiter-other', () => {
  it('accepts the semicolon of Norwegian spreadsheets', async () => {
    expect(saidBy(await checkCsv(report(rightLine)), 'delimiter-other')).toEqual([]);
  });

  it('reports any other delimiter', async () => {
    const verdict = await checkCsv(tabbed);
    expect(saidBy(verdict, 'delimiter-other')).toMatchObject([
      { class: 62, severity: 'info', found: 'tab', expected: ';', place: null },
    ]);
    expect(verdict.accepted).toBe(1);
    const separated = await checkCsv(report(rightLine).replaceAll(';', '\u001f'));
    expect(saidBy(separated, 'delimiter-other')).toMatchObject([{ found: 'US (0x1F)' }]);
    expect(separated.accepted).toBe(1);
  });
});
