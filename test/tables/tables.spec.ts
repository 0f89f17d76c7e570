import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { bytesOf, openTable, type Row, type TableFile } from '@tallgrunn/tabular';
import { filesUnder, folder, rejections, excludedKeys } from './corpus.ts';
import { agrees } from './shown-values.ts';

const maybe = folder === '' ? describe.skip : describe;
const describeOutcome = (what: string) => process.stdout.write(`${what}\n`);

async function read(file: string): Promise<{ table: TableFile; rows: Row[] }> {
  const table = await openTable(bytesOf(readFileSync(path.join(folder, file))), file, { activeContent: 'ignore' });
  const rows: Row[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return { table, rows };
}

interface Outcome {
  file: string;
  ms: number;
  format?: string;
  rows?: number;
  refused?: string;
  crash?: string;
}

const SECONDS_MAX = 10;
const MEMORY_MB_MAX = 512;

maybe('files of the table corpus', () => {
  it('each file is read or rejected by code, within limits', () => {
    const files = filesUnder('');
    const child = spawnSync(process.execPath, [path.join(__dirname, 'read-corpus.mts'), folder], {
      input: files.join('\n'),
      encoding: 'utf8',
      timeout: 50_000,
    });
    const said = child.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Outcome & { mostMB?: number });
    const outcomes = said.slice(0, -1);
    const most = said.at(-1)?.mostMB ?? Infinity;
    expect(outcomes.map(({ file }) => file)).toEqual(files);
    expect(outcomes.filter(({ crash }) => crash !== undefined)).toEqual([]);
    const refused = Object.fromEntries(
      outcomes.flatMap(({ file, refused: code }) =>
        code === undefined || (code === 'not-a-table' && file.endsWith('.json')) ? [] : [[file, code]],
      ),
    );
    expect(refused).toEqual(Object.fromEntries(Object.entries(rejections).map(([file, [code]]) => [file, code])));
    const slowest = outcomes.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
    const counts = Object.entries(Object.groupBy(outcomes, ({ format, refused: code }) => format ?? code ?? '')).map(
      ([what, list]) => `${what} ${list?.length ?? 0}`,
    );
    describeOutcome(
      `${files.length} files: ${counts.join(', ')}; most memory ${most} MB; slowest ${slowest.map(({ file, ms }) => `${path.basename(file)} ${ms} ms`).join(', ')}`,
    );
    expect(slowest[0]!.ms).toBeLessThan(SECONDS_MAX * 1000);
    expect(most).toBeLessThan(MEMORY_MB_MAX);
  });
});

maybe('csv-spectrum', () => {
  // The key of location_coordinates.csv has another telephone number than the file, and is not a list.
  it.each(filesUnder('max-mapper+csv-spectrum', /(?<!location_coordinates)\.csv$/))(
    '%s equals its JSON',
    async (file) => {
      const { rows } = await read(file);
      const [header, ...body] = rows.map(({ cells }) => cells.map(({ text }) => text));
      const objects = body.map((cells) => Object.fromEntries(header!.map((name, index) => [name, cells[index] ?? ''])));
      const key = readFileSync(path.join(folder, file.replace('csvs', 'json').replace(/csv$/, 'json')), 'utf8');
      // The keys write line breaks inside cells as CRLF where the files have LF.
      expect(objects).toEqual(JSON.parse(key.replaceAll('\\r\\n', '\\n')));
    },
  );
});

const keys = filesUnder('SheetJS+test_files/2016', /\.xls[xmb]?\.\d+\.csv$/);
const nameOf = (key: string) => path.basename(key, '.csv');
const excludedSheets = excludedKeys.filter(({ cells }) => cells === undefined);
const comparableKeys = keys.filter((key) => !excludedSheets.some((each) => each.key === nameOf(key)));
const excludedCells = (key: string) => new Set(excludedKeys.find((each) => each.key === nameOf(key))?.cells);

function rowsOfKey(key: string): string[][] {
  const bytes = readFileSync(path.join(folder, key));
  const text =
    bytes.includes(0xef) || !bytes.some((byte) => byte > 127)
      ? bytes.toString('utf8')
      : new TextDecoder('windows-1252').decode(bytes);
  return (parse(text, { relax_column_count: true, relax_quotes: true }) as string[][]).filter((row) =>
    row.some((cell) => cell.trim() !== ''),
  );
}

maybe('sheets of SheetJS compared with the CSV that Excel made of them', () => {
  let compared = 0;
  afterAll(() => {
    describeOutcome(`${comparableKeys.length} of ${keys.length} exported sheets compared, ${compared} cells`);
    for (const { key, cells, why } of excludedKeys)
      describeOutcome(`  left out: ${key}${cells ? ` cells ${cells.join(' ')}` : ''}: ${why}`);
  });

  it.each(comparableKeys)('%s', async (key) => {
    const [, workbook, number] = /2016.(.+)\.(\d+)\.csv$/.exec(key)!;
    const { table, rows } = await read(path.join('SheetJS+test_files', workbook!));
    const name = table.sheets[Number(number)]?.name;
    const expected = rowsOfKey(key);
    const found = rows.filter(({ sheet, cells }) => sheet === name && cells.some(({ text }) => text.trim() !== ''));
    const differing = expected.flatMap((row, at) =>
      row.flatMap((shown, column) =>
        agrees(found[at]?.cells[column], shown)
          ? []
          : [{ place: `${at}:${column}`, shown, found: found[at]?.cells[column]?.text }],
      ),
    );
    compared += expected.flat().length;
    expect(differing.filter(({ place }) => !excludedCells(key).has(place))).toEqual([]);
    // An exception that is no longer needed must be removed.
    expect(differing.filter(({ place }) => excludedCells(key).has(place))).toHaveLength(excludedCells(key).size);
    expect(found.length).toBe(expected.length);
  });

  it('excludes no sheet that does not exist', () => {
    expect(excludedKeys.filter(({ key }) => !keys.some((each) => nameOf(each) === key))).toEqual([]);
  });
});

maybe('dates in the 1900 and 1904 systems', () => {
  const twins = filesUnder('SheetJS+test_files/1904', /\.(?:xlsx|xls|biff5|ods)$/);

  it.each(twins)('%s has the days written next to them', async (file) => {
    const { table, rows } = await read(file);
    expect(table.date1904).toBe(path.basename(file).startsWith('1904'));
    expect(rows).toHaveLength(5);
    for (const { cells } of rows) expect(cells[1]).toMatchObject({ kind: 'date', text: cells[2]!.text });
  });

  it('are the same days in every kind of workbook', async () => {
    for (const system of ['1900', '1904']) {
      const days = await Promise.all(
        twins
          .filter((file) => path.basename(file).startsWith(system))
          .map(async (file) => (await read(file)).rows.map(({ cells }) => cells[1]!.text)),
      );
      for (const each of days) expect(each).toEqual(days[0]);
    }
  });

  it('are the same day in twins whose serials differ by the 1,462 days between the systems', async () => {
    const dates = (system: string) =>
      read(`SheetJS+test_files/1904/${system}.xlsx`).then(({ rows }) =>
        rows.map(({ cells }) => Date.parse(`${cells[1]!.text}T00:00:00Z`) / 86_400_000),
      );
    const [from1900, from1904] = [await dates('1900'), await dates('1904')];
    // Up to serial 60 the 1900 system is a day behind, because it believes in 29 February 1900.
    expect(from1904.map((day, index) => day - from1900[index]!)).toEqual([1461, 1461, 1462, 1462, 1462]);
  });
});
