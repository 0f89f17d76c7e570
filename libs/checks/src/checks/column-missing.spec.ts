import { checkCsv, checkSheets, heading, headingCells, lineCells, report, rightLine, findingsOf } from '../testing.ts';
import { messageOf } from '../texts/message-of.ts';

describe('column-missing', () => {
  it('accepts columns in any order', async () => {
    const turned = (text: string): string => text.split(';').reverse().join(';');
    expect(await checkCsv(`${turned(heading)}\n${turned(rightLine)}`)).toMatchObject({ ok: true, accepted: 1 });
    expect(findingsOf(await checkCsv(report(rightLine)), 'column-missing')).toEqual([]);
  });

  it('names the column and the unused headings', async () => {
    const checkResult = await checkCsv(`${heading.replace('Enhet;', 'Slag;')}\n${rightLine.replace(';stk;', ';noe;')}`);
    expect(findingsOf(checkResult, 'column-missing')).toMatchObject([
      {
        class: 4,
        severity: 'blocksFile',
        found: 'Slag',
        expected: 'Enhet',
        place: { row: 1 },
        fix: { patches: [{ set: 'column', field: 'unit', heading: 'Slag' }] },
      },
    ]);
    expect(checkResult).toMatchObject({
      ok: false,
      rows: 1,
      accepted: 0,
      totals: { amount: '0.00', quarantined: '240.00' },
    });
  });

  it('is resolved by the answer', async () => {
    const text = `${heading.replace('Enhet;', 'Slag;')}\n${rightLine}`;
    expect(await checkCsv(text, { patches: [{ set: 'column', field: 'unit', heading: 'Slag' }] })).toMatchObject({
      ok: true,
      accepted: 1,
    });
  });

  it('reports a file with other content', async () => {
    const checkResult = await checkCsv('Dato;Møte;Sted\n01.03.2026;Ledermøte;Rom 2');
    expect(findingsOf(checkResult, 'column-missing').length).toBeGreaterThan(4);
    expect(findingsOf(checkResult, 'empty-file')).toEqual([]);
  });

  it('reports that there is no heading', async () => {
    const [said] = findingsOf(await checkCsv('1;2;3\n4;5;6'), 'column-missing');
    expect(messageOf(said!, 'en')).toContain('None of the first 50 rows has headings.');
    const [other] = findingsOf(
      await checkCsv(`${heading.replace('Enhet;', 'Slag;')}\n${rightLine.replace(';stk;', ';noe;')}`),
      'column-missing',
    );
    expect(messageOf(other!, 'en')).not.toContain('No row');
  });

  it('does not ask a cover page for columns', async () => {
    const checkResult = await checkSheets([
      {
        name: 'Forside',
        rows: [
          ['Kunde', 'Enhet'],
          ['alle', 'stk'],
        ],
      },
      { rows: [headingCells, lineCells()] },
    ]);
    expect(findingsOf(checkResult, 'column-missing')).toEqual([]);
    expect(checkResult.accepted).toBe(1);
  });
});
