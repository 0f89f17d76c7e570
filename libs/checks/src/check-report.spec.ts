import type { ReportLine } from './line.ts';
import {
  checkCsv,
  checkSheets,
  headingCells,
  line,
  lineCells,
  march,
  report,
  rightLine,
  findingsOf,
  troubles,
} from './testing.ts';

describe('checking a report', () => {
  it('reports nothing about a correct report', async () => {
    const checkResult = await checkCsv(
      report(rightLine, line({ item: '00412', name: 'Kopipapir A4', unit: 'pk', price: '40,00', amount: '80,00' })),
    );
    expect(checkResult.findings).toEqual([]);
    expect(checkResult).toMatchObject({ ok: true, rows: 2, accepted: 2, quarantined: 0 });
    expect(checkResult.totals).toMatchObject({
      currency: 'NOK',
      amount: '320.00',
      byBuyer: [{ buyer: 'k', name: 'Kongsvinger', rows: 2, amount: '320.00' }],
    });
    expect(checkResult.columns[0]).toMatchObject({ headingRow: 1, columns: { buyer: 0, itemNumber: 1, amount: 6 } });
    expect(checkResult.terms).toMatchObject({ id: 'monthly-food', version: 1 });
    expect(checkResult.context?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('returns the same for a workbook', async () => {
    const checkResult = await checkSheets([{ rows: [headingCells, lineCells(), lineCells({ invoice: 'F2' })] }]);
    expect(checkResult.findings).toEqual([]);
    expect(checkResult).toMatchObject({ ok: true, rows: 2, accepted: 2 });
  });

  it('passes on all lines, also rejected ones, with original texts', async () => {
    const lines: ReportLine[] = [];
    const checkResult = await checkCsv(report(rightLine, line({ quantity: 'ca 20' })), {
      onLine: (each) => void lines.push(each),
    });
    expect(checkResult).toMatchObject({ ok: false, rows: 2, accepted: 1, quarantined: 1 });
    expect(lines.map((each) => each.accepted)).toEqual([true, false]);
    expect(lines[0]).toMatchObject({
      row: 2,
      itemNumber: '7001',
      agreedItem: '7001',
      buyer: 'k',
      quantity: '2',
      unit: 'stk',
      unitPrice: '120.00',
      amount: '240.00',
      currency: 'NOK',
      deliveredOn: '2026-03-05',
      invoiceNumber: 'F1',
      kind: 'goods',
    });
    expect(JSON.parse(lines[0]!.rawJson)).toMatchObject({ unitPrice: '120,00', buyer: 'Kongsvinger' });
    expect(lines[0]!.lineKey).toMatch(/^[0-9a-f]{32}-1$/);
  });

  it("applies a person's answers without changing the hashes", async () => {
    const text = report(line({ unit: 'krt' }), line({ buyer: 'Solvang', invoice: 'F2' }));
    const before = await checkCsv(text);
    expect(troubles(before)).toEqual(['unit-unknown', 'buyer-not-entitled']);
    const after = await checkCsv(text, {
      patches: [
        { set: 'cell', sheet: '', row: 2, column: 4, value: 'stk' },
        { set: 'buyer', text: 'Solvang', buyer: 's' },
      ],
    });
    expect(troubles(after)).toEqual([]);
    expect(after.totals.byBuyer.map((each) => each.buyer).sort()).toEqual(['k', 's']);
    expect(after.terms).toEqual(before.terms);
    expect(after.context).toEqual(before.context);
  });

  it('reports what cannot be evaluated when nothing is known of the agreement', async () => {
    const checkResult = await checkCsv(report(rightLine), { context: undefined });
    expect(checkResult.ok).toBe(true);
    expect(findingsOf(checkResult, 'cannot-evaluate').map((finding) => finding.params.need)).toEqual([
      'items',
      'prices',
      'buyers',
      'period',
    ]);
    expect(checkResult.context).toBeNull();
  });

  it('applies the severities of the terms', async () => {
    const text = report(line({ price: '130,00', amount: '260,00' }));
    const { monthlyFood } = await import('./examples/monthly-food.ts');
    expect(
      (await checkCsv(text, { terms: monthlyFood({ checks: [{ id: 'price-above-agreed', severity: 'blocksRow' }] }) }))
        .accepted,
    ).toBe(0);
    expect(
      (await checkCsv(text, { terms: monthlyFood({ checks: [{ id: 'price-above-agreed', severity: 'off' }] }) }))
        .findings,
    ).toEqual([]);
    expect(
      (await checkCsv(text, { terms: monthlyFood({ standardChecks: false, checks: [{ id: 'required-empty' }] }) }))
        .findings,
    ).toEqual([]);
  });

  it('is less strict with the first report after onboarding', async () => {
    const text = report(line({ date: '05.04.2026' }));
    expect((await checkCsv(text)).accepted).toBe(0);
    expect((await checkCsv(text, { context: { ...march, firstPeriod: true } })).accepted).toBe(1);
  });

  it('applies a remembered mapping to columns that moved', async () => {
    const text = 'X1;X2;X3;X4;X5;X6;X7;X8\r\nKongsvinger;7001;Lettmelk;2;stk;120,00;240,00;05.03.2026';
    const columns = {
      buyer: 0,
      itemNumber: 1,
      itemName: 2,
      quantity: 3,
      unit: 4,
      unitPrice: 5,
      amount: 6,
      deliveredOn: 7,
    };
    const first = await checkCsv(text, { mapping: { sheet: 'report.csv', headingRow: 1, columns } });
    expect(first).toMatchObject({ ok: true, accepted: 1 });
    const moved = 'X8;X7;X6;X5;X4;X3;X2;X1\r\n05.03.2026;240,00;120,00;stk;2;Lettmelk;7001;Kongsvinger';
    expect(await checkCsv(moved, { mapping: first.columns })).toMatchObject({ ok: true, accepted: 1 });
  });
});
