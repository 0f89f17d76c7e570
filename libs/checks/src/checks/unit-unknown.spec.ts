import { checkCsv, line, march, report, rightLine, findingsOf } from '../testing.ts';
import { monthlyFood } from '../examples/monthly-food.ts';

describe('unit-unknown', () => {
  it('accepts known units with their many names', async () => {
    expect(
      findingsOf(
        await checkCsv(report(rightLine, line({ unit: 'Stk.', invoice: 'F2' }), line({ unit: 'EA', invoice: 'F3' }))),
        'unit-unknown',
      ),
    ).toEqual([]);
  });

  it('asks about unknown ones', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(line({ unit: 'krt' }), line({ unit: 'pk à 12', invoice: 'F2' }), line({ unit: 'zzz', invoice: 'F3' })),
        ),
        'unit-unknown',
      ),
    ).toMatchObject([
      {
        class: 50,
        severity: 'blocksRow',
        found: 'krt',
        expected: 'kartong',
        fix: { patches: [{ set: 'unit', text: 'krt', unit: 'kartong' }] },
      },
      { found: 'pk à 12', expected: 'pk (12)' },
      { found: 'zzz', expected: null },
    ]);
  });

  it('accepts units of the terms', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ unit: 'krt' })), { terms: monthlyFood({ units: { kartong: ['krt'] } }) }),
        'unit-unknown',
      ),
    ).toEqual([]);
  });

  it('accepts learned units of the supplier, and still asks about others', async () => {
    const taughtUnits = {
      text: ['krt', 'pk à 12', 'stk'],
      unit: ['kartong', 'pk à 12', 'kartong'],
      factor: [null, '12', null],
      to: [null, 'stk', null],
    };
    const units: (string | null)[] = [];
    const checkResult = await checkCsv(
      report(
        line({ unit: 'KRT.' }),
        line({ unit: 'pk à 12', invoice: 'F2' }),
        line({ unit: 'stk', invoice: 'F3' }),
        line({ unit: 'zzz', invoice: 'F4' }),
      ),
      { context: { ...march, taughtUnits }, onLine: (each) => void units.push(each.unit) },
    );
    expect(findingsOf(checkResult, 'unit-unknown')).toMatchObject([{ found: 'zzz' }]);
    expect(units).toEqual(['kartong', 'pk à 12', 'stk', 'zzz']);
  });
});
