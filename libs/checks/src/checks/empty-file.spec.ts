import { bytesOf, openTable } from '@tallgrunn/tabular';
import { verdictOfReadProblem } from '../check-nil-report.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { checkCsv, checkSheets, heading, report, rightLine, saidBy } from '../testing.ts';
import type { ReadProblemLike } from '../read-problem.ts';

describe('empty-file', () => {
  it('accepts a file with a line', async () => {
    expect(saidBy(await checkCsv(report(rightLine)), 'empty-file')).toEqual([]);
  });

  it('asks for lines or a nil return', async () => {
    const verdict = await checkCsv(heading);
    expect(saidBy(verdict, 'empty-file')).toMatchObject([{ class: 67, severity: 'blocksFile', place: null }]);
    expect(verdict).toMatchObject({ ok: false, rows: 0 });
    expect(saidBy(await checkSheets([{ rows: [] }]), 'empty-file')).toHaveLength(1);
  });

  it('reports the same for a file of zero bytes', async () => {
    const problem = await openTable(bytesOf(new Uint8Array()), 'empty.csv').then(
      () => null,
      (thrown: ReadProblemLike) => thrown,
    );
    const verdict = verdictOfReadProblem(problem!, monthlyFood());
    expect(saidBy(verdict, 'empty-file')).toMatchObject([{ class: 67, severity: 'blocksFile' }]);
    expect(verdict.findings).toHaveLength(1);
  });
});
