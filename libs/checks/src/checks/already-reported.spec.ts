import type { EarlierReport } from '../context.ts';
import type { ReportLine } from '../line.ts';
import { messageOf } from '../texts/message-of.ts';
import { checkCsv, line, march, report, rightLine, findingsOf } from '../testing.ts';

async function withFirstReport(
  text: string,
  beside: Partial<EarlierReport> = {},
): Promise<ReturnType<typeof checkCsv>> {
  const lines: ReportLine[] = [];
  await checkCsv(report(rightLine, line({ invoice: 'F2' }), line({ invoice: '' })), {
    onLine: (each) => void lines.push(each),
  });
  const earlier = [
    { key: '2026-02', start: '2026-02-01', end: '2026-03-01', lineKeys: lines.map((each) => each.lineKey), ...beside },
  ];
  return checkCsv(text, { context: { ...march, earlier } });
}

describe('already-reported', () => {
  it('accepts new lines', async () => {
    expect(findingsOf(await withFirstReport(report(line({ invoice: 'F3' }))), 'already-reported')).toEqual([]);
  });

  it('recognises lines of an earlier report', async () => {
    expect(
      findingsOf(await withFirstReport(report(line({ invoice: 'F3' }), line({ invoice: 'F2' }))), 'already-reported'),
    ).toMatchObject([
      { class: 47, severity: 'blocksRow', params: { period: '2026-02' }, place: { row: 3 }, amount: '240.00' },
    ]);
  });

  it('recognises a delivery of another branch in the same period only by its invoice', async () => {
    const flisa = { key: '2026-03', start: '2026-03-01', end: '2026-04-01', branch: 'Flisa' };
    const [found, ...others] = findingsOf(
      await withFirstReport(report(line({ invoice: 'F2' }), line({ invoice: '' })), flisa),
      'already-reported',
    );
    expect([found?.params, others]).toEqual([{ period: '2026-03', branch: 'Flisa' }, []]);
    expect(messageOf(found!, 'nb')).toContain('levert i mars 2026, av Flisa.');
  });

  it('does not take a credit for the sale it reverses', async () => {
    expect(
      findingsOf(await withFirstReport(report(line({ quantity: '-2', amount: '-240,00' }))), 'already-reported'),
    ).toEqual([]);
  });
});
