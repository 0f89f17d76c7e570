import { bytesOf, openTable } from '@tallgrunn/tabular';
import { checkReport } from '../check-report.ts';
import { FileRedactor, redactedTable, inspectedTable } from '../redaction/redact-file.ts';
import { FileInspection } from '../redaction/inspect-file.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { CheckContext } from '../context.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { heading, line, march, report, workbookOf, headingCells, lineCells } from '../testing.ts';
import type { Terms } from '../terms.ts';
import { splitReport } from './split-report.ts';
import type { ReportSplit, SplitObligation } from './split-types.ts';

const month = (key: string): CheckContext['period'] => ({
  key,
  start: `${key}-01`,
  end: `${key.slice(0, 5)}${String(Number(key.slice(5)) + 1).padStart(2, '0')}-01`,
});
const food = (
  key: string,
  changes: Partial<SplitObligation> = {},
  context: Partial<CheckContext> = {},
  terms: Partial<Terms> = {},
): SplitObligation => ({
  id: `food ${key}`,
  terms: monthlyFood(terms),
  lots: [],
  agreementNumber: 'A-1',
  ...changes,
  context: { ...march, period: month(key)!, ...context },
});
const chairs: CheckContext = {
  ...march,
  agreement: { id: 'chairs', title: 'Møbler' },
  items: { number: ['S-1', 'S-2'], name: ['Skolestol', 'Skolepult'], unit: ['stk', 'stk'] },
  prices: { item: [0, 1], price: ['500.00', '900.00'], from: ['2026-01-01', '2026-01-01'], to: [null, null] },
  units: { item: [], unit: [], factor: [], to: [] },
};
const furniture = (key: string, changes: Partial<SplitObligation> = {}): SplitObligation => ({
  id: `furniture ${key}`,
  terms: monthlyFood({ id: 'furniture' }),
  lots: [],
  agreementNumber: 'A-2',
  ...changes,
  context: { ...chairs, period: month(key)! },
});
const chair = (changes: Record<string, string> = {}): string =>
  line({ item: 'S-1', name: 'Skolestol', quantity: '1', price: '500,00', amount: '500,00', invoice: 'M1', ...changes });

/** Divides a file, and checks that the redacted copy sent for each report is divided in the same way. */
async function split(text: string, obligations: readonly SplitObligation[]): Promise<ReportSplit> {
  const open = () => openTable(bytesOf(new TextEncoder().encode(text)), 'erp.csv');
  const found = await splitReport(await open(), obligations);
  for (const { id } of found.shares) {
    const { terms, context } = obligations.find((obligation) => obligation.id === id)!;
    const division = {
      elsewhere: found.shares.filter((share) => share.id !== id).flatMap(({ rows }) => rows),
      columns: found.columns,
    };
    const table = await open();
    const look = new FileInspection(compilePlan(terms, context), table, undefined, division);
    for await (const batch of inspectedTable(table, look).batches()) void batch;
    look.end();
    expect(await splitReport(redactedTable(await open(), new FileRedactor(look)), obligations)).toEqual(found);
  }
  return found;
}
const rowsOf = ({ shares }: ReportSplit): Record<string, number[]> =>
  Object.fromEntries(
    shares.map(({ id, rows }) => [
      id,
      rows.flatMap(({ ranges }) =>
        ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
      ),
    ]),
  );

describe('a file for several reports', () => {
  const dump = report(
    line({ date: '05.01.2026' }),
    chair({ date: '06.01.2026' }),
    line({ date: '07.02.2026', invoice: 'F2' }),
    chair({ date: '08.03.2026', invoice: 'M2' }),
    line({ date: '09.03.2026', invoice: 'F3' }),
    'Sum;;;;;;1720,00;;',
  );
  const quarter = ['2026-01', '2026-02', '2026-03'].map((key) => food(key));

  it('is divided by item and month with lines and amount of each; totals belong to none', async () => {
    const found = await split(dump, [...quarter, furniture('2026-01'), furniture('2026-03')]);
    expect(rowsOf(found)).toEqual({
      'food 2026-01': [2],
      'food 2026-02': [4],
      'food 2026-03': [6],
      'furniture 2026-01': [3],
      'furniture 2026-03': [5],
    });
    expect(found).toMatchObject({ lines: 5, unclaimed: { count: 0 }, unread: [] });
    expect(found.shares.map(({ lines, amount }) => [lines, amount])).toEqual([
      [1, '240.00'],
      [1, '240.00'],
      [1, '240.00'],
      [1, '500.00'],
      [1, '500.00'],
    ]);
  });

  it('loses no line: an unclaimed one has a reason and possible reports', async () => {
    const text = report(
      line({ date: '05.12.2025' }),
      line({ item: 'Q-9', name: 'Ukjent sak', date: '06.03.2026' }),
      chair({ date: '07.03.2026' }),
      line({ date: '' }),
    );
    const found = await split(text, [
      food('2026-03', {}, {}, { scope: 'agreed-items' }),
      { ...furniture('2026-03'), terms: monthlyFood({ id: 'furniture', scope: 'agreed-items' }) },
    ]);
    expect(rowsOf(found)).toEqual({ 'furniture 2026-03': [4] });
    expect(found.unclaimed).toMatchObject({
      count: 3,
      byReason: { 'date-outside': 1, 'item-unknown': 1, 'date-missing': 1 },
      lines: [
        {
          row: 2,
          reason: 'date-outside',
          found: '2025-12-05',
          item: '7001 Lettmelk 10 l',
          buyer: 'Kongsvinger',
          amount: '240.00',
          candidates: ['food 2026-03'],
        },
        { row: 5, reason: 'date-missing', candidates: ['food 2026-03'] },
        { row: 3, reason: 'item-unknown', found: 'Q-9', candidates: ['food 2026-03', 'furniture 2026-03'] },
      ],
    });
    expect(found.lines).toBe(found.shares.reduce((sum, { lines }) => sum + lines, 0) + found.unclaimed.count);
  });

  it('follows a column that names the agreement by number or title, also against the item', async () => {
    const named = (text: string, agreement: string): string => `${text};${agreement}`;
    const text = [
      named(heading, 'Avtalenr'),
      named(line({ date: '05.03.2026' }), 'A-2'),
      named(chair({ date: '05.03.2026' }), 'Mat og drikke'),
      named(chair({ date: '05.03.2026', invoice: 'M2' }), ''),
      named(line({ date: '05.03.2026' }), 'X-77'),
    ].join('\r\n');
    const found = await split(text, [food('2026-03'), furniture('2026-03')]);
    expect(rowsOf(found)).toEqual({ 'food 2026-03': [3], 'furniture 2026-03': [2, 4] });
    expect(found.unclaimed.lines).toMatchObject([{ row: 5, reason: 'agreement-unknown', found: 'X-77' }]);
  });

  it('follows lots and branches when columns name them', async () => {
    const lots = { lots: { key: ['1', '2'], name: ['Tørrvarer', 'Frukt'] } };
    const byLot = await split(
      [
        `${heading};Delkontrakt`,
        `${line({ date: '05.03.2026' })};2`,
        `${line({ date: '06.03.2026' })};Tørrvarer`,
        `${line({ date: '07.03.2026' })};7`,
      ].join('\r\n'),
      [
        food('2026-03', { id: 'dry', lots: ['1'] }, { ...lots, agreement: { id: 'dry', title: 'Tørt' } }),
        food('2026-03', { id: 'fruit', lots: ['2'] }, { ...lots, agreement: { id: 'fruit', title: 'Frukt' } }),
      ],
    );
    expect([rowsOf(byLot), byLot.unclaimed.lines.map(({ row, reason }) => [row, reason])]).toEqual([
      { dry: [3], fruit: [2] },
      [[4, 'lot-unknown']],
    ]);
    const branch = (name: string, orgNumber: string) => food('2026-03', { id: name, part: { name, orgNumber } });
    const byBranch = await split(
      [
        `${heading};Butikk`,
        `${line({ date: '05.03.2026' })};Elverum`,
        `${line({ date: '06.03.2026' })};974760673`,
        `${line({ date: '07.03.2026' })};Oslo`,
      ].join('\r\n'),
      [branch('Elverum', '974760673'), branch('Hamar', '971032146')],
    );
    expect([rowsOf(byBranch), byBranch.unclaimed.lines.map(({ row, reason }) => [row, reason])]).toEqual([
      { Elverum: [2, 3] },
      [[4, 'branch-unknown']],
    ]);
  });

  it("assigns freight to the report of its invoice's goods, in any order", async () => {
    const freight = (invoice: string): string =>
      line({ item: '', name: 'Frakt', quantity: '1', price: '99,00', amount: '99,00', date: '05.03.2026', invoice });
    const found = await split(
      report(
        freight('M1'),
        chair({ date: '05.03.2026' }),
        freight('M1'),
        line({ date: '06.03.2026', invoice: 'F1' }),
        freight('Z'),
      ),
      [food('2026-03'), furniture('2026-03')],
    );
    expect(rowsOf(found)).toEqual({ 'food 2026-03': [5], 'furniture 2026-03': [2, 3, 4] });
    expect(found.unclaimed.lines).toMatchObject([{ row: 6, reason: 'item-unknown', found: 'Frakt' }]);
  });

  it('reports when several reports fit a line, and never assigns it to two', async () => {
    const found = await split(report(line({ date: '05.03.2026' })), [
      food('2026-03'),
      food('2026-03', { id: 'twin' }, { agreement: { id: 'twin', title: 'Tvilling' } }),
    ]);
    expect([found.shares, found.unclaimed.lines]).toMatchObject([
      [],
      [{ reason: 'several', candidates: ['food 2026-03', 'twin'] }],
    ]);
  });

  it('divides a period in which agreement or terms change by the transition date', async () => {
    const ordered = (text: string, day: string): string => `${text};${day}`;
    const fields = monthlyFood().tables[0]!.fields;
    const terms: Partial<Terms> = {
      transition: 'ordered',
      tables: [{ name: 'lines', fields: [...fields, { name: 'orderedOn', type: 'date' }] }],
    };
    const part = (id: string, start: string, end: string, version: number) =>
      food('2026-03', { id }, { period: { key: '2026-03', start, end } }, { ...terms, version });
    const found = await split(
      [
        ordered(heading, 'Bestillingsdato'),
        ordered(line({ date: '20.03.2026' }), '14.03.2026'),
        ordered(line({ date: '20.03.2026', invoice: 'F2' }), '15.03.2026'),
      ].join('\r\n'),
      [part('before', '2026-03-01', '2026-03-15', 1), part('after', '2026-03-15', '2026-04-01', 2)],
    );
    expect(rowsOf(found)).toEqual({ before: [2], after: [3] });
  });

  it('assigns late lines to the first report that accepts them', async () => {
    const found = await split(report(line({ date: '05.01.2026' })), [
      food('2026-03', {}, {}, { lateLines: 'open-period' }),
      food('2026-02', {}, {}, { lateLines: 'open-period' }),
    ]);
    expect(rowsOf(found)).toEqual({ 'food 2026-02': [2] });
  });

  it('handles each sheet separately, and reports unreadable sheets', async () => {
    const sheets = [
      { name: 'Mat', rows: [headingCells, lineCells()] },
      {
        name: 'Møbler',
        rows: [headingCells, lineCells({ item: 'S-1', name: 'Skolestol', price: 500, quantity: 1, amount: 500 })],
      },
      {
        name: 'Notater',
        rows: [
          ['Husk', 'å ringe'],
          ['Kari', 'onsdag'],
        ],
      },
    ];
    const found = await splitReport(workbookOf(...sheets), [food('2026-03'), furniture('2026-03')]);
    expect(found.shares.map(({ id, rows }) => [id, rows])).toEqual([
      ['food 2026-03', [{ sheet: 'Mat', ranges: [[2, 2]] }]],
      ['furniture 2026-03', [{ sheet: 'Møbler', ranges: [[2, 2]] }]],
    ]);
    expect(found.unread).toEqual([{ sheet: 'Notater', rows: 2 }]);
  });

  it('gives details of the first thousand unclaimed lines, and counts the rest', async () => {
    const found = await split(
      report(...Array.from({ length: 2_500 }, (_, at) => line({ date: '05.12.2025', invoice: `F${at}` }))),
      [food('2026-03')],
    );
    expect([found.lines, found.unclaimed.count, found.unclaimed.lines.length]).toEqual([2_500, 2_500, 1_000]);
  });

  it('does not depend on earlier reports', async () => {
    const before: Partial<CheckContext> = {
      earlier: [{ key: '2026-02', start: '2026-02-01', end: '2026-03-01', lineKeys: [] }],
      openPeriods: { key: ['2026-01'], start: ['2026-01-01'], end: ['2026-02-01'] },
    };
    expect(await split(dump, [food('2026-02', {}, before), food('2026-03', {}, before)])).toEqual(
      await split(dump, [food('2026-02'), food('2026-03')]),
    );
  });
});

describe('the check of one share', () => {
  it('reports nothing about the rows of others: lines, sheets, totals or their other agreement', async () => {
    const sheets = [
      {
        name: 'Mat',
        rows: [
          headingCells,
          lineCells(),
          lineCells({ item: 'S-1', name: 'Skolestol', price: 'mye', amount: 500 }),
          ['Sum', '', '', '', '', '', 740, '', ''],
        ],
      },
      {
        name: 'Møbler',
        rows: [
          ['Varenummer', 'Kunde', 'Antall', 'Varenavn'],
          ['S-1', 'Mars', 1, 'Skolestol'],
        ],
      },
    ];
    const context: CheckContext = { ...march, otherAgreements: { id: ['chairs'], title: ['Møbler'] } };
    const whole = await checkReport(workbookOf(...sheets), { terms: monthlyFood(), context });
    expect([whole.ok, whole.rows > 1]).toEqual([false, true]);
    const rows: number[] = [];
    const shared = await checkReport(workbookOf(...sheets), {
      terms: monthlyFood(),
      context,
      share: [{ sheet: 'Mat', ranges: [[2, 2]] }],
      onLine: (each) => void rows.push(each.row),
    });
    expect(shared).toMatchObject({
      ok: true,
      rows: 1,
      accepted: 1,
      totals: { amount: '240.00' },
      sheets: [{ name: 'Mat', rows: 1 }],
    });
    expect(rows).toEqual([2]);
    expect(Object.keys(shared.counts).filter((code) => code !== 'cannot-evaluate')).toEqual([]);
  });

  it('still reports personal data anywhere in the file', async () => {
    const shared = await checkReport(
      workbookOf({ name: 'Mat', rows: [headingCells, lineCells(), lineCells({ buyer: '11077941012' })] }),
      { terms: monthlyFood(), context: march, share: [{ sheet: 'Mat', ranges: [[2, 2]] }] },
    );
    expect(shared.counts['personal-data']).toBe(1);
  });
});
