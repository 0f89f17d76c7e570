import { exampleTerms } from '@tallgrunn/checks';
import { valueAt, withMoved, withValue } from './change-document.ts';
import { parseValue, formatValue } from './written-values.ts';
import type { ControlKind } from './written-values.ts';

const goods = exampleTerms['quarterly-goods']();

describe('edit of a terms document', () => {
  it('changes the value at a JSON pointer, and preserves the other values and the order', () => {
    const changed = withValue(goods, '/tables/0/fields/1/constraints/maxLength', 40);
    expect(valueAt(changed, '/tables/0/fields/1/constraints')).toEqual({ required: true, maxLength: 40 });
    expect(Object.keys(withValue(goods, '/vat', 'included'))).toEqual(Object.keys(goods));
    expect(goods).toEqual(exampleTerms['quarterly-goods']());
  });

  it('removes a value, and leaves no empty parent', () => {
    const changed = withValue(goods, '/tables/0/fields/1/constraints/required', undefined);
    expect(valueAt(changed, '/tables/0/fields/1')).not.toHaveProperty('constraints');
    expect(valueAt(withValue(goods, '/tables/0/fields/0', undefined), '/tables/0/fields')).toHaveLength(
      goods.tables[0]!.fields.length - 1,
    );
    const clause = withValue(goods, '/clauses/~1due/reference', 'punkt 4');
    expect(clause.clauses).toEqual({ '/due': { reference: 'punkt 4' } });
    expect(withValue(clause, '/clauses/~1due', undefined)).toEqual(goods);
  });

  it('moves a column by one place within the list', () => {
    const names = (document: typeof goods) => document.tables[0]!.fields.map(({ name }) => name).slice(0, 3);
    expect(names(withMoved(goods, '/tables/0/fields', 1, -1))).toEqual(['buyer', 'lot', 'buyerOrgNumber']);
    expect(withMoved(goods, '/tables/0/fields', 0, -1)).toBe(goods);
  });
});

describe('form value', () => {
  it.each<[ControlKind, unknown, string]>([
    ['text', 'NOK', 'NOK'],
    ['number', 0.5, '0,5'],
    ['lines', ['Vnr', 'Varenr'], 'Vnr\nVarenr'],
    ['dates', ['04-20', '08-05'], '20.04, 05.08'],
    ['values', { '1': ['stk', 'kg'], '*': ['m'] }, '1: stk; kg\n*: m'],
    ['date', '2027-01-01', '2027-01-01'],
    ['cases', [{ when: ['1A', '*'], values: ['stk', 'kg'] }], '1A | *: stk; kg'],
  ])('round-trips %s', (kind, value, text) => {
    expect(formatValue(value, kind)).toBe(text);
    expect(parseValue(text, kind)).toEqual(value);
  });

  it('preserves unreadable text, so that the linter reports it', () => {
    expect(parseValue('ti', 'number')).toBe('ti');
    expect(parseValue('20.04, snart', 'dates')).toEqual(['04-20', 'snart']);
    expect(parseValue(' ', 'number')).toBeUndefined();
  });
});
