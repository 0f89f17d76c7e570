import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('duplicate-line', () => {
  it('accepts lines with any difference', async () => {
    expect(
      findingsOf(
        await checkCsv(report(rightLine, line({ invoice: 'F2' }), line({ quantity: '3', amount: '360,00' }))),
        'duplicate-line',
      ),
    ).toEqual([]);
  });

  it('takes two sites of one buyer for two customers', async () => {
    const [one, other] = [line({ buyer: 'Kongsvinger kommune' }), line({ buyer: 'Kongsvinger' })];
    expect(findingsOf(await checkCsv(report(one, other)), 'duplicate-line')).toEqual([]);
    expect(findingsOf(await checkCsv(report(one, other, one)), 'duplicate-line')).toHaveLength(1);
  });

  it('names both rows', async () => {
    expect(
      findingsOf(await checkCsv(report(rightLine, line({ invoice: 'F2' }), rightLine)), 'duplicate-line'),
    ).toMatchObject([
      {
        class: 46,
        severity: 'confirm',
        params: { row: 4, other: 2 },
        place: { row: 4, column: null },
        amount: '240.00',
        fix: { patches: [{ set: 'leave-out', row: 4 }] },
      },
    ]);
  });

  it('disappears when the row is excluded', async () => {
    const first = await checkCsv(report(rightLine, rightLine));
    const patches = first.findings.flatMap((finding) => finding.fix?.patches ?? []);
    expect(await checkCsv(report(rightLine, rightLine), { patches })).toMatchObject({ findings: [], rows: 1 });
  });
});
