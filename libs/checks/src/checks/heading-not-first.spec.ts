import { checkSheets, headingCells, lineCells, findingsOf } from '../testing.ts';

describe('heading-not-first', () => {
  it('accepts headings in the first row', async () => {
    expect(findingsOf(await checkSheets([{ rows: [headingCells, lineCells()] }]), 'heading-not-first')).toEqual([]);
  });

  it('finds headings below a title and reports it', async () => {
    const checkResult = await checkSheets([
      {
        rows: [['Finnskog Storkjøkken'], ['Rapport for mars'], [], ['Kontakt', 'Kari'], [], headingCells, lineCells()],
      },
    ]);
    expect(findingsOf(checkResult, 'heading-not-first')).toMatchObject([
      { class: 5, severity: 'info', found: '6', place: { sheet: 'Ark1', row: 6 } },
    ]);
    expect(checkResult).toMatchObject({ ok: true, rows: 1, accepted: 1 });
  });

  it('does not look below row 50', async () => {
    const checkResult = await checkSheets([
      { rows: [...Array.from({ length: 60 }, () => ['tekst']), headingCells, lineCells()] },
    ]);
    expect(checkResult.accepted).toBe(0);
  });
});
