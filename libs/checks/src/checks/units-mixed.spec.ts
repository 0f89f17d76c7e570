import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('units-mixed', () => {
  it('accepts one unit per item', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(rightLine, line({ item: '00412', name: 'Kopipapir A4', unit: 'pk', price: '40,00', amount: '80,00' })),
        ),
        'units-mixed',
      ),
    ).toEqual([]);
  });

  it('asks about an item in two units', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '1,20', amount: '2,40' }),
            line({
              item: 'H-N-M',
              name: 'Nitrilhansker M',
              unit: 'eske',
              price: '120,00',
              amount: '240,00',
              invoice: 'F2',
            }),
          ),
        ),
        'units-mixed',
      ),
    ).toMatchObject([
      { class: 51, severity: 'confirm', found: 'eske', expected: 'stk', params: { factor: 100 }, place: { row: 3 } },
    ]);
  });

  it('takes the most frequent unit for the usual one when none is agreed', async () => {
    const unknown = (unit: string, at: number) =>
      line({ item: 'X-77', name: 'Vaffelrøre 5 l', unit, invoice: `F${at}` });
    const units = ['eske', 'stk', 'stk', 'stk', 'stk', 'eske'];
    const said = findingsOf(await checkCsv(report(...units.map(unknown))), 'units-mixed');
    expect(said.map(({ found, expected, place }) => [found, expected, place?.row])).toEqual([
      ['eske', 'stk', 2],
      ['eske', 'stk', 7],
    ]);
    const few = findingsOf(await checkCsv(report(...['eske', 'stk', 'stk'].map(unknown))), 'units-mixed');
    expect(few.map(({ found, expected, place }) => [found, expected, place?.row])).toEqual([['eske', 'stk', 2]]);
  });
});
