import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  epdStage,
  footprintTotals,
  invoiceTotals,
  paymentTotals,
  sellerGivesNumber,
  unitsOf,
  type SimpleTotals,
} from './simple-totals.ts';

const root = path.join(__dirname, '..', '..');
const folder = path.join(root, '..', 'shared', 'data');
const maybe = existsSync(folder) ? describe : describe.skip;

interface Row {
  file: string;
  kind: string;
  currency: string | null;
  read: number;
  stored: number;
  code: string | null;
  total: string | null;
  readBack: string | null;
}

const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

function filesOf(topic: string, ending: RegExp): string[] {
  return readdirSync(path.join(folder, topic), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(topic, name))
    .filter((file) => ending.test(file));
}

/**
 * Returns the difference between the rows of a file and the independent totals as one line; nothing when they agree.
 */
function difference(file: string, rows: Row[], { lines, sum }: SimpleTotals): string[] {
  const stored = rows.reduce((count, row) => count + row.stored, 0);
  const readBack = rows.reduce((total, row) => total + unitsOf(row.readBack ?? '0'), 0n);
  return stored === lines && readBack === sum
    ? []
    : [`${file}: ${stored} of ${lines} lines, ${readBack} against ${sum}`];
}

maybe('real input', () => {
  let rows: Row[];
  let summaries: Record<string, unknown>[];
  const rowsOf = (file: string) => rows.filter((row) => row.file === file);

  beforeAll(() => {
    const run = spawnSync(process.execPath, [path.join(root, 'tools', 'real-input.mts')], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(run.stderr).toBe('');
    const said = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row & { summary?: Record<string, unknown> });
    rows = said.filter(({ summary }) => !summary);
    summaries = said.flatMap(({ summary }) => (summary ? [summary] : []));
  }, 180_000);

  test('every invoice and credit note is imported with the totals of the file, and its lines are read back to the last digit', () => {
    const documents = filesOf('1-ubl', /\.xml$/i).flatMap((file) => {
      const totals = invoiceTotals(read(file));
      return totals && sellerGivesNumber(read(file)) ? [{ file, totals }] : [];
    });
    expect(documents.length).toBeGreaterThan(400);
    expect(
      documents.filter(({ file }) => rowsOf(file).some(({ code }) => code !== null) || rowsOf(file).length === 0),
    ).toEqual([]);
    expect(documents.flatMap(({ file, totals }) => difference(file, rowsOf(file), totals))).toEqual([]);
    expect(
      documents.filter(({ file, totals }) => rowsOf(file)[0]?.total !== totals.stated).map(({ file }) => file),
    ).toEqual([]);
  });

  test('payments of two councils: every row with an amount is imported, and no other', () => {
    const files = filesOf('9-spend', /(payments-to-suppliers|bradford)\/.*\.csv$/);
    expect(files.length).toBeGreaterThan(20);
    expect(
      files.flatMap((file) =>
        difference(file, rowsOf(file), paymentTotals(readFileSync(path.join(folder, file), 'latin1'))),
      ),
    ).toEqual([]);
    const stating = files.filter((file) => rowsOf(file)[0]?.total !== null);
    expect(stating.map((file) => [file, unitsOf(rowsOf(file)[0]?.total ?? '')])).toEqual(
      stating.map((file) => [
        file,
        unitsOf(paymentTotals(readFileSync(path.join(folder, file), 'latin1')).stated ?? ''),
      ]),
    );
  });

  test('footprints: all stated ones are imported, with the sum of their published values', () => {
    const files = new Set(
      rows.filter(({ kind, code }) => kind === 'footprints' && code === null).map(({ file }) => file),
    );
    expect(files.size).toBeGreaterThanOrEqual(10);
    expect([...files].flatMap((file) => difference(file, rowsOf(file), footprintTotals(read(file))))).toEqual([]);
  });

  test('EPDs: each is imported with the A1–A3 of its file, or rejected as damaged, invalid or duplicate', () => {
    const epds = rows.filter(({ kind }) => kind === 'epds');
    const taken = epds.filter(({ code }) => code === null);
    expect(taken.length).toBeGreaterThanOrEqual(13);
    expect([...new Set(epds.flatMap(({ code }) => code ?? []))].sort()).toEqual([
      'declaration-duplicate',
      'epd-incomplete',
      'epd-without-gwp',
    ]);
    const json = taken.filter(({ file }) => file.endsWith('.json'));
    expect(json.length).toBeGreaterThanOrEqual(9);
    for (const { file, readBack } of json) expect(Number(readBack)).toBeCloseTo(epdStage(read(file)) ?? NaN, 8);
  });

  test('the summary adds up', () => {
    const stored = (kind: string) =>
      rows.filter((row) => row.kind === kind).reduce((count, row) => count + row.stored, 0);
    for (const kind of ['invoice', 'credit-note', 'payments', 'footprints', 'epds']) {
      const lines = summaries
        .filter((summary) => summary['kind'] === kind)
        .reduce((count, summary) => count + Number(summary['stored']), 0);
      expect([kind, lines]).toEqual([kind, stored(kind)]);
    }
  });
});
