import fc from 'fast-check';
import { exampleTerms } from '../examples/example-terms.ts';
import type { Patch } from '../finding.ts';
import { codeOfQuestion, questionKey } from '../findings/question-key.ts';
import { answersToRemember, isLastingPatch, subjectOf } from './answers-to-remember.ts';

const terms = exampleTerms['monthly-food']();
const given = (changes: Partial<Parameters<typeof answersToRemember>[1]>) =>
  answersToRemember(terms, { columns: [], patches: [], reasons: [], pointedOut: false, ...changes });

describe('answers to remember', () => {
  it('are those about identity, and none about a single row or month', () => {
    const remembered = given({
      patches: [
        { set: 'unit', text: 'pk à 12', unit: 'krt' },
        { set: 'cell', sheet: '', row: 3, column: 2, value: '7' },
        { set: 'leave-out', sheet: '', row: 4 },
        { set: 'date-shift', field: 'deliveredOn', days: 1462 },
        { set: 'override', code: 'buyer-not-entitled', cause: 'x' },
        { set: 'buyer', text: 'Gruue komm', buyer: 'grue' },
      ],
      reasons: [
        { code: 'item-unknown', cause: '90001', reason: 'Avtalt per telefon' },
        { code: 'price-scale', cause: '05101', reason: 'Riktig' },
        { code: 'price-above-agreed', cause: '05101', reason: 'Riktig' },
      ],
    });
    expect(remembered.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['change', 'unit pk à 12'],
      ['change', 'buyer Gruue komm'],
      ['question', 'item-unknown 90001'],
    ]);
  });

  it('name an assigned column by its heading, unless it is recognised anyway', () => {
    const columns = [
      {
        sheet: '',
        headingRow: 1,
        columns: { buyer: 0, quantity: 1 },
        headings: { buyer: 'Kunde', quantity: 'Kollital' },
      },
    ];
    expect(given({ columns, pointedOut: true })).toEqual([
      { kind: 'change', subject: 'column kollital', patch: { set: 'column', field: 'quantity', heading: 'Kollital' } },
    ]);
    expect(given({ columns })).toEqual([]);
  });

  it('include answers about a whole cross table', () => {
    expect(
      given({
        patches: [
          { set: 'whole-table', field: 'deliveredOn', value: 'period-end' },
          { set: 'measure', value: 'amount' },
        ],
      }).map(({ subject }) => subject),
    ).toEqual(['whole-table deliveredOn', 'measure']);
  });

  it('are the last of those with one subject', () => {
    expect(
      given({
        patches: [
          { set: 'unit', text: 'spn', unit: 'kg' },
          { set: 'unit', text: 'spn', unit: 'stk' },
        ],
      }),
    ).toMatchObject([{ patch: { unit: 'stk' } }]);
  });

  it('have the subject by which a revoked answer is found, whatever its text', () => {
    const text = fc.string({ maxLength: 60 });
    const patches = fc.oneof(
      text.map((heading): Patch => ({ set: 'column', field: 'quantity', heading })),
      text.map((each): Patch => ({ set: 'unit', text: each, unit: 'kg' })),
      text.map((each): Patch => ({ set: 'buyer', text: each, buyer: 'grue' })),
      text.map((cause): Patch => ({ set: 'override', code: 'buyer-not-entitled', cause })),
      fc.constantFrom<Patch>(
        { set: 'fill-down', field: 'buyer' },
        { set: 'date-shift', field: 'deliveredOn', days: 7 },
        { set: 'decimal-char', field: 'quantity', value: ',' },
      ),
    );
    fc.assert(
      fc.property(patches, (patch) => {
        expect(given({ patches: [patch] }).map(({ subject }) => subject)).toEqual(
          isLastingPatch(patch) ? [subjectOf(patch)] : [],
        );
      }),
    );
    expect(subjectOf({ set: 'column', heading: ' Kollital ' })).toBe(subjectOf({ set: 'column', heading: 'kollital' }));
    expect(subjectOf({ set: 'buyer', text: 'Grue ' })).toBe(subjectOf({ set: 'buyer', text: 'Grue' }));
  });

  it('about a question have its key, which contains its code', () => {
    fc.assert(
      fc.property(fc.constantFrom('item-unknown', 'buyer-homonym'), fc.string({ maxLength: 60 }), (code, cause) => {
        const [answer] = given({ reasons: [{ code, cause, reason: 'Riktig' }] });
        expect(answer?.subject).toBe(questionKey({ code, cause }));
        expect(codeOfQuestion(questionKey({ code, cause }))).toBe(code);
      }),
    );
    expect(questionKey({ code: 'item-unknown' })).toBe(questionKey({ code: 'item-unknown', cause: '' }));
  });
});
