import { checkSheets, headingCells, lineCells, march, findingsOf } from '../testing.ts';

const context = { ...march, otherAgreements: { id: ['furniture'], title: ['Møbler og inventar'] } };

describe('other-agreement', () => {
  it('accepts a file that names its own agreement, or none', async () => {
    expect(
      findingsOf(
        await checkSheets([{ rows: [['Rapport Mat og drikke, ikke Møbler og inventar'], headingCells, lineCells()] }], {
          context,
        }),
        'other-agreement',
      ),
    ).toEqual([]);
    expect(
      findingsOf(await checkSheets([{ rows: [headingCells, lineCells()] }], { context }), 'other-agreement'),
    ).toEqual([]);
  });

  it('blocks a file that names another agreement of the supplier', async () => {
    const checkResult = await checkSheets(
      [{ rows: [['Salgsrapport: MØBLER OG INVENTAR'], headingCells, lineCells()] }],
      {
        context,
      },
    );
    expect(findingsOf(checkResult, 'other-agreement')).toMatchObject([
      { class: 2, severity: 'blocksFile', found: 'Møbler og inventar', expected: 'Mat og drikke' },
    ]);
  });
});
