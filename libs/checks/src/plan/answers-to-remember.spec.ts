import { exampleTerms } from '../examples/example-terms.ts';
import { answersToRemember } from './answers-to-remember.ts';

const terms = exampleTerms['monthly-food']();
const given = (changes: Partial<Parameters<typeof answersToRemember>[1]>) => answersToRemember(terms, { columns: [], patches: [], reasons: [], pointedOut: false, ...changes });

describe('answers to remember', () => {
  it('are those about what something is, and none about one row or one month', () => {
    const remembered = given({
      patches: [{ set: 'unit', text: 'pk à 12', unit: 'krt' }, { set: 'cell', sheet: '', row: 3, column: 2, value: '7' }, { set: 'leave-out', sheet: '', row: 4 }, { set: 'date-shift', field: 'deliveredOn', days: 1462 }, { set: 'override', code: 'buyer-not-entitled', cause: 'x' }, { set: 'buyer', text: 'Gruue komm', buyer: 'grue' }],
      reasons: [{ code: 'item-unknown', cause: '90001', reason: 'Avtalt per telefon' }, { code: 'price-scale', cause: '05101', reason: 'Riktig' }, { code: 'price-above-agreed', cause: '05101', reason: 'Riktig' }],
    });
    expect(remembered.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['change', 'unit pk à 12'],
      ['change', 'buyer Gruue komm'],
      ['question', 'item-unknown 90001'],
    ]);
  });

  it('name a column that was pointed out by its heading, and only one that nobody would have known', () => {
    const columns = [{ sheet: '', headingRow: 1, columns: { buyer: 0, quantity: 1 }, headings: { buyer: 'Kunde', quantity: 'Kollital' } }];
    expect(given({ columns, pointedOut: true })).toEqual([{ kind: 'change', subject: 'column kollital', patch: { set: 'column', field: 'quantity', heading: 'Kollital' } }]);
    expect(given({ columns })).toEqual([]);
  });

  it('are what was said of a whole table of customers, too', () => {
    expect(given({ patches: [{ set: 'whole-table', field: 'deliveredOn', value: 'period-end' }, { set: 'measure', value: 'amount' }] }).map(({ subject }) => subject)).toEqual(['whole-table deliveredOn', 'measure']);
  });

  it('are the last of those with one subject', () => {
    expect(given({ patches: [{ set: 'unit', text: 'spn', unit: 'kg' }, { set: 'unit', text: 'spn', unit: 'stk' }] })).toMatchObject([{ patch: { unit: 'stk' } }]);
  });
});
