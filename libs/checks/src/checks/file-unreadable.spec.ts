import { bytesOf, openTable } from '@tallgrunn/tabular';
import type { TableFile } from '@tallgrunn/tabular';
import { verdictOfReadProblem } from '../check-nil-report.ts';
import { checkReport } from '../check-report.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import type { ReadProblemLike } from '../read-problem.ts';
import { checkCsv, march, report, rightLine, saidBy, workbookOf } from '../testing.ts';

class ReadProblem extends Error {
  override readonly name = 'ReadProblem';
  readonly code = 'zip-bomb';
  readonly params = { ratio: 5000 };
}

describe('file-unreadable', () => {
  it('takes a file that opens', async () => {
    expect(saidBy(await checkCsv(report(rightLine)), 'file-unreadable')).toEqual([]);
  });

  it('is the one finding about a picture named .xlsx', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const problem = await openTable(bytesOf(png), 'report.xlsx').then(() => null, (thrown: ReadProblemLike) => thrown);
    const verdict = verdictOfReadProblem(problem!, monthlyFood(), march);
    expect(saidBy(verdict, 'file-unreadable')).toMatchObject([{ class: 3, severity: 'blocksFile', params: { reason: 'not-a-table' } }]);
    expect(verdict).toMatchObject({ ok: false, rows: 0, accepted: 0 });
  });

  it('tells when reading breaks off, and judges what was read', async () => {
    const table: TableFile = {
      ...workbookOf({ rows: [] }),
      batches: async function* () {
        yield [{ sheet: 'Ark1', row: 1, cells: [{ kind: 'text', text: 'Kunde' }, { kind: 'text', text: 'Varenummer' }] }];
        throw new ReadProblem('broken');
      },
    };
    const verdict = await checkReport(table, { terms: monthlyFood(), context: march });
    expect(saidBy(verdict, 'file-unreadable')).toMatchObject([{ params: { reason: 'zip-bomb', ratio: 5000 } }]);
  });

  it('lets other errors through', async () => {
    const table: TableFile = { ...workbookOf({ rows: [] }), batches: async function* () { yield []; throw new Error('disk'); } };
    await expect(checkReport(table, { terms: monthlyFood() })).rejects.toThrow('disk');
  });
});
