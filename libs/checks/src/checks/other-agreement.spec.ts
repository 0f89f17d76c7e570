import { checkSheets, headingCells, lineCells, march, saidBy } from '../testing.ts';

const context = { ...march, otherAgreements: { id: ['furniture'], title: ['Møbler og inventar'] } };

describe('other-agreement', () => {
  it('accepts a file that names its own agreement, or none', async () => {
    expect(
      saidBy(
        await checkSheets([{ rows: [['Rapport Mat og drikke, ikke Møbler og inventar'], headingCells, lineCells()] }], {
          context,
        }),
        'other-agreement',
      ),
    ).toEqual([]);
    expect(saidBy(await checkSheets([{ rows: [headingCells, lineCells()] }], { context }), 'other-agreement')).toEqual(
      [],
    );
  });

  it('blocks a file that names another agreement of the supplier', async () => {
    const verdict = await checkSheets([{ rows: [['Salgsrapport: MØBLER OG INVENTAR'], headingCells, lineCells()] }], {
      context,
    });
    expect(saidBy(verdict, 'other-agreement')).toMatchObject([
      { class: 2, severity: 'blocksFile', found: 'Møbler og inventar', expected: 'Mat og drikke' },
    ]);
  });
});
