import { bytesOf, openTable, writeCut, writeXlsx } from '@tallgrunn/tabular';
import { unzipSync } from 'fflate';
import type { TableFile } from '@tallgrunn/tabular';
import { mask } from '../cells/personal-data.ts';
import { checkReport } from '../check-report.ts';
import type { CheckContext } from '../context.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import { heading, headingCells, line, lineCells, march, report, workbookOf } from '../testing.ts';
import type { CustomerAnswers } from './cut-file.ts';
import { CutFile, customersOf, cutTable, lookedTable } from './cut-file.ts';
import { FileLook } from './file-look.ts';
import { LeftOutRows } from './left-out-rows.ts';

const terms = monthlyFood();
const person = '13097248022';

const csv = (text: string): Promise<TableFile> => openTable(bytesOf(new TextEncoder().encode(text)), 'alle.csv');

async function lookAt(table: TableFile, context: CheckContext = march): Promise<FileLook> {
  const look = new FileLook(compilePlan(terms, context), table);
  for await (const batch of lookedTable(table, look).batches()) void batch;
  look.end();
  return look;
}

async function cut(table: TableFile, answers?: CustomerAnswers) {
  const look = await lookAt(table);
  const cutting = new CutFile(look, answers ? { answers } : {});
  const pieces: Uint8Array[] = [];
  for await (const piece of writeCut(table, cutting)) pieces.push(piece);
  const written = Buffer.concat(pieces);
  return { look, cutting, customers: customersOf(look, answers), written: written.toString(), bytes: written };
}

const everybody = report(
  line(), // 2
  line({ buyer: 'Rema 1000 Elverum AS', amount: '999,00' }), // 3
  line({ buyer: 'Elverum kommune' }), // 4
  line({ buyer: 'Kari Nordmann' }), // 5
  line({ buyer: 'Åsnes gård' }), // 6
  line({ buyer: 'Sør-Odal' }), // 7
  'Totalt;;;;;;9 876 543,00;;',
);

describe('cutting a file of all customers', () => {
  it('lets only what concerns us go, with its row numbers, and asks about what is like ours', async () => {
    const { cutting, customers, written } = await cut(await csv(everybody));
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

  it('does as a person answers: for one asked about, and for one held for another', async () => {
    const look = await lookAt(await csv(everybody));
    const key = (name: string) => [...look.customers.values()].find((each) => each.name === name)?.key ?? '';
    const answers: CustomerAnswers = new Map([
      [key('Åsnes gård'), 'others'],
      [key('Kari Nordmann'), 'ours'],
    ]);
    const { cutting, written } = await cut(await csv(everybody), answers);
    expect(cutting.facts.rows).toBe(3);
    expect(written).toContain('Kari Nordmann');
    expect(written).not.toContain('Åsnes gård');
  });

  it('is checked as its copy will be, and points at the rows of the whole file', async () => {
    const table = await csv(
      everybody.replace(
        'Sør-Odal;7001;Lettmelk 10 l;2;stk;120,00;240,00',
        'Sør-Odal;7001;Lettmelk 10 l;2;stk;130,00;260,00',
      ),
    );
    const { cutting, bytes } = await cut(table);
    const here = await checkReport(cutTable(table, cutting), { terms, context: march });
    const there = await checkReport(await openTable(bytesOf(bytes), 'alle.csv'), { terms, context: march });
    expect(here.groups).toEqual(there.groups);
    expect(here.totals).toEqual(there.totals);
    expect(here.findings.find(({ code }) => code === 'price-above-agreed')?.place?.row).toBe(7);
    expect(Object.keys(here.counts)).not.toContain('total-row');
  });

  it('goes as it is when it is ours alone, a stranger or two and all', async () => {
    const { cutting, customers } = await cut(
      await csv(report(line(), line({ buyer: 'Glåmdal Bruktbutikk' }), line({ buyer: 'Åsnes gård' }))),
    );
    expect(cutting.cutsAnything).toBe(false);
    expect(customers).toEqual({ others: [], doubtful: [] });
  });

  it('is known by many names of which nothing is known', async () => {
    const { cutting } = await cut(
      await csv(report(line(), ...['Kari Nordmann', 'Ola Hansen', 'Per Olsen'].map((buyer) => line({ buyer })))),
    );
    expect(cutting.facts.rows).toBe(3);
  });

  it('keeps back all rows of a customer that stands in one cell for many', async () => {
    const rows = [
      headingCells,
      lineCells({ buyer: 'Elverum kommune' }),
      lineCells({ buyer: null, invoice: 'F2' }),
      lineCells({ invoice: 'F3' }),
      lineCells({ buyer: null, invoice: 'F4' }),
    ];
    const { cutting, customers } = await cut(workbookOf({ merged: ['A2:A3', 'A4:A5'], rows }));
    expect(cutting.facts.rows).toBe(2);
    expect(customers.doubtful).toEqual([]);
  });

  it('goes as it is when nobody has told who our buyers are', async () => {
    const { buyers: _unknown, sites: _too, ...context } = march;
    const look = await lookAt(await csv(everybody), context);
    expect(new CutFile(look).cutsAnything).toBe(false);
  });

  it('lets be what other reports answer for, in a file that is divided among several', async () => {
    const table = await csv(everybody);
    const elsewhere = [
      { sheet: '', ranges: [[4, 4]] as const },
      { sheet: '', ranges: [[3, 3]] as const },
    ];
    const look = new FileLook(compilePlan(terms, march), table, undefined, { elsewhere, columns: [] });
    for await (const batch of lookedTable(table, look).batches()) void batch;
    look.end();
    const rows = [];
    for await (const batch of cutTable(
      table,
      new CutFile(look, { answers: new Map([...look.customers.keys()].map((key) => [key, 'others'])) }),
    ).batches())
      rows.push(...batch);
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 7]);
  });

  it('is read as its copy will be: written in UTF-8, whatever the file was', async () => {
    const table = await openTable(bytesOf(Buffer.from(everybody, 'latin1')), 'alle.csv');
    const { cutting, bytes } = await cut(table);
    const copy = await openTable(bytesOf(bytes), 'alle.csv');
    expect([table.encoding, copy.encoding, cutTable(table, cutting).encoding]).toEqual([
      'windows-1252',
      'utf-8',
      'utf-8',
    ]);
    const [seen, sent] = await Promise.all(
      [cutTable(table, cutting), copy].map((each) => checkReport(each, { terms, context: march })),
    );
    expect(seen).toEqual(sent);
  });

  it('leaves behind the sheets of others and those that sum everybody up', async () => {
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
    const { cutting } = await cut(table);
    expect(['Kongsvinger', 'Rema 1000 AS', 'Sammendrag'].map((name) => cutting.takesSheet(name))).toEqual([
      true,
      false,
      false,
    ]);
    expect(cutting.facts.rows).toBe(1);
  });

  it('blanks the columns of others in a table of buyers, and takes no row that is theirs alone', async () => {
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
    const { cutting } = await cut(table);
    const rows = [];
    for await (const batch of cutTable(table, cutting).batches()) rows.push(...batch);
    expect(rows.map(({ row, cells }) => [row, cells.slice(5).map(({ text }) => text)])).toEqual([
      [1, ['Kongsvinger', 'Sør-Odal', '', '']],
      [2, ['2', '1', '', '']],
    ]);
    expect(cutting.facts.rows).toBe(2);
  });

  it('blanks all that stands under another customer, with sums, and reads the one that is left as before', async () => {
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
    const { cutting, written } = await cut(table);
    const rows = [];
    const left = cutTable(table, cutting);
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

  it('stay with all their rows, when it is known that the column is filled down', async () => {
    const filled = { ...march, filledDown: { field: ['buyer'], heading: ['Kunde'] } };
    const table = await csv(groups);
    const look = await lookAt(table, filled);
    const cutting = new CutFile(look);
    expect(cutting.facts.rows).toBe(3);
    expect(customersOf(look).others.map(({ name, rows }) => [name, rows])).toEqual([['Rema 1000 Elverum AS', 3]]);
    const rows = [];
    for await (const batch of cutTable(table, cutting).batches()) rows.push(...batch.map(({ row }) => row));
    expect(rows).toEqual([1, 2, 3, 7, 8]);
    expect(await checkReport(cutTable(table, cutting), { terms, context: filled })).toMatchObject({
      ok: true,
      accepted: 4,
    });
  });
});

describe('what is about persons', () => {
  const people = [
    `${heading};Ansattnavn;Merknad;Navn`,
    `${line()};Ola Nordmann;ringte ${person};Per`,
    `${line({ invoice: person })};;;`,
  ].join('\r\n');

  it('does not go: columns of no field are blank, an identity number among the fields is masked', async () => {
    const { cutting, written } = await cut(await csv(people));
    expect(cutting.facts).toEqual({
      rows: 0,
      columns: [
        { sheet: '', column: 9, heading: 'Ansattnavn', row: 1 },
        { sheet: '', column: 10, heading: 'Merknad', row: 2 },
        { sheet: '', column: 11, heading: 'Navn', row: 1 },
      ],
      cells: 1,
      unused: [],
      sheets: 0,
      leftOut: 0,
    });
    expect(written).not.toMatch(/Ola Nordmann|Ansattnavn|Per\b/);
    expect(written).not.toContain(person);
    expect(written).toContain(mask);
  });

  it('is still told of: each cell of a field that was masked, and each column that went, as of the whole file', async () => {
    const table = await csv(people);
    const { cutting } = await cut(table);
    const verdict = await checkReport(cutTable(table, cutting), {
      terms,
      context: march,
      withheld: cutting.facts.columns,
    });
    expect(
      verdict.findings.filter(({ code }) => code === 'personal-data').map(({ place, found }) => [place?.cell, found]),
    ).toEqual([['I3', mask]]);
    expect(verdict.findings.filter(({ code }) => code === 'personal-column').map(({ place }) => place?.cell)).toEqual([
      'J1',
      'K2',
      'L1',
    ]);
    expect(verdict).toMatchObject({ accepted: 1, quarantined: 1 });
    expect(await checkReport(table, { terms, context: march })).toEqual(verdict);
  });

  it.each([
    [
      'a workbook with a sheet of persons alone',
      workbookOf(
        {
          rows: [
            [...headingCells, 'Fnr'],
            [...lineCells(), Number(person)],
          ],
        },
        {
          name: 'Bestillere',
          rows: [
            ['Kari', Number(person)],
            [null, null],
            ['Ola', Number(person)],
          ],
        },
        { name: 'Ark3', rows: [headingCells, lineCells({ invoice: 'F9', quantity: 'to' })] },
      ),
    ],
    [
      'a number above the heading, and in a row of sums',
      workbookOf({
        rows: [
          ['Rapport', ...Array.from({ length: 9 }, () => null), person],
          headingCells,
          lineCells(),
          ['Totalt', null, null, null, null, null, 240, null, null, Number(person)],
        ],
      }),
    ],
    [
      'a heading that is a number of somebody',
      workbookOf({
        rows: [
          [...headingCells, person],
          [...lineCells(), 'x'],
        ],
      }),
    ],
  ])('gets the same verdict whole, cut in view and as its copy: %s', async (_, table) => {
    const { cutting, bytes } = await cut(table);
    const options = { terms, context: march, withheld: cutting.facts.columns };
    const whole = await checkReport(table, { terms, context: march });
    expect(whole.counts['personal-column']).toBeGreaterThan(0);
    expect(JSON.stringify(whole)).not.toContain(person);
    const inView = await checkReport(cutTable(table, cutting), options);
    expect(inView.findings).toEqual(whole.findings);
    expect((await checkReport(await openTable(bytesOf(bytes), 'alle.xlsx'), options)).findings).toEqual(whole.findings);
  });

  it('is told of JSON lines by its name, for a name has no column', async () => {
    const table = await openTable(
      bytesOf(
        new TextEncoder().encode(
          `{"buyer":"Kongsvinger","ansattnavn":"Ola Nordmann","itemNumber":"7001","quantity":"2","unit":"stk","unitPrice":"120.00","amount":"240.00","deliveredOn":"2026-03-05","invoiceNumber":"F1"}\n`,
        ),
      ),
      'alle.jsonl',
    );
    const { cutting, bytes } = await cut(table);
    const options = { terms, context: march, withheld: cutting.facts.columns };
    const whole = await checkReport(table, { terms, context: march });
    expect(whole.findings.filter(({ code }) => code === 'personal-column').map(({ place }) => place)).toEqual([
      { sheet: null, row: null, column: 'ansattnavn', cell: null },
    ]);
    expect((await checkReport(await openTable(bytesOf(bytes), 'alle.jsonl'), options)).findings).toEqual(
      whole.findings,
    );
  });
});

describe('what nothing reads', () => {
  const strangers = /Lena Ødegårdsrud|lena@grossist|912 34 567|Rolf Kleppestø|intern merknad/;
  const rows = [
    ['Kontakt: Rolf Kleppestø, tlf 912 34 567'],
    [...headingCells, 'Bestilt av', 'Kontakt', 'Merknad'],
    [...lineCells(), 'Lena Ødegårdsrud', 'lena@grossist.example', 'intern merknad'],
    [...lineCells({ invoice: 'F2' }), 'Lena Ødegårdsrud', null, null],
  ];

  it('stays at home whatever it holds: columns of no field, what stands above the heading, sheets without lines', async () => {
    const table = workbookOf({ rows }, { name: 'Ansatte', rows: [['Rolf Kleppestø'], ['Lena Ødegårdsrud']] });
    const { cutting, bytes } = await cut(table);
    expect(cutting.facts).toMatchObject({ rows: 0, columns: [], cells: 0, sheets: 1 });
    expect(cutting.facts.unused.map(({ heading }) => heading)).toEqual(['Bestilt av', 'Kontakt', 'Merknad']);
    const copy = await openTable(bytesOf(bytes), 'alle.xlsx');
    const texts: string[] = [];
    for await (const batch of copy.batches()) for (const row of batch) texts.push(...row.cells.map(({ text }) => text));
    expect(texts.join(' ')).not.toMatch(strangers);
    expect(texts.join(' ')).toContain('Bestilt av');
  });

  it('changes nothing of the verdict: whole and copy are judged alike', async () => {
    for (const table of [
      workbookOf({ rows }),
      await csv(
        [
          `${heading};Bestilt av;Kontakt`,
          `${line()};Lena Ødegårdsrud;x`,
          `Sum;;;;;;240,00;;;Sum Lena;`,
          `${line({ invoice: 'F2', quantity: 'to' })};;x`,
        ].join('\r\n'),
      ),
    ]) {
      const { bytes } = await cut(table);
      const whole = await checkReport(table, { terms, context: march });
      expect(
        (
          await checkReport(await openTable(bytesOf(bytes), table.format === 'csv' ? 'alle.csv' : 'alle.xlsx'), {
            terms,
            context: march,
          })
        ).findings,
      ).toEqual(whole.findings);
    }
  });

  it('is redacted where it is read: a name in the name of an item', async () => {
    const table = await csv(report(line({ name: 'Vikartime Kari Nordmann' })));
    const { cutting, written } = await cut(table);
    expect(cutting.facts.cells).toBe(1);
    expect(written).not.toContain('Nordmann');
    expect(JSON.stringify(await checkReport(table, { terms, context: march }))).not.toContain('Nordmann');
  });
});

describe('private customers', () => {
  it('stay at home, also when the file is of ours alone otherwise', async () => {
    const { cutting, written } = await cut(await csv(report(line(), line({ buyer: 'Kari Nordmann' }))));
    expect(cutting.facts.rows).toBe(1);
    expect(written).not.toContain('Nordmann');
  });
});

describe('rows that are left out', () => {
  async function leftOutOf(table: TableFile): Promise<string> {
    const look = await lookAt(table);
    const leftOut = new LeftOutRows();
    await checkReport(table, { terms, context: march, onLine: (each) => leftOut.add(each) });
    const cutting = new CutFile(look, { leftOut });
    const pieces: Uint8Array[] = [];
    for await (const piece of writeCut(table, cutting)) pieces.push(piece);
    const copy = await openTable(bytesOf(Buffer.concat(pieces)), table.format === 'csv' ? 'alle.csv' : 'alle.xlsx');
    const verdict = await checkReport(copy, { terms, context: march });
    const texts: string[] = [
      `${cutting.facts.leftOut} of ${verdict.accepted + cutting.facts.leftOut}, ${verdict.quarantined} there`,
    ];
    for await (const batch of (
      await openTable(bytesOf(Buffer.concat(pieces)), table.format === 'csv' ? 'alle.csv' : 'alle.xlsx')
    ).batches())
      for (const row of batch) texts.push(...row.cells.map(({ text }) => text));
    return texts.join('|');
  }

  it('do not go along, whatever the cause', async () => {
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

  it('go with their column in a table of customers', async () => {
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

describe('a sheet that is called after a person', () => {
  const columns = headingCells.map((header) => ({ header: String(header), kind: 'text' as const }));
  const row = lineCells().map((cell) => (cell === null ? '' : String(cell)));
  const sheetsOf = (...names: string[]) => names.map((name) => ({ name, columns, rows: [row] }));

  async function opened(...names: string[]): Promise<TableFile> {
    const pieces: Uint8Array[] = [];
    for await (const piece of writeXlsx(sheetsOf(...names))) pieces.push(piece);
    return openTable(bytesOf(Buffer.concat(pieces)), 'alle.xlsx');
  }

  it('has a name without the person in the verdict, in the copy and in what is told of it, also when nothing else stays', async () => {
    const table = await opened('Salg Kari Nordmann 2026');
    const { cutting, bytes, look } = await cut(table);
    expect(cutting.cutsAnything).toBe(true);
    const whole = await checkReport(table, { terms, context: march });
    const texts = Object.entries(unzipSync(bytes)).map(([name, part]) => name + Buffer.from(part).toString());
    expect(texts.join('\n')).toContain('Salg ••• 2026');
    expect(JSON.stringify([whole, cutting.facts, [...look.sheets.keys()], texts])).not.toContain('Nordmann');
    expect(await checkReport(await openTable(bytesOf(bytes), 'alle.xlsx'), { terms, context: march })).toEqual(whole);
  });

  it('goes as it is when no sheet is called after a person', async () => {
    const { cutting } = await cut(await opened('Salg 2026', 'Kongsvinger'));
    expect(cutting.cutsAnything).toBe(false);
  });

  it('stays with its rows where sheets are called after customers', async () => {
    const without = headingCells
      .map((cell, at) => [cell, at] as const)
      .filter(([cell]) => cell !== 'Kunde')
      .map(([, at]) => at);
    const sheets = ['Kongsvinger', 'Kari Nordmann'].map((name) => ({
      name,
      columns: without.map((at) => columns[at]!),
      rows: [without.map((at) => row[at]!)],
    }));
    const pieces: Uint8Array[] = [];
    for await (const piece of writeXlsx(sheets)) pieces.push(piece);
    const { cutting } = await cut(await openTable(bytesOf(Buffer.concat(pieces)), 'alle.xlsx'));
    expect([cutting.takesSheet('Kongsvinger'), cutting.takesSheet('•••')]).toEqual([true, false]);
    expect(cutting.facts).toMatchObject({ rows: 1 });
  });
});
