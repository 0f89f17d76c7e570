import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

describe('org-number-length', () => {
  it('accepts nine digits', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ buyer: '944 117 784' }), line({ buyer: 'NO 944117784 MVA', invoice: 'F2' }))),
        'org-number-length',
      ),
    ).toEqual([]);
  });

  it('reports a wrong number of digits', async () => {
    expect(findingsOf(await checkCsv(report(line({ buyer: '91234567' }))), 'org-number-length')).toMatchObject([
      {
        class: 32,
        severity: 'blocksRow',
        found: '91234567',
        expected: '9',
        params: { digits: 8 },
        place: { cell: 'A2' },
      },
    ]);
  });

  it("offers a choice of customer for the supplier's own number", async () => {
    const [said] = findingsOf(await checkCsv(report(line({ buyer: '240397' }))), 'org-number-length');
    expect(said!.fix).toMatchObject({ kind: 'choose-buyer', params: { found: '240397' } });
    expect(said!.fix!.patches).toContainEqual({ set: 'buyer', text: '240397', buyer: 'a' });
  });

  it('accepts a learned number', async () => {
    const context = { ...march, aliases: { text: ['240397', '12345678'], buyer: [2, 1] } };
    const checkResult = await checkCsv(report(line({ buyer: '240397' }), line({ buyer: '12345678', invoice: 'F2' })), {
      context,
    });
    expect(checkResult).toMatchObject({ ok: true, accepted: 2 });
    expect(checkResult.totals.byBuyer.map(({ buyer }) => buyer).sort()).toEqual(['a', 's']);
  });

  it('applies the answer', async () => {
    const text = report(line({ buyer: '240397' }));
    expect(await checkCsv(text, { patches: [{ set: 'buyer', text: '240397', buyer: 'a' }] })).toMatchObject({
      ok: true,
      totals: { byBuyer: [{ buyer: 'a' }] },
    });
  });
});
