import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { bytesOf } from '../byte-source.ts';
import { openTable } from '../open-table.ts';
import type { Row } from '../table.ts';
import { untypedParts } from '../testing/untyped-parts.ts';
import { openZip, readEntry } from '../zip/open-zip.ts';
import { sheetName } from './table-to-write.ts';
import type { WriteSheet } from './table-to-write.ts';
import { safeField, writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function readBack(sheets: WriteSheet[]) {
  const bytes = await collect(writeXlsx(sheets));
  const table = await openTable(bytesOf(bytes), 'a.xlsx');
  const rows: Row[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return { bytes, table, rows };
}

describe('written workbooks', () => {
  it('contain codes as text, exact decimals, dates as dates, and titles above', async () => {
    const { rows, table } = await readBack([
      {
        name: 'Salg: 1/2026',
        titles: ['Rapport for 1. kvartal 2026'],
        columns: [
          { header: 'Varenummer' },
          { header: 'Antall', kind: 'number' },
          { header: 'Beløp', kind: 'amount' },
          { header: 'Levert', kind: 'date' },
        ],
        rows: [
          ['00412', '3', '1250.50', '2026-03-31'],
          ['=1+1', null, 'ca 20', { text: 'ukjent', mark: 'error' }],
        ],
      },
    ]);
    expect(table.sheets[0]!.name).toBe('Salg  1 2026');
    expect(rows.map(({ cells }) => cells.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
      ['text Rapport for 1. kvartal 2026'],
      ['text Varenummer', 'text Antall', 'text Beløp', 'text Levert'],
      ['text 00412', 'number 3', 'number 1250.5', 'date 2026-03-31'],
      ['text =1+1', 'empty ', 'text ca 20', 'text ukjent'],
    ]);
    expect(rows.flatMap(({ cells }) => cells).every(({ formula }) => formula === undefined)).toBe(true);
  });

  it('return any text unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 10 }),
        async (texts) => {
          const { rows } = await readBack([
            { name: 'a', columns: [{ header: 'h' }], rows: texts.map((text) => [text]) },
          ]);
          expect(rows.slice(1).map(({ cells }) => cells[0]!.text)).toEqual(texts);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('offer drop-down lists from a hidden sheet', async () => {
    const { table, bytes } = await readBack([
      { name: 'Lister', columns: [{ header: 'Enhet', choices: ['stk', 'eske', 'kg'] }], rows: [] },
    ]);
    expect(table.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Lister', false],
      ['Lister (2)', true],
    ]);
    const zip = await openZip(bytesOf(bytes));
    const sheet = new TextDecoder().decode(
      await readEntry(
        zip,
        zip.entries.find(({ name }) => name.endsWith('sheet1.xml'))!,
        10_000,
      ),
    );
    expect(sheet).toContain("<formula1>'Lister (2)'!$A$2:$A$4</formula1>");
  });

  it('offer drop-down lists that depend on other columns', async () => {
    const cases = [
      { when: ['1', 'Wash'], values: ['S', 'L'] },
      { when: ['2', 'Wash'], values: ['XL'] },
    ];
    const { table, bytes } = await readBack([
      {
        name: 'Ark',
        titles: ['Over'],
        columns: [
          { header: 'Del' },
          { header: 'Slag' },
          { header: 'Størrelse', choices: ['S', 'L', 'XL'], dependent: { parents: [0, 1], cases } },
        ],
        rows: [],
      },
    ]);
    const zip = await openZip(bytesOf(bytes));
    const sheet = new TextDecoder().decode(
      await readEntry(
        zip,
        zip.entries.find(({ name }) => name.endsWith('sheet1.xml'))!,
        10_000,
      ),
    );
    expect(sheet).toContain(
      "<formula1>OFFSET('Lister'!$B$2,MATCH($A3&amp;&quot;|&quot;&amp;$B3,'Lister'!$A$2:$A$4,0)-1,0,COUNTIF('Lister'!$A$2:$A$4,$A3&amp;&quot;|&quot;&amp;$B3),1)</formula1>",
    );
    const lists: string[][] = [];
    for await (const batch of table.batches())
      lists.push(...batch.filter((row) => row.sheet === 'Lister').map(({ cells }) => cells.map(({ text }) => text)));
    expect(lists).toEqual([
      ['1', '2'],
      ['1|Wash', 'S'],
      ['1|Wash', 'L'],
      ['2|Wash', 'XL'],
    ]);
  });

  it('name the type of each part, as Excel demands', async () => {
    const { bytes } = await readBack([{ name: 'Salg', columns: [{ header: 'a', choices: ['b'] }], rows: [['b']] }]);
    expect(await untypedParts(bytes)).toEqual([]);
  });

  it('have the same bytes each time', async () => {
    const sheets: WriteSheet[] = [{ name: 'a', columns: [{ header: 'h' }], rows: [['1']] }];
    expect((await readBack(sheets)).bytes.equals((await readBack(sheets)).bytes)).toBe(true);
  });

  it('have tab names that Excel accepts', () => {
    expect(sheetName("'[A]:*?/\\'", new Set())).toBe('A');
    expect(sheetName('', new Set())).toBe('Ark');
    expect(sheetName('x'.repeat(40), new Set(['x'.repeat(31)]))).toBe(`${'x'.repeat(27)} (2)`);
  });
});

describe('written CSV files', () => {
  it('have a byte order mark, semicolons and decimal commas', async () => {
    const bytes = await collect(
      writeCsv({
        columns: [{ header: 'Vare' }, { header: 'Beløp', kind: 'amount' }],
        rows: [
          ['Stol; "blå"', '-1250.50'],
          ['00412', null],
        ],
      }),
    );
    expect(bytes.toString()).toBe('\ufeffVare;Beløp\r\n"Stol; ""blå""";-1250,50\r\n00412;\r\n');
  });

  it.each(['=1+1', '+47 900', '-cmd', '@SUM(A1)', '\tx', '\r=1', '  =1', '＝1+1'])(
    'contain nothing that a spreadsheet runs: %j',
    (text) => {
      expect(safeField(text)).toBe(`'${text}`);
    },
  );

  const payloads = [...Array(6).keys()]
    .map((up) => `${'../'.repeat(up)}shared/data/8-tabular/payloadbox+csv-injection-payloads/Intruder/csv-payload.txt`)
    .find(existsSync);
  (payloads ? it : it.skip)('nor any of the published payloads', async () => {
    const lines = readFileSync(payloads!, 'utf8').split(/\r?\n/).filter(Boolean);
    const bytes = await collect(writeCsv({ columns: [{ header: 'h' }], rows: lines.map((line) => [line]) }));
    for (const [field] of parse(bytes, { bom: true, delimiter: ';', from: 2 }) as string[][])
      expect(field).not.toMatch(/^\s*[=+\-@]/);
  });

  it('return any table unchanged through our reader and through csv-parse', async () => {
    const safe = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => safeField(text) === text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            safe,
            safe.filter((text) => text !== ''),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (rows) => {
          const bytes = await collect(writeCsv({ columns: [{ header: 'a' }, { header: 'b' }], rows }));
          expect(parse(bytes, { bom: true, delimiter: ';', from: 2 })).toEqual(rows);
        },
      ),
      { numRuns: 50 },
    );
  });
});
