import fc from 'fast-check';
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

  it('asks about an item in two units when the price fits neither', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '1,20', amount: '2,40' }),
            line({
              item: 'H-N-M',
              name: 'Nitrilhansker M',
              unit: 'eske',
              price: '90,00',
              amount: '180,00',
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

  it('compares the price with the agreed one for the unit of the line', async () => {
    const inUnit = (unit: string, each: number, quantity: number, at: number): string =>
      line({
        item: 'H-N-M',
        name: 'Nitrilhansker M',
        unit,
        quantity: String(quantity),
        price: each.toFixed(2).replace('.', ','),
        amount: (each * quantity).toFixed(2).replace('.', ','),
        invoice: `F${at}`,
      });
    const both = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 })), { minLength: 2, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(both, fc.constantFrom(0.75, 1.3), async (lines, off) => {
        const rows = lines.map(([isBox, count], at) =>
          isBox ? inUnit('eske', 120, count, at) : inUnit('stk', 1.2, count, at),
        );
        const told = findingsOf(await checkCsv(report(...rows)), 'units-mixed');
        expect(told.filter(({ severity }) => severity !== 'info')).toHaveLength(0);
        expect(new Set(lines.map(([isBox]) => isBox)).size > 1).toBe(told.length > 0);
        const planted = [inUnit('stk', 1.2, 3, 90), ...rows, inUnit('eske', 120 * off, 5, 91)];
        const found = findingsOf(await checkCsv(report(...planted)), 'units-mixed').filter(
          ({ severity }) => severity !== 'info',
        );
        expect(found.map(({ place }) => place?.row)).toEqual([planted.length + 1]);
      }),
      { numRuns: 20 },
    );
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
