import type { CheckContext } from '../context.ts';
import type { PriceModel } from '../prices/price-model.ts';
import { checkCsv, line, march, report, rightLine, findingsOf } from '../testing.ts';

describe('price-above-agreed', () => {
  it('accepts the agreed price and lower ones', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            rightLine,
            line({ price: '110,00', amount: '220,00', invoice: 'F2' }),
            line({
              item: 'H-N-M',
              name: 'Nitrilhansker M',
              unit: 'eske',
              price: '120,00',
              amount: '240,00',
              invoice: 'F3',
            }),
          ),
        ),
        'price-above-agreed',
      ),
    ).toEqual([]);
  });

  it('states the difference, the start of the agreed price, and the cost', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ price: '132,00', amount: '264,00' }))), 'price-above-agreed'),
    ).toMatchObject([
      {
        class: 57,
        severity: 'confirm',
        found: '132,00',
        expected: '120.00',
        amount: '24.00',
        params: { percent: '10.0', from: '2026-01-01' },
        fix: {
          patches: [
            { column: 5, value: '120.00' },
            { column: 6, value: '240.00' },
          ],
        },
      },
    ]);
  });

  it('uses the price on the delivery date', async () => {
    const context = { ...march, period: { key: '2025-12', start: '2025-12-01', end: '2026-01-01' } };
    const checkResult = await checkCsv(
      report(line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '1,20', amount: '2,40', date: '05.12.2025' })),
      { context },
    );
    expect(findingsOf(checkResult, 'price-above-agreed')).toMatchObject([{ expected: '1.12' }]);
  });

  it('reports once what it cannot compare', async () => {
    const checkResult = await checkCsv(report(line({ unit: 'kg' }), line({ unit: 'kg', invoice: 'F2' })));
    expect(findingsOf(checkResult, 'cannot-evaluate')).toMatchObject([
      { params: { need: 'unit', item: '7001' }, place: { row: 2 } },
    ]);
  });

  describe('with a price model of the lot', () => {
    const lots = { ...march.items!, lot: ['1A', '1A', '1B', null] };
    const of = (model: Partial<PriceModel>, prices = march.prices!): CheckContext => ({
      ...march,
      items: lots,
      prices,
      priceModels: [{ kind: 'fixed', lot: '1A', from: '2026-01-01', to: null, ...model }],
    });
    const listed = { item: [1], price: ['150.00'], from: ['2026-03-02'], to: [null], basis: ['list' as const] };
    const said = async (context: CheckContext, changes: Record<string, string>, code = 'price-above-agreed') =>
      findingsOf(await checkCsv(report(line(changes)), { context }), code);

    it('subtracts the discount from the list price', async () => {
      const context = of({ kind: 'list-discount', discount: '20' }, listed);
      expect(await said(context, { price: '120,00', amount: '240,00' })).toEqual([]);
      expect(await said(context, { price: '132,00', amount: '264,00' })).toMatchObject([
        { expected: '120.00', params: { percent: '10.0', from: '2026-03-02' } },
      ]);
    });

    it("accepts prices within the agreement's tolerance", async () => {
      expect(await said(of({ tolerance: '10' }), { price: '132,00', amount: '264,00' })).toEqual([]);
      expect(await said(of({ tolerance: '9.9' }), { price: '132,00', amount: '264,00' })).toHaveLength(1);
    });

    it.each([
      ['list-ended', of({ kind: 'weekly-list' }, listed), { price: '999,00', amount: '1998,00', date: '09.03.2026' }],
      ['no-list', of({ kind: 'weekly-list' }, listed), { price: '999,00', amount: '1998,00', date: '01.03.2026' }],
      ['no-discount', of({ kind: 'list-discount' }, listed), { price: '999,00', amount: '1998,00' }],
      ['no-cost', of({ kind: 'cost-plus', markup: '5' }, listed), { price: '999,00', amount: '1998,00' }],
      ['no-model', of({ from: '2026-03-20' }), { price: '999,00', amount: '1998,00' }],
      [
        'weight-varies',
        of({ kind: 'catch-weight' }, { item: [1], price: ['189.00'], from: ['2026-01-01'], to: [null], unit: ['kg'] }),
        { price: '999,00', amount: '1998,00' },
      ],
      [
        'no-tier',
        of({ kind: 'tiers' }, { item: [1], price: ['100'], from: ['2026-01-01'], to: [null], fromQuantity: ['10'] }),
        { price: '999,00', amount: '1998,00' },
      ],
    ])('reports nothing when the price is unknown: %s', async (need, context, changes) => {
      expect(await said(context, changes)).toEqual([]);
      expect(await said(context, changes, 'cannot-evaluate')).toMatchObject([
        { severity: 'info', params: { need, item: '7001', checks: 'price-above-agreed' } },
      ]);
    });

    it('accepts a credit at the price of the week of the sale', async () => {
      const weekly = {
        item: [1, 1],
        price: ['145.00', '120.00'],
        from: ['2026-03-02', '2026-03-09'],
        to: ['2026-03-08', '2026-03-15'],
        basis: ['list' as const, 'list' as const],
      };
      const context = of({ kind: 'weekly-list' }, weekly);
      expect(await said(context, { date: '10.03.2026', price: '145,00', quantity: '-2', amount: '-290,00' })).toEqual(
        [],
      );
      expect(await said(context, { date: '10.03.2026', price: '145,00', amount: '290,00' })).toMatchObject([
        { expected: '120.00' },
      ]);
      expect(
        await said(context, { date: '10.03.2026', price: '156,00', quantity: '-2', amount: '-312,00' }),
      ).toHaveLength(1);
    });

    it('applies prices of other lots as written', async () => {
      const context = of({ kind: 'weekly-list' });
      expect(
        await said(context, { item: 'H-N-M', name: 'Nitrilhansker M', price: '1,40', amount: '2,80' }),
      ).toMatchObject([{ expected: '1.20' }]);
    });

    it('uses the quantity for tier prices', async () => {
      const context = of(
        { kind: 'tiers' },
        {
          item: [1, 1],
          price: ['120', '100'],
          from: ['2026-01-01', '2026-01-01'],
          to: [null, null],
          fromQuantity: ['1', '10'],
        },
      );
      expect(await said(context, { quantity: '9', price: '120,00', amount: '1080,00' })).toEqual([]);
      expect(await said(context, { quantity: '10', price: '120,00', amount: '1200,00' })).toMatchObject([
        { expected: '100' },
      ]);
    });

    it('matches an item by its former number', async () => {
      const context = { ...march, itemChanges: { number: ['6999'], item: [1], on: ['2026-02-01'] } };
      expect(await said(context, { item: '6999', name: '', price: '132,00', amount: '264,00' })).toMatchObject([
        { expected: '120.00' },
      ]);
    });
  });
});
