import { bytesOf, openTable, writeXlsx } from '@tallgrunn/tabular';
import { unzipSync } from 'fflate';
import type { TableFile } from '@tallgrunn/tabular';
import { IDENTITY_MASK } from '../cells/personal-data.ts';
import { checkReport } from '../check-report.ts';
import { heading, headingCells, line, lineCells, march, report, workbookOf } from '../testing.ts';
import { redactedTable } from './redact-file.ts';
import { terms, person, csv, redact } from './testing-redaction.ts';

describe('personal data', () => {
  const people = [
    `${heading};Ansattnavn;Merknad;Navn`,
    `${line()};Ola Nordmann;ringte ${person};Per`,
    `${line({ invoice: person })};;;`,
  ].join('\r\n');

  it('is removed: unused columns are blanked, an identity number in a used column is masked', async () => {
    const { cutting, written } = await redact(await csv(people));
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
    expect(written).toContain(IDENTITY_MASK);
  });

  it('is still reported: each masked cell and each removed column, as for the whole file', async () => {
    const table = await csv(people);
    const { cutting } = await redact(table);
    const checkResult = await checkReport(redactedTable(table, cutting), {
      terms,
      context: march,
      withheld: cutting.facts.columns,
    });
    expect(
      checkResult.findings
        .filter(({ code }) => code === 'personal-data')
        .map(({ place, found }) => [place?.cell, found]),
    ).toEqual([['I3', IDENTITY_MASK]]);
    expect(
      checkResult.findings.filter(({ code }) => code === 'personal-column').map(({ place }) => place?.cell),
    ).toEqual(['J1', 'K2', 'L1']);
    expect(checkResult).toMatchObject({ accepted: 1, quarantined: 1 });
    expect(await checkReport(table, { terms, context: march })).toEqual(checkResult);
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
  ])('gives the same check result for whole file, redacted view and copy: %s', async (_, table) => {
    const { cutting, bytes } = await redact(table);
    const options = { terms, context: march, withheld: cutting.facts.columns };
    const whole = await checkReport(table, { terms, context: march });
    expect(whole.counts['personal-column']).toBeGreaterThan(0);
    expect(JSON.stringify(whole)).not.toContain(person);
    const inView = await checkReport(redactedTable(table, cutting), options);
    expect(inView.findings).toEqual(whole.findings);
    expect((await checkReport(await openTable(bytesOf(bytes), 'alle.xlsx'), options)).findings).toEqual(whole.findings);
  });

  it('is reported by field name in JSON lines, which have no columns', async () => {
    const table = await openTable(
      bytesOf(
        new TextEncoder().encode(
          `{"buyer":"Kongsvinger","ansattnavn":"Ola Nordmann","itemNumber":"7001","quantity":"2","unit":"stk","unitPrice":"120.00","amount":"240.00","deliveredOn":"2026-03-05","invoiceNumber":"F1"}\n`,
        ),
      ),
      'alle.jsonl',
    );
    const { cutting, bytes } = await redact(table);
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

describe('unused data', () => {
  const strangers = /Lena Ødegårdsrud|lena@grossist|912 34 567|Rolf Kleppestø|intern merknad/;
  const rows = [
    ['Kontakt: Rolf Kleppestø, tlf 912 34 567'],
    [...headingCells, 'Bestilt av', 'Kontakt', 'Merknad'],
    [...lineCells(), 'Lena Ødegårdsrud', 'lena@grossist.example', 'intern merknad'],
    [...lineCells({ invoice: 'F2' }), 'Lena Ødegårdsrud', null, null],
  ];

  it('is removed whatever it is: unused columns, text above the heading, sheets without lines', async () => {
    const table = workbookOf({ rows }, { name: 'Ansatte', rows: [['Rolf Kleppestø'], ['Lena Ødegårdsrud']] });
    const { cutting, bytes } = await redact(table);
    expect(cutting.facts).toMatchObject({ rows: 0, columns: [], cells: 0, sheets: 1 });
    expect(cutting.facts.unused.map(({ heading }) => heading)).toEqual(['Bestilt av', 'Kontakt', 'Merknad']);
    const copy = await openTable(bytesOf(bytes), 'alle.xlsx');
    const texts: string[] = [];
    for await (const batch of copy.batches()) for (const row of batch) texts.push(...row.cells.map(({ text }) => text));
    expect(texts.join(' ')).not.toMatch(strangers);
    expect(texts.join(' ')).toContain('Bestilt av');
  });

  it('does not affect the check result: whole file and copy give the same', async () => {
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
      const { bytes } = await redact(table);
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

  it('is redacted in used columns: a personal name in an item name', async () => {
    const table = await csv(report(line({ name: 'Vikartime Kari Nordmann' })));
    const { cutting, written } = await redact(table);
    expect(cutting.facts.cells).toBe(1);
    expect(written).not.toContain('Nordmann');
    expect(JSON.stringify(await checkReport(table, { terms, context: march }))).not.toContain('Nordmann');
  });
});

describe('a sheet named after a person', () => {
  const columns = headingCells.map((header) => ({ header: String(header), kind: 'text' as const }));
  const row = lineCells().map((cell) => (cell === null ? '' : String(cell)));
  const sheetsOf = (...names: string[]) => names.map((name) => ({ name, columns, rows: [row] }));

  async function opened(...names: string[]): Promise<TableFile> {
    const pieces: Uint8Array[] = [];
    for await (const piece of writeXlsx(sheetsOf(...names))) pieces.push(piece);
    return openTable(bytesOf(Buffer.concat(pieces)), 'alle.xlsx');
  }

  it('has a redacted name in the check result, in the copy and in reports, also when nothing else is removed', async () => {
    const table = await opened('Salg Kari Nordmann 2026');
    const { cutting, bytes, look } = await redact(table);
    expect(cutting.removesAnything).toBe(true);
    const whole = await checkReport(table, { terms, context: march });
    const texts = Object.entries(unzipSync(bytes)).map(([name, part]) => name + Buffer.from(part).toString());
    expect(texts.join('\n')).toContain('Salg ••• 2026');
    expect(JSON.stringify([whole, cutting.facts, [...look.sheets.keys()], texts])).not.toContain('Nordmann');
    expect(await checkReport(await openTable(bytesOf(bytes), 'alle.xlsx'), { terms, context: march })).toEqual(whole);
  });

  it('does not affect a file without such a sheet', async () => {
    const { cutting } = await redact(await opened('Salg 2026', 'Kongsvinger'));
    expect(cutting.removesAnything).toBe(false);
  });

  it('is removed with its rows when sheets are named after customers', async () => {
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
    const { cutting } = await redact(await openTable(bytesOf(Buffer.concat(pieces)), 'alle.xlsx'));
    expect([cutting.takesSheet('Kongsvinger'), cutting.takesSheet('•••')]).toEqual([true, false]);
    expect(cutting.facts).toMatchObject({ rows: 1 });
  });
});
