import type { CheckContext } from '../context.ts';
import { checkCsv, heading, march, rightLine, findingsOf } from '../testing.ts';

const context: CheckContext = {
  ...march,
  items: { ...march.items!, gtin: ['7038010000010', '7038010001239', null, null] },
};
const said = async (gtin: string) =>
  findingsOf(await checkCsv(`${heading};GTIN\n${rightLine};${gtin}`, { context }), 'item-gtin-differ');

describe('item-gtin-differ', () => {
  it('accepts the GTIN of the item, an unknown one, and none', async () => {
    for (const gtin of ['7038010001239', '7038010009990', '']) expect(await said(gtin)).toEqual([]);
  });

  it('asks about a GTIN of another item', async () => {
    expect(await said('7038010000010')).toMatchObject([
      {
        class: 0,
        severity: 'confirm',
        found: '7038010000010',
        params: { number: '7001', other: '00412', otherName: 'Kopipapir A4' },
        place: { row: 2 },
      },
    ]);
  });
});
