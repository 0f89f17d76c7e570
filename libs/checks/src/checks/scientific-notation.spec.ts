import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('scientific-notation', () => {
  it('accepts codes with letters', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ item: '705E01510602', name: 'Ny vare' }))), 'scientific-notation'),
    ).toEqual([]);
  });

  it('reports that digits are lost', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ item: '7,03E+12' }), line({ amount: '1,2E+05', invoice: 'F2' }))),
        'scientific-notation',
      ),
    ).toMatchObject([
      { class: 27, severity: 'blocksRow', found: '7,03E+12', place: { cell: 'B2' } },
      { found: '1,2E+05' },
    ]);
  });
});
