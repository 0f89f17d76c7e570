import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('item-unknown', () => {
  it('accepts agreed items and fees', async () => {
    expect(
      findingsOf(
        await checkCsv(report(rightLine, line({ item: 'F-1', name: 'Frakt', invoice: 'F2' }))),
        'item-unknown',
      ),
    ).toEqual([]);
  });

  it('asks about items outside the assortment, once per item', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(line({ item: 'X9', name: 'Noe annet' }), line({ item: 'X9', name: 'Noe annet', invoice: 'F2' })),
        ),
        'item-unknown',
      ),
    ).toMatchObject([{ class: 30, severity: 'confirm', found: 'X9', cause: 'X9', amount: '240.00' }, { cause: 'X9' }]);
  });
});
