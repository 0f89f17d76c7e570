import { exampleTerms } from '@tallgrunn/checks';
import { nb } from '../texts/nb.ts';
import { describeTerms, groupBySeverity } from './describe-terms.ts';

const food = exampleTerms['monthly-food']();
const goods = exampleTerms['quarterly-goods']();

describe('description of the terms', () => {
  it('states the interval and the due date', () => {
    expect(describeTerms(food, nb.terms, 'nb').map(({ says }) => says)).toEqual(
      expect.arrayContaining(['Hver måned', '10 virkedager etter perioden', 'Leveringsdato']),
    );
    expect(describeTerms(goods, nb.terms, 'nb').map(({ says }) => says)).toContain(
      'Faste datoer: 20. april, 5. august, 20. oktober og 20. januar',
    );
  });

  it('lists the severity of every check, and flags differences from the default', () => {
    const standard = groupBySeverity({}).flatMap(({ checks }) => checks);
    expect(standard.some(({ changed }) => changed)).toBe(false);
    const groups = groupBySeverity({ checks: [{ id: 'duplicate-line', severity: 'off' }] });
    expect(groups.at(-1)).toEqual({ weight: 'off', checks: [{ id: 'duplicate-line', changed: true, weight: 'off' }] });
    expect(groups.flatMap(({ checks }) => checks)).toHaveLength(standard.length);
  });
});
