import { checkCsv, report, rightLine, findingsOf } from '../testing.ts';

const tabbed = report(rightLine).replaceAll(';', '\t');

describe('delimiter-other', () => {
  it('accepts the semicolon of Norwegian spreadsheets', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'delimiter-other')).toEqual([]);
  });

  it('reports any other delimiter', async () => {
    const checkResult = await checkCsv(tabbed);
    expect(findingsOf(checkResult, 'delimiter-other')).toMatchObject([
      { class: 62, severity: 'info', found: 'tab', expected: ';', place: null },
    ]);
    expect(checkResult.accepted).toBe(1);
    const separated = await checkCsv(report(rightLine).replaceAll(';', '\u001f'));
    expect(findingsOf(separated, 'delimiter-other')).toMatchObject([{ found: 'US (0x1F)' }]);
    expect(separated.accepted).toBe(1);
  });
});
