import { monthlyFood } from '../examples/monthly-food.ts';
import type { OwnRule, Terms } from '../terms.ts';
import { textsOf } from '../texts/message-of.ts';
import { checkCsv, findingsOf, line, report, rightLine, troubles } from '../testing.ts';

const terms = (expression: string, change: Partial<OwnRule> = {}): Terms => ({
  ...monthlyFood(),
  ownRules: [
    {
      id: 'litre-price',
      text: { nb: 'Prisen er høy', nn: 'Prisen er høg', en: 'The price is high' },
      severity: 'confirm',
      expression,
      ...change,
    },
  ],
});
const expensive = line({ price: '600,00', amount: '1200,00' });
const found = async (expression: string, ...lines: string[]) =>
  findingsOf(await checkCsv(report(...lines), { terms: terms(expression) }), 'own-rule');

describe('own-rule', () => {
  it('explains a line on which the condition is not true', async () => {
    const [finding, ...others] = await found('if unit = "stk" then unitPrice <= 500', rightLine, expensive);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      class: 0,
      severity: 'confirm',
      place: { row: 3, column: 'Enhetspris', cell: 'F3' },
      found: '600,00',
      expected: '≤ 500',
      cause: 'litre-price',
      amount: '1200.00',
    });
    expect(textsOf(finding!, 'nn').message).toBe(
      'Prisen er høg. Regel «litre-price»: if unit = "stk" then unitPrice <= 500. Rada har: if "stk" = "stk" then 600 <= 500. Kolonnar: Enhetspris.',
    );
  });

  it('calculates with decimals, and gives both sides', async () => {
    expect(await found('round(quantity * unitPrice, 2) = amount', rightLine)).toEqual([]);
    expect(await found('quantity * unitPrice < amount + 0.1 and quantity * 0.1 = 0.3', rightLine)).toMatchObject([
      { found: '0.2', expected: '= 0.3', params: { filled: '2 * 120 < 240 + 0.1 and 2 * 0.1 = 0.3' } },
    ]);
  });

  it.each([
    ['an unknown value', 'quantity > 5', line({ quantity: 'ca 2' })],
    ['a missing value', 'itemName = "x"', line({ name: '' })],
    ['a value that is not needed', 'quantity > 5 or unit = "STK "', line({ quantity: '' })],
    ['division by zero', 'amount / (quantity - 2) = 1', rightLine],
  ])('says nothing of %s', async (_, expression, written) => {
    expect(await found(expression, written)).toEqual([]);
  });

  it('finds an empty cell, but not an unreadable one', async () => {
    const rows = [line({ quantity: '' }), line({ quantity: 'ca 2' }), rightLine];
    expect(await found('not isEmpty(quantity)', ...rows)).toMatchObject([
      { place: { row: 2, column: 'Antall' }, found: 'not isEmpty(?)', expected: 'not isEmpty(quantity)' },
    ]);
  });

  it('has the severity of the rule, and may be answered if the rule says so', async () => {
    const of = async (change: Partial<OwnRule>) =>
      findingsOf(await checkCsv(report(expensive), { terms: terms('unitPrice <= 500', change) }), 'own-rule')[0];
    expect(await of({ severity: 'info' })).toMatchObject({ severity: 'info' });
    expect(await of({ severity: 'blocksRow' })).not.toHaveProperty('overridable');
    expect(await of({ severity: 'blocksRow', overridable: true })).toMatchObject({ overridable: true });
  });

  it('runs also when only named checks do, for each rule, and ignores one that cannot be read', async () => {
    const three = ['amount < 5', 'amount <', 'month(deliveredOn) in (1, 2)'].map((expression, at) => ({
      ...terms(expression).ownRules![0]!,
      id: `rule-${at}`,
    }));
    const checked = await checkCsv(report(rightLine), {
      terms: { ...terms(''), standardChecks: false, checks: [], ownRules: three },
    });
    expect(checked.findings.map(({ cause, found: value, expected }) => [cause, value, expected])).toEqual([
      ['rule-0', '240,00', '< 5'],
      ['rule-2', '3', '1, 2'],
    ]);
    expect(checked.groups).toHaveLength(2);
    expect(troubles(checked)).toEqual(['own-rule']);
  });

  it('is about one table when it says so', async () => {
    const checked = async (table: string) =>
      findingsOf(await checkCsv(report(expensive), { terms: terms('unitPrice <= 500', { table }) }), 'own-rule');
    expect(await checked(monthlyFood().tables[0]!.name)).toHaveLength(1);
    expect(await checked('orders')).toEqual([]);
  });
});
