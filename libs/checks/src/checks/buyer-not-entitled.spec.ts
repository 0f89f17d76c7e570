import { checkCsv, line, march, report, rightLine, findingsOf } from '../testing.ts';

describe('buyer-not-entitled', () => {
  it('accepts customers of the agreement', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'buyer-not-entitled')).toEqual([]);
  });

  it('blocks others', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ buyer: 'Elverum kommune' }), line({ buyer: 'Våler i Østfold', invoice: 'F2' }))),
        'buyer-not-entitled',
      ),
    ).toMatchObject([
      { class: 39, severity: 'blocksRow', found: 'Elverum kommune', fix: { kind: 'choose-buyer' } },
      { found: 'Våler i Østfold' },
    ]);
  });

  it('blocks registered customers that are not entitled', async () => {
    const context = { ...march, buyers: { ...march.buyers!, entitled: [false, true, true, true] } };
    expect(findingsOf(await checkCsv(report(rightLine), { context }), 'buyer-not-entitled')).toMatchObject([
      { found: 'Kongsvinger' },
    ]);
  });
});
