import { checkSheets, headingCells, lineCells, saidBy } from '../testing.ts';

describe('heading-not-first', () => {
  it('accepts headings in the first row', async () => {
    expect(saidBy(await checkSheets([{ rows: [headingCells, lineCells()] }]), 'heading-not-first')).toEqual([]);
  });

  it('finds headings below a title and reports it', async () => {
    const verdict = await checkSheets([
      {
        rows: [['Finnskog Storkjøkken'], ['Rapport for mars'], [], ['Kontakt', 'Kari'], [], headingCells, lineCells()],
      },
    ]);
    expect(saidBy(verdict, 'heading-not-first')).toMatchObject([
      { class: 5, severity: 'info', found: '6', place: { sheet: 'Ark1', row: 6 } },
    ]);
    expect(verdict).toMatchObject({ ok: true, rows: 1, accepted: 1 });
  });

  it('does not look below row 50', async () => {
    const verdict = await checkSheets([
      { rows: [...Array.from({ length: 60 }, () => ['tekst']), headingCells, lineCells()] },
    ]);
    expect(verdict.accepted).toBe(0);
  });
});
