import { annotateFile, bytesOf, openTable, openZip, readEntry, type Row } from '@tallgrunn/tabular';
import type { Finding } from '../finding.ts';
import { groupFindings } from '../findings/group-findings.ts';
import { checkCsv, line, report } from '../testing.ts';
import { annotatedName } from './annotation-texts.ts';
import { annotateFindings, type AnnotationsRequest } from './annotations-of.ts';

async function written(
  bytes: Uint8Array,
  name: string,
  wanted: AnnotationsRequest,
): Promise<{ bytes: Uint8Array; rows: Row[] }> {
  const pieces: Uint8Array[] = [];
  for await (const piece of annotateFile(bytesOf(bytes), name, await annotateFindings(wanted))) pieces.push(piece);
  const whole = Buffer.concat(pieces);
  const rows: Row[] = [];
  for await (const batch of (await openTable(bytesOf(whole), 'a.xlsx')).batches()) rows.push(...batch);
  return { bytes: whole, rows };
}

const finding = (row: number, severity: Finding['severity'] = 'confirm', cause = 'x'): Finding => ({
  code: 'price-above-agreed',
  class: 57,
  severity,
  place: { sheet: null, row, column: 'Pris', cell: `B${row}` },
  found: '112',
  expected: '98',
  params: { price: 112, agreed: 98, percent: 14 },
  cause,
  amount: '14.00',
});
const csv = (rows: number) =>
  new TextEncoder().encode(`Vare;Pris\n${Array.from({ length: rows }, (_, row) => `${row};112\n`).join('')}`);

describe('annotations of a report', () => {
  it('list causes first, then locations, in words and with a symbol, not by colour alone', async () => {
    const findings = [finding(2), finding(3), finding(4, 'blocksRow', 'y'), finding(4, 'info', 'z')];
    const { rows } = await written(csv(4), 'mars.csv', {
      findings: () => findings,
      groups: groupFindings(findings),
      language: 'nb',
    });
    const sheet = rows.filter((row) => row.sheet === 'Funn').map(({ cells }) => cells.map(({ text }) => text));
    const causes = sheet.slice(sheet.findIndex(([title]) => title?.startsWith('Årsaker')) + 2);
    expect(causes.slice(0, 3).map((cells) => [cells[0], cells[1], cells[3], cells[4], cells[5]])).toEqual([
      ['✖', 'Stopper raden', '1', '14', 'B4'],
      ['?', 'Spørsmål', '2', '28', 'B2'],
      ['i', 'Merknad', '1', '14', 'B4'],
    ]);
    const places = sheet.slice(sheet.findIndex(([title]) => title === 'Hvert sted') + 2);
    expect(places.map((cells) => `${cells[0]} ${cells[5]}`)).toEqual(['✖ B4', '? B2', '? B3', 'i B4']);
    expect(places[0]?.[9]).toMatch(/112.*98/);
  });

  it('comment errors before questions, once per cell, and leave information to the list', async () => {
    const findings = [finding(2), finding(3), finding(3, 'blocksRow', 'y'), finding(4, 'info')];
    const { remarks } = await annotateFindings({ findings: () => findings, groups: [], language: 'en' });
    expect([...remarks].map(({ row, mark, comment }) => [row, mark, comment?.match(/[✖?] /g)?.join('')])).toEqual([
      [3, 'error', '? ✖ '],
      [2, 'warning', '? '],
    ]);
  });

  it('show corrections made outside the file: the cell remains, its comment and a list give the new value', async () => {
    const findings = [finding(3)];
    const corrected = [
      { sheet: '', row: 2, column: 1, value: '98', was: '112' },
      { sheet: '', row: 3, column: 1, value: '97' },
    ];
    const { remarks } = await annotateFindings({ findings: () => findings, groups: [], language: 'nb', corrected });
    expect(
      [...remarks].map(({ row, column, mark, comment }) => [row, column, mark, comment?.split('\n\n')[0]]),
    ).toEqual([
      [3, 2, 'warning', '✎ Rettet: «97». I cellen står det som sto i filen.'],
      [2, 2, 'corrected', '✎ Rettet: «98». I cellen står det som sto i filen.'],
    ]);
    const { rows } = await written(csv(4), 'mars.csv', {
      findings: () => findings,
      groups: groupFindings(findings),
      language: 'nb',
      corrected,
    });
    const sheet = rows.filter((row) => row.sheet === 'Funn').map(({ cells }) => cells.map(({ text }) => text));
    const from = sheet.findIndex(([title]) => title?.startsWith('Rettet utenfor filen'));
    expect(sheet.slice(from + 2, from + 4).map((cells) => [cells[0], cells[1], cells[5], cells[7], cells[8]])).toEqual([
      ['✎', 'Rettet', 'B2', '112', '98'],
      ['✎', 'Rettet', 'B3', '', '97'],
    ]);
    expect(rows.find((row) => row.sheet !== 'Funn' && row.row === 2)?.cells[1]?.text).toBe('112');
  });

  it('state where they stop', async () => {
    const findings = Array.from({ length: 12 }, (_, row) => finding(row + 2));
    const { rows, bytes } = await written(csv(12), 'a.csv', {
      findings: () => findings,
      groups: groupFindings(findings),
      language: 'nb',
      limits: { commentsPerSheetMax: 3, cellsMarkedMax: 8, findingsListedMax: 5 },
    });
    const few = await annotateFindings({
      findings: () => findings,
      groups: [],
      language: 'en',
      limits: { commentsPerSheetMax: 3 },
    });
    const told: string[] = [];
    for await (const row of few.added.rows) for (const cell of row) if (typeof cell === 'string') told.push(cell);
    expect(told.join(' ')).toContain('There are more findings');
    const sheet = rows.filter((row) => row.sheet === 'Funn').map(({ cells }) => cells.map(({ text }) => text));
    expect(sheet.flat().find((text) => text.startsWith('Det er flere funn'))).toMatch(
      /første 3 cellene.*første 8 cellene.*første 5 funnene/,
    );
    expect(sheet.filter((cells) => cells[5]?.startsWith('B'))).toHaveLength(1 + 5);
    const zip = await openZip(bytesOf(bytes));
    const comments = new TextDecoder().decode(
      await readEntry(
        zip,
        zip.entries.find(({ name }) => name.endsWith('comments1.xml'))!,
        100_000,
      ),
    );
    expect(comments.match(/<comment /g)).toHaveLength(3);
  });

  it('mark the cells in which a check had findings', async () => {
    const checkResult = await checkCsv(report(line({ quantity: 'ca 20' })));
    expect(checkResult.findings.map(({ code }) => code)).toContain('not-a-number');
    const { remarks } = await annotateFindings({
      findings: () => checkResult.findings,
      groups: checkResult.groups,
      language: 'nb',
    });
    expect([...remarks].find(({ comment }) => comment?.includes('ca 20'))).toMatchObject({
      sheet: null,
      row: 2,
      column: 4,
      mark: 'error',
    });
  });

  it('write a hundred thousand findings to a file of a few megabytes', async () => {
    const rows = 100_000;
    function* many(): Generator<Finding> {
      for (let row = 2; row < rows + 2; row += 1) yield finding(row);
    }
    const groups = groupFindings(many());
    let size = 0;
    const made = await annotateFindings({ findings: many, groups, language: 'nb' });
    for await (const piece of annotateFile(bytesOf(csv(rows)), 'a.csv', made)) size += piece.length;
    expect(size).toBeLessThan(10_000_000);
  }, 120_000);

  it('give the file a descriptive name, and leave a workbook with macros .xlsm', () => {
    expect(annotatedName('mars 2026.csv', 'nb')).toBe('mars 2026 med merknader.xlsx');
    expect(annotatedName('Q1.XLSM', 'en')).toBe('Q1 with remarks.xlsm');
  });
});
