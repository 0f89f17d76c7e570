import { bytesOf, openTable, writeRedacted } from '@tallgrunn/tabular';
import type { TableFile } from '@tallgrunn/tabular';
import { checkReport } from '../check-report.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import { heading, headingCells, line, lineCells, march, report, workbookOf } from '../testing.ts';
import type { CustomerAnswers } from './redact-file.ts';
import { FileRedactor, customersOf, redactedTable, inspectedTable } from './redact-file.ts';
import { FileInspection } from './inspect-file.ts';
import { ExcludedRows } from './left-out-rows.ts';
import { terms, csv, inspect, redact, allCustomersCsv } from './testing-redaction.ts';

describe('redacting a file of all customers', () => {
  it('retains only rows of our buyers with their row numbers, and asks about similar customers', async () => {
    const { cutting, customers, written } = await redact(await csv(allCustomersCsv));
    expect(cutting.facts).toEqual({ rows: 3, columns: [], cells: 0, unused: [], sheets: 0, leftOut: 0 });
    expect(customers.others.map(({ name }) => name).sort()).toEqual([
      'Elverum kommune',
      'Kari Nordmann',
      'Rema 1000 Elverum AS',
    ]);
    expect(customers.doubtful.map(({ name, rows }) => [name, rows])).toEqual([['Åsnes gård', 1]]);
    expect(written).toBe(
      `\ufeff${heading}\r\n${line()}\r\n\r\n\r\n\r\n${line({ buyer: 'Åsnes gård' })}\r\n${line({ buyer: 'Sør-Odal' })}\r\n`,
    );
  });

  it("applies a person's answers about uncertain and wrongly classified customers", async () => {
    const look = await inspect(await csv(allCustomersCsv));
    const key = (name: string) => [...look.customers.values()].find((each) => each.name === name)?.key ?? '';
    const answers: CustomerAnswers = new Map([
      [key('Åsnes gård'), 'others'],
      [key('Kari Nordmann'), 'ours'],
    ]);
    const { cutting, written } = await redact(await csv(allCustomersCsv), answers);
    expect(cutting.facts.rows).toBe(3);
    expect(written).toContain('Kari Nordmann');
    expect(written).not.toContain('Åsnes gård');
  });

  it('checks the file like its copy, with row numbers of the whole file', async () => {
    const table = await csv(
      allCustomersCsv.replace(
        'Sør-Odal;7001;Lettmelk 10 l;2;stk;120,00;240,00',
        'Sør-Odal;7001;Lettmelk 10 l;2;stk;130,00;260,00',
      ),
    );
    const { cutting, bytes } = await redact(table);
    const here = await checkReport(redactedTable(table, cutting), { terms, context: march });
    const there = await checkReport(await openTable(bytesOf(bytes), 'alle.csv'), { terms, context: march });
    expect(here.groups).toEqual(there.groups);
    expect(here.totals).toEqual(there.totals);
    expect(here.findings.find(({ code }) => code === 'price-above-agreed')?.place?.row).toBe(7);
    expect(Object.keys(here.counts)).not.toContain('total-row');
  });

  it('sends a file unchanged when it is only about our buyers, with one or two unknown names', async () => {
    const { cutting, customers } = await redact(
      await csv(report(line(), line({ buyer: 'Glåmdal Bruktbutikk' }), line({ buyer: 'Åsnes gård' }))),
    );
    expect(cutting.removesAnything).toBe(false);
    expect(customers).toEqual({ others: [], doubtful: [] });
  });

  it('recognises such a file by many unknown names', async () => {
    const { cutting } = await redact(
      await csv(report(line(), ...['Kari Nordmann', 'Ola Hansen', 'Per Olsen'].map((buyer) => line({ buyer })))),
    );
    expect(cutting.facts.rows).toBe(3);
  });

  it('removes all rows of a customer whose cell applies to many rows', async () => {
    const rows = [
      headingCells,
      lineCells({ buyer: 'Elverum kommune' }),
      lineCells({ buyer: null, invoice: 'F2' }),
      lineCells({ invoice: 'F3' }),
      lineCells({ buyer: null, invoice: 'F4' }),
    ];
    const { cutting, customers } = await redact(workbookOf({ merged: ['A2:A3', 'A4:A5'], rows }));
    expect(cutting.facts.rows).toBe(2);
    expect(customers.doubtful).toEqual([]);
  });

  it('sends a file unchanged without a list of buyers', async () => {
    const { buyers: _unknown, sites: _too, ...context } = march;
    const look = await inspect(await csv(allCustomersCsv), context);
    expect(new FileRedactor(look).removesAnything).toBe(false);
  });

  it('retains rows of other reports in a file divided among several', async () => {
    const table = await csv(allCustomersCsv);
    const elsewhere = [
      { sheet: '', ranges: [[4, 4]] as const },
      { sheet: '', ranges: [[3, 3]] as const },
    ];
    const look = new FileInspection(compilePlan(terms, march), table, undefined, { elsewhere, columns: [] });
    for await (const batch of inspectedTable(table, look).batches()) void batch;
    look.end();
    const rows = [];
    for await (const batch of redactedTable(
      table,
      new FileRedactor(look, { answers: new Map([...look.customers.keys()].map((key) => [key, 'others'])) }),
    ).batches())
      rows.push(...batch);
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 7]);
  });

  it('reads the file like its copy: in UTF-8, whatever its encoding was', async () => {
    const table = await openTable(bytesOf(Buffer.from(allCustomersCsv, 'latin1')), 'alle.csv');
    const { cutting, bytes } = await redact(table);
    const copy = await openTable(bytesOf(bytes), 'alle.csv');
    expect([table.encoding, copy.encoding, redactedTable(table, cutting).encoding]).toEqual([
      'windows-1252',
      'utf-8',
      'utf-8',
    ]);
    const [seen, sent] = await Promise.all(
      [redactedTable(table, cutting), copy].map((each) => checkReport(each, { terms, context: march })),
    );
    expect(seen).toEqual(sent);
  });

  it('removes sheets of others and sheets that sum up all customers', async () => {
    const rows = (buyer: string | null) => [
      headingCells.filter((each) => each !== 'Kunde'),
      lineCells().slice(1),
      ...(buyer ? [[`${buyer} sum`, null, null, null, null, 240]] : []),
    ];
    const table = workbookOf(
      { name: 'Kongsvinger', rows: rows(null) },
      { name: 'Rema 1000 AS', rows: rows(null) },
      {
        name: 'Sammendrag',
        rows: [
          ['Rema 1000 AS', 240],
          ['Kongsvinger', 240],
        ],
      },
    );
    const { cutting } = await redact(table);
    expect(['Kongsvinger', 'Rema 1000 AS', 'Sammendrag'].map((name) => cutting.takesSheet(name))).toEqual([
      true,
      false,
      false,
    ]);
    expect(cutting.facts.rows).toBe(1);
  });

  it('blanks the columns of others in a cross table of buyers, and removes rows with only theirs', async () => {
    const table = workbookOf({
      rows: [
        [
          'Varenummer',
          'Varenavn',
          'Enhet',
          'Enhetspris',
          'Leveringsdato',
          'Kongsvinger',
          'Sør-Odal',
          'Rema 1000 AS',
          'Sum',
        ],
        ['7001', 'Lettmelk 10 l', 'stk', 120, '05.03.2026', 2, 1, 500, 503],
        ['7001', 'Lettmelk 10 l', 'stk', 120, '06.03.2026', null, null, 70, 70],
      ],
    });
    const { cutting } = await redact(table);
    const rows = [];
    for await (const batch of redactedTable(table, cutting).batches()) rows.push(...batch);
    expect(rows.map(({ row, cells }) => [row, cells.slice(5).map(({ text }) => text)])).toEqual([
      [1, ['Kongsvinger', 'Sør-Odal', '', '']],
      [2, ['2', '1', '', '']],
    ]);
    expect(cutting.facts.rows).toBe(2);
  });

  it('blanks all columns of another customer and sums, and reads the remaining customer as before', async () => {
    const table = workbookOf({
      rows: [
        [
          null,
          null,
          null,
          null,
          null,
          'Kongsvinger',
          null,
          'Rema 1000 AS',
          null,
          'Kiwi Elverum AS',
          null,
          'Totalt',
          null,
        ],
        [
          'Varenummer',
          'Varenavn',
          'Enhet',
          'Enhetspris',
          'Leveringsdato',
          'Antall',
          'Beløp',
          'Antall',
          'Beløp',
          'Antall',
          'Beløp',
          'Antall',
          'Beløp',
        ],
        ['7001', 'Lettmelk 10 l', 'stk', 120, '05.03.2026', 2, 240, 500, 60000, null, null, 502, 60240],
        ['7001', 'Lettmelk 10 l', 'stk', 120, '06.03.2026', null, null, 70, 8400, 1, 120, 71, 8520],
      ],
    });
    const { cutting, written } = await redact(table);
    const rows = [];
    const left = redactedTable(table, cutting);
    for await (const batch of left.batches()) rows.push(...batch);
    expect(
      rows.map(({ row, cells }) => [
        row,
        cells
          .slice(5)
          .map(({ text }) => text)
          .join('|'),
      ]),
    ).toEqual([
      [1, 'Kongsvinger|||||||'],
      [2, 'Antall|Beløp||||||'],
      [3, '2|240||||||'],
    ]);
    expect(cutting.facts.rows).toBe(3);
    expect(written).not.toMatch(/Rema|Kiwi|60240/);
    expect(await checkReport(left, { terms, context: march })).toMatchObject({
      ok: true,
      rows: 1,
      totals: { amount: '240.00' },
    });
  });
});

describe('customers on the first row of each group', () => {
  const groups = report(
    line(),
    line({ buyer: '', invoice: 'F2' }),
    line({ buyer: 'Rema 1000 Elverum AS', invoice: 'F3' }),
    line({ buyer: '', amount: '999,00', invoice: 'F4' }),
    line({ buyer: '', invoice: 'F5' }),
    line({ buyer: 'Åsnes', invoice: 'F6' }),
    line({ buyer: '', invoice: 'F7' }),
  );

  it('are removed with all their rows when the column is filled down', async () => {
    const filled = { ...march, filledDown: { field: ['buyer'], heading: ['Kunde'] } };
    const table = await csv(groups);
    const look = await inspect(table, filled);
    const cutting = new FileRedactor(look);
    expect(cutting.facts.rows).toBe(3);
    expect(customersOf(look).others.map(({ name, rows }) => [name, rows])).toEqual([['Rema 1000 Elverum AS', 3]]);
    const rows = [];
    for await (const batch of redactedTable(table, cutting).batches()) rows.push(...batch.map(({ row }) => row));
    expect(rows).toEqual([1, 2, 3, 7, 8]);
    expect(await checkReport(redactedTable(table, cutting), { terms, context: filled })).toMatchObject({
      ok: true,
      accepted: 4,
    });
  });
});

describe('customers named above their lines', () => {
  const grouped = [
    'Varenummer;Varenavn;Leveringsdato;Antall;Enhet;Enhetspris;Beløp',
    'Kunde: 10111 Kongsvinger kommune',
    '7001;Lettmelk 10 l;05.03.2026;2;stk;120,00;240,00',
    'Sum;;;;;;240,00',
    'Kunde: 10222 Rema 1000 Elverum AS',
    '7001;Lettmelk 10 l;06.03.2026;3;stk;120,00;360,00',
    'A100;Kontorstol grå;06.03.2026;1;stk;2000,00;2000,00',
    'Kunde: 10333 Åsnes kommune',
    '7001;Lettmelk 10 l;07.03.2026;4;stk;120,00;480,00',
  ].join('\r\n');

  it('go or stay with their lines', async () => {
    const { cutting, written } = await redact(await csv(grouped));
    expect(cutting.removesRows).toBe(true);
    expect(written).not.toMatch(/Rema|Kontorstol|06\.03/);
    expect(written).toMatch(/Kongsvinger[^]*05\.03\.2026[^]*Åsnes[^]*07\.03\.2026/);
  });

  it('have the same lines in the copy as in the file', async () => {
    const { bytes } = await redact(await csv(grouped));
    const copy = await checkReport(await openTable(bytesOf(bytes), 'alle.csv'), { terms, context: march });
    expect(copy.totals.byBuyer.map(({ buyer, rows, amount }) => [buyer, rows, amount])).toEqual([
      ['a', 1, '480.00'],
      ['k', 1, '240.00'],
    ]);
  });
});

describe('private customers', () => {
  it('are removed, also from a file that is otherwise only about our buyers', async () => {
    const { cutting, written } = await redact(await csv(report(line(), line({ buyer: 'Kari Nordmann' }))));
    expect(cutting.facts.rows).toBe(1);
    expect(written).not.toContain('Nordmann');
  });
});

describe('excluded rows', () => {
  async function leftOutOf(table: TableFile): Promise<string> {
    const look = await inspect(table);
    const leftOut = new ExcludedRows();
    await checkReport(table, { terms, context: march, onLine: (each) => leftOut.add(each) });
    const cutting = new FileRedactor(look, { leftOut });
    const pieces: Uint8Array[] = [];
    for await (const piece of writeRedacted(table, cutting)) pieces.push(piece);
    const copy = await openTable(bytesOf(Buffer.concat(pieces)), table.format === 'csv' ? 'alle.csv' : 'alle.xlsx');
    const checkResult = await checkReport(copy, { terms, context: march });
    const texts: string[] = [
      `${cutting.facts.leftOut} of ${checkResult.accepted + cutting.facts.leftOut}, ${checkResult.quarantined} there`,
    ];
    for await (const batch of (
      await openTable(bytesOf(Buffer.concat(pieces)), table.format === 'csv' ? 'alle.csv' : 'alle.xlsx')
    ).batches())
      for (const row of batch) texts.push(...row.cells.map(({ text }) => text));
    return texts.join('|');
  }

  it('are removed, whatever the cause', async () => {
    const sent = await leftOutOf(
      await csv(
        report(
          line(),
          line({ buyer: 'Glåmdal Bruktbutikk', invoice: 'F2' }),
          line({ quantity: 'noen få', invoice: 'F3' }),
        ),
      ),
    );
    expect(sent).toMatch(/^2 of 3, 0 there/);
    expect(sent).not.toMatch(/Bruktbutikk|noen få|F2|F3/);
  });

  it('are removed with their column in a cross table of customers', async () => {
    const head = ['Varenummer', 'Varenavn', 'Enhet', 'Enhetspris', 'Leveringsdato'];
    const table = workbookOf({
      rows: [
        [null, null, null, null, null, 'Kongsvinger', null, 'Elverum', null, 'Sum', null],
        [...head, 'Antall', 'Beløp', 'Antall', 'Beløp', 'Antall', 'Beløp'],
        ['7001', 'Lettmelk 10 l', 'stk', 120, '05.03.2026', 2, 240, 77, 9240, 79, 9480],
        ['7001', 'Lettmelk 10 l', 'stk', 120, '06.03.2026', null, null, 71, 8520, 71, 8520],
      ],
    });
    const sent = await leftOutOf(table);
    expect(sent).toMatch(/^2 of 3, 0 there/);
    expect(sent).not.toMatch(/Elverum|9240|8520|9480|\|77\|/);
  });
});
