import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('date-outside-period', () => {
  it('accepts the first and the last day', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ date: '01.03.2026' }), line({ date: '31.03.2026', invoice: 'F2' }))),
        'date-outside-period',
      ),
    ).toEqual([]);
  });

  it('suggests the right period', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ date: '03.04.2026' }), line({ date: '28.02.2026', invoice: 'F2' }))),
        'date-outside-period',
      ),
    ).toMatchObject([
      {
        class: 40,
        severity: 'blocksRow',
        found: '03.04.2026',
        expected: '2026-03',
        params: { right: '2026-04' },
        place: { column: 'Leveringsdato' },
      },
      { params: { right: '2026-02' } },
    ]);
  });
});
