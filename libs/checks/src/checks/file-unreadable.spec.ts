import { bytesOf, openTable } from '@tallgrunn/tabular';
import type { TableFile } from '@tallgrunn/tabular';
import { checkResultOfReadProblem } from '../check-nil-report.ts';
import { checkReport } from '../check-report.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import type { ReadProblemLike } from '../read-problem.ts';
import { messageOf, textsOf } from '../texts/message-of.ts';
import { checkCsv, march, report, rightLine, findingsOf, workbookOf } from '../testing.ts';

class ReadProblem extends Error {
  override readonly name = 'ReadProblem';
  readonly code = 'zip-bomb';
  readonly params = { ratio: 5000 };
}

describe('file-unreadable', () => {
  it('accepts a readable file', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'file-unreadable')).toEqual([]);
  });

  it('is the only finding about an image named .xlsx', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const problem = await openTable(bytesOf(png), 'report.xlsx').then(
      () => null,
      (thrown: ReadProblemLike) => thrown,
    );
    const checkResult = checkResultOfReadProblem(problem!, monthlyFood(), march);
    expect(findingsOf(checkResult, 'file-unreadable')).toMatchObject([
      { class: 3, severity: 'blocksFile', params: { reason: 'not-a-table' } },
    ]);
    expect(checkResult.findings.map((finding) => textsOf(finding, 'en'))).toEqual([
      {
        title: 'The file cannot be opened',
        message: 'The file is an image (PNG).',
        todo: 'We expected an Excel workbook (.xlsx) or a CSV file. Save the table as .xlsx and upload that.',
      },
    ]);
    expect(checkResult).toMatchObject({ ok: false, rows: 0, accepted: 0 });
  });

  it('reports that reading stopped, and checks the rows so far', async () => {
    const table: TableFile = {
      ...workbookOf({ rows: [] }),
      batches: async function* () {
        yield [
          {
            sheet: 'Ark1',
            row: 1,
            cells: [
              { kind: 'text', text: 'Kunde' },
              { kind: 'text', text: 'Varenummer' },
            ],
          },
        ];
        throw new ReadProblem('broken');
      },
    };
    const checkResult = await checkReport(table, { terms: monthlyFood(), context: march });
    expect(findingsOf(checkResult, 'file-unreadable')).toMatchObject([{ params: { reason: 'zip-bomb', ratio: 5000 } }]);
  });

  it('states the location, the value and the limit', async () => {
    const wide = await openTable(bytesOf(new TextEncoder().encode(`a;b\n${'x;'.repeat(600)}y\n`)), 'report.csv');
    const checkResult = await checkReport(wide, { terms: monthlyFood(), context: march });
    const [said] = findingsOf(checkResult, 'file-unreadable');
    expect(said).toMatchObject({ found: '601', expected: '500', place: { row: 2 } });
    for (const language of ['nb', 'nn', 'en'] as const) expect(messageOf(said!, language)).toMatch(/601.*500/s);
  });

  it('contains no internal text', () => {
    const checkResult = checkResultOfReadProblem(
      { code: 'workbook-damaged', params: { reason: 'missing', part: 'xl/workbook.xml' } },
      monthlyFood(),
      march,
    );
    expect(findingsOf(checkResult, 'file-unreadable').map((each) => messageOf(each, 'en'))).toEqual([
      expect.stringMatching(/^The workbook is damaged: the part “xl\/workbook.xml” cannot be read\. Open it/),
    ]);
  });

  it('rethrows other errors', async () => {
    const table: TableFile = {
      ...workbookOf({ rows: [] }),
      batches: async function* () {
        yield [];
        throw new Error('disk');
      },
    };
    await expect(checkReport(table, { terms: monthlyFood() })).rejects.toThrow('disk');
  });
});
