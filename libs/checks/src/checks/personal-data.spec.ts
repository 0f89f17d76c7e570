import { isNationalId, IDENTITY_MASK } from '../cells/personal-data.ts';
import type { ReportLine } from '../line.ts';
import { checkCsv, heading, line, report, rightLine, findingsOf } from '../testing.ts';

/** Returns a fictitious number of 1 January 2001 with right check digits. */
function madeUpId(): string {
  for (let tail = 10_000; tail < 99_999; tail += 1) if (isNationalId(`010101${tail}`)) return `010101${tail}`;
  throw new Error('none');
}

describe('personal-data', () => {
  it('accepts other numbers of eleven digits', async () => {
    expect(findingsOf(await checkCsv(report(rightLine, line({ invoice: '12345678901' }))), 'personal-data')).toEqual(
      [],
    );
  });

  it('masks national identity numbers everywhere, and blocks rows that have one in a field', async () => {
    const id = madeUpId();
    const lines: ReportLine[] = [];
    const text = `${heading};Merknad\n${line({ item: id })};\n${line({ invoice: 'F2' })};til ${id.slice(0, 6)} ${id.slice(6)}`;
    const checkResult = await checkCsv(text, { onLine: (each) => void lines.push(each) });
    expect(findingsOf(checkResult, 'personal-data')).toMatchObject([
      { class: 74, severity: 'blocksRow', found: IDENTITY_MASK, place: { row: 2, cell: 'B2' } },
    ]);
    expect(JSON.stringify([checkResult, lines])).not.toContain(id.slice(6));
    expect(checkResult.accepted).toBe(1);
  });
});
