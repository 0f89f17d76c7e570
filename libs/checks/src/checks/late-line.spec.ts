import { monthlyFood } from '../examples/monthly-food.ts';
import type { CheckResult } from '../check-result.ts';
import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const february = { key: ['2026-02'], start: ['2026-02-01'], end: ['2026-03-01'] };
const late = line({ date: '27.02.2026' });
const credit = line({ date: '12.02.2026', quantity: '-1', amount: '-120,00', invoice: 'F2' });
const check = (lateLines: 'open-period' | 'own-period' | undefined, context = march): Promise<CheckResult> =>
  checkCsv(report(late, credit), { terms: monthlyFood(lateLines && { lateLines }), context });

describe('late-line', () => {
  it('accepts lines of the period', async () => {
    expect(
      findingsOf(await checkCsv(report(line()), { terms: monthlyFood({ lateLines: 'open-period' }) }), 'late-line'),
    ).toEqual([]);
  });

  it('accepts lines and credits of a closed period in the open one, and names their period', async () => {
    const checkResult = await check('open-period');
    expect(findingsOf(checkResult, 'late-line')).toMatchObject([
      {
        class: 40,
        severity: 'info',
        found: '27.02.2026',
        expected: '2026-03',
        params: { date: '2026-02-27', period: '2026-03', right: '2026-02' },
        cause: '2026-02',
        place: { row: 2, column: 'Leveringsdato' },
      },
      { found: '12.02.2026', params: { right: '2026-02' }, amount: '-120.00', place: { row: 3 } },
    ]);
    expect(findingsOf(checkResult, 'date-outside-period')).toEqual([]);
    expect(checkResult).toMatchObject({ ok: true, accepted: 2, totals: { amount: '120.00' } });
  });

  it('leaves lines of a period without a report', async () => {
    const checkResult = await check('open-period', { ...march, openPeriods: february });
    expect(findingsOf(checkResult, 'late-line')).toEqual([]);
    expect(findingsOf(checkResult, 'date-outside-period')).toMatchObject([
      { params: { right: '2026-02', amend: '' } },
      { params: { right: '2026-02' } },
    ]);
  });

  it('does not accept future lines, or lines before the agreement', async () => {
    const options = {
      terms: monthlyFood({ lateLines: 'open-period' as const }),
      context: { ...march, holds: { from: '2026-02-20', until: null } },
    };
    const checkResult = await checkCsv(report(line({ date: '02.04.2026' }), credit, late), options);
    expect(findingsOf(checkResult, 'late-line')).toMatchObject([{ place: { row: 4 } }]);
    expect(findingsOf(checkResult, 'date-outside-period')).toMatchObject([
      { params: { right: '2026-04' } },
      { params: { right: '2026-02' } },
    ]);
  });

  it('asks for a correction of the old report if the terms require it, and also when they state nothing', async () => {
    const own = await check('own-period');
    expect(findingsOf(own, 'late-line')).toEqual([]);
    expect(findingsOf(own, 'date-outside-period')).toMatchObject([
      { severity: 'blocksRow', params: { right: '2026-02', amend: '2026-02' } },
      { params: { amend: '2026-02' } },
    ]);
    expect(findingsOf(await check(undefined), 'date-outside-period')).toMatchObject([
      { params: { amend: '' } },
      { params: { amend: '' } },
    ]);
  });
});
