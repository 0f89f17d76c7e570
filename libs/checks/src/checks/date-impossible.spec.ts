import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('date-impossible', () => {
  it('accepts the last day of February', async () => {
    expect(findingsOf(await checkCsv(report(line({ date: '28.02.2026' }))), 'date-impossible')).toEqual([]);
  });

  it('rejects days that do not exist', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ date: '30.02.2026' }), line({ date: '31.06.2026', invoice: 'F2' }))),
        'date-impossible',
      ),
    ).toMatchObject([
      { class: 43, severity: 'blocksRow', found: '30.02.2026', place: { cell: 'H2' } },
      { found: '31.06.2026' },
    ]);
  });
});
