import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

describe('number-ambiguous', () => {
  it('accepts a decimal sign that the column proves', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ quantity: '10', price: '120,50', amount: '1.205,00' }),
            line({ quantity: '20', price: '120,00', amount: '2.400', invoice: 'F2' }),
          ),
        ),
        'number-ambiguous',
      ),
    ).toEqual([]);
  });

  it('asks when nothing in the file proves it', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ price: '1.234', amount: '' }).replace(/;2;/, ';3;'),
            line({ price: '2.345', amount: '', invoice: 'F2' }),
          ),
        ),
        'number-ambiguous',
      ),
    ).toMatchObject([
      {
        class: 16,
        severity: 'blocksRow',
        found: '1.234',
        expected: '1234 | 1.234',
        place: { cell: 'F2' },
        fix: { kind: 'choose-decimal-char' },
      },
      { found: '2.345' },
    ]);
  });

  it('uses an earlier answer about the heading when nothing proves it', async () => {
    const context = { ...march, readAs: { field: ['unitPrice'], heading: ['Enhetspris'], value: [',' as const] } };
    const unclear = report(line({ price: '1.234', amount: '' }), line({ price: '2.345', amount: '', invoice: 'F2' }));
    expect(findingsOf(await checkCsv(unclear), 'number-ambiguous')).toHaveLength(2);
    expect(findingsOf(await checkCsv(unclear, { context }), 'number-ambiguous')).toEqual([]);
    expect(
      findingsOf(await checkCsv(unclear.replace('Enhetspris', 'Pris'), { context }), 'number-ambiguous'),
    ).toHaveLength(2);
  });

  it('applies the answer to the whole column', async () => {
    const checkResult = await checkCsv(report(line({ price: '1.234', amount: '2468' })), {
      patches: [{ set: 'decimal-char', field: 'unitPrice', value: ',' }],
    });
    expect(findingsOf(checkResult, 'number-ambiguous')).toEqual([]);
  });
});
