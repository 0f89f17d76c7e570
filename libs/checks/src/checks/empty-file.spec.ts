import { bytesOf, openTable } from '@tallgrunn/tabular';
import { checkResultOfReadProblem } from '../check-nil-report.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { checkCsv, checkSheets, heading, report, rightLine, findingsOf } from '../testing.ts';
import type { ReadProblemLike } from '../read-problem.ts';

describe('empty-file', () => {
  it('accepts a file with a line', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'empty-file')).toEqual([]);
  });

  it('asks for lines or a nil return', async () => {
    const checkResult = await checkCsv(heading);
    expect(findingsOf(checkResult, 'empty-file')).toMatchObject([{ class: 67, severity: 'blocksFile', place: null }]);
    expect(checkResult).toMatchObject({ ok: false, rows: 0 });
    expect(findingsOf(await checkSheets([{ rows: [] }]), 'empty-file')).toHaveLength(1);
  });

  it('reports the same for a file of zero bytes', async () => {
    const problem = await openTable(bytesOf(new Uint8Array()), 'empty.csv').then(
      () => null,
      (thrown: ReadProblemLike) => thrown,
    );
    const checkResult = checkResultOfReadProblem(problem!, monthlyFood());
    expect(findingsOf(checkResult, 'empty-file')).toMatchObject([{ class: 67, severity: 'blocksFile' }]);
    expect(checkResult.findings).toHaveLength(1);
  });
});
