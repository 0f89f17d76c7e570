import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { bytesOf } from './byte-source.ts';
import { openTable } from './open-table.ts';
import { ReadProblem } from './read-problem.ts';
import type { Cell, Row, TableFile } from './table.ts';

// Third-party files lie beside the checkout, never in it; without them these tests are skipped.
const folder = ['shared', '../shared', '../../shared', '../../../shared'].map((up) => join(process.cwd(), up, 'data/8-tabular')).find(existsSync) ?? '';
const maybe = folder === '' ? describe.skip : describe;

function filesUnder(part: string, ending: RegExp): string[] {
  if (folder === '' || !existsSync(join(folder, part))) return [];
  return (readdirSync(join(folder, part), { recursive: true }) as string[]).filter((name) => ending.test(name)).map((name) => join(part, name)).sort();
}

async function read(file: string): Promise<{ table: TableFile; rows: Row[] }> {
  const table = await openTable(bytesOf(readFileSync(join(folder, file))), file);
  const rows: Row[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return { table, rows };
}

maybe('csv-spectrum', () => {
  // The key of location_coordinates.csv has another telephone number than the file, and is no list.
  it.each(filesUnder('max-mapper+csv-spectrum', /(?<!location_coordinates)\.csv$/))('%s agrees with its answer key', async (file) => {
    const { rows } = await read(file);
    const [header, ...body] = rows.map(({ cells }) => cells.map(({ text }) => text));
    const objects = body.map((cells) => Object.fromEntries(header!.map((name, index) => [name, cells[index] ?? ''])));
    const key = readFileSync(join(folder, file.replace('csvs', 'json').replace(/csv$/, 'json')), 'utf8');
    // The keys write line breaks inside cells as CRLF where the files have LF.
    expect(objects).toEqual(JSON.parse(key.replaceAll('\\r\\n', '\\n')));
  });
});

maybe('files of other projects', () => {
  const known: Record<string, string> = {
    'exceljs+exceljs/spec/integration/data/invalid-xml.xlsx': 'workbook-damaged',
    'exceljs+exceljs/spec/integration/data/missing-bits.xlsx': 'workbook-damaged',
  };
  it.each(filesUnder('', /\.(?:xlsx|xlsm)$/i))('%s is read', async (file) => {
    const outcome = await read(file).then(({ rows }) => rows.length >= 0, (problem: ReadProblem) => problem.code);
    expect(outcome).toBe(known[file] ?? true);
  });

  it.each(filesUnder('', /\.(?:xls|xlsb|ods|fods|slk|biff5)$/i))('%s is told to be of a kind we do not read yet', async (file) => {
    await expect(read(file)).rejects.toMatchObject({ name: 'ReadProblem', code: 'kind-not-yet' });
  });

  it.each(filesUnder('', /\.(?:csv|tsv|txt|prn|zip|gz|json|md|yml)$/i))('%s gives rows or a ReadProblem', async (file) => {
    await read(file).catch((problem: Error) => expect(problem).toBeInstanceOf(ReadProblem));
  });
});

/** How Excel's CSV shows a cell, as far as a cell without its number format can tell. */
function agrees(cell: Cell | undefined, shown: string): boolean {
  const text = cell?.text ?? '';
  const plain = shown.trim();
  if (plain === text.trim() || plain === cell?.shown) return true;
  if (cell?.kind === 'boolean') return plain.toLowerCase() === text;
  if (cell?.kind === 'date' || cell?.serial !== undefined) return plain !== '';
  if (cell?.kind !== 'number') return plain.replace(/\s+/g, ' ') === text.trim().replace(/\s+/g, ' ');
  // A format rounds, groups, and puts signs and units around; the digits that are shown must be the number's own.
  const number = Number(plain.replace(/[^\d.eE+-]/g, ''));
  const decimals = plain.includes('.') ? plain.replace(/.*\./, '').replace(/\D.*/, '').length : 0;
  return /[%/]/.test(plain) || Math.abs(Math.abs(number) - Math.abs(Number(text))) <= 0.5 * 10 ** -decimals + Math.abs(Number(text)) * 1e-5;
}

maybe('workbooks of SheetJS beside the CSV that Excel made of them', () => {
  const keys = filesUnder('SheetJS+test_files/2016', /\.xls[xm]\.\d+\.csv$/);
  // Formats with literal text and conditions show other things than the number; formulas that read the clock differ.
  // So do a formula Excel no longer knew, and a sushi that its code page lacked.
  const unfair = /numfmt|NumberFormat|number_format|LONumbers|RkNumber|formula_stress|comments_stress_test\.xlsx\.2|sushi/;
  it.each(keys.filter((file) => !unfair.test(file)))('%s', async (file) => {
    const [, workbook, number] = /2016.(.+)\.(\d+)\.csv$/.exec(file)!;
    const { table, rows } = await read(join('SheetJS+test_files', workbook!));
    const name = table.sheets[Number(number)]?.name;
    const key = readFileSync(join(folder, file));
    const decoded = key.includes(0xef) || !key.some((byte) => byte > 127) ? key.toString('utf8') : new TextDecoder('windows-1252').decode(key);
    const expected = (parse(decoded, { relax_column_count: true, relax_quotes: true }) as string[][]).filter((row) => row.some((text) => text.trim() !== ''));
    const found = rows.filter(({ sheet, cells }) => sheet === name && cells.some(({ text }) => text.trim() !== ''));
    expect(found.length).toBe(expected.length);
    const differing = expected.flatMap((row, at) => row.flatMap((shown, column) => (agrees(found[at]!.cells[column], shown) ? [] : [`${at}:${column} ${shown} / ${found[at]!.cells[column]?.text}`])));
    expect(differing).toEqual([]);
  });

  it.each(['1900', '1904'])('dates of the %s system are the days written beside them', async (system) => {
    const { table, rows } = await read(`SheetJS+test_files/1904/${system}.xlsx`);
    expect(table.date1904).toBe(system === '1904');
    for (const { cells } of rows) expect(cells[1]).toMatchObject({ kind: 'date', text: cells[2]!.text });
  });
});
