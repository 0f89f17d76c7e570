import fc from 'fast-check';
import type { FindingGroup, FindingSeverity } from '../finding.ts';
import { kindsOf, questionsAtOnce, questionsFrom, questionsOf } from './questions-of.ts';

function group(
  code: string,
  cause: string,
  count: number,
  kroner: string | null,
  severity: FindingSeverity = 'confirm',
): FindingGroup {
  return {
    code,
    class: 57,
    severity,
    count,
    kroner,
    rows: [2],
    example: { code, class: 57, severity, place: null, found: null, expected: null, params: {}, cause },
  };
}

describe('questions about a report', () => {
  const groups = [
    group('item-unknown', '1', 3, '10.50'),
    group('price-above-agreed', '7001', 38, '4212.00'),
    group('item-unknown', '2', 2, '0.50'),
    group('not-a-number', 'ca 20', 1, '60.00', 'blocksRow'),
    group('number-spaces', 'x', 900, '99999.00', 'info'),
  ];

  it('group findings by code with their total, blocking ones first', () => {
    expect(kindsOf(groups).map(({ code, count, kroner, groups: own }) => [code, count, kroner, own.length])).toEqual([
      ['not-a-number', 1, '60.00', 1],
      ['price-above-agreed', 38, '4212.00', 1],
      ['item-unknown', 5, '11.00', 2],
      ['number-spaces', 900, '99999.00', 1],
    ]);
  });

  it('are sorted by amount, whether they block rows or only ask; information is not a question', () => {
    expect(questionsOf(groups).map(({ code }) => code)).toEqual(['price-above-agreed', 'not-a-number', 'item-unknown']);
  });

  it('come after findings that block the whole file, whatever the amount', () => {
    expect(questionsOf([...groups, group('column-missing', '', 1, null, 'blocksFile')])[0]?.code).toBe(
      'column-missing',
    );
  });

  it('come after questions about how the file is read, and are left out while a column is missing', () => {
    const reading = [group('column-inferred', 'unit', 1, null), group('number-ambiguous', 'amount', 9, '12.00')];
    expect(questionsOf([...groups, ...reading]).map(({ code }) => code)).toEqual([
      'number-ambiguous',
      'column-inferred',
      'price-above-agreed',
      'not-a-number',
      'item-unknown',
    ]);
    expect(
      questionsOf([...groups, ...reading, group('column-missing', 'buyer', 1, null, 'blocksFile')]).map(
        ({ code }) => code,
      ),
    ).toEqual(['column-missing', 'number-ambiguous', 'column-inferred']);
  });

  it('are paged by seven, with the rest counted and summed', () => {
    const many = questionsOf(
      Array.from({ length: 19 }, (_, index) => group(`code-${index}`, '', 1, `${100 - index}.00`)),
    );
    expect(questionsFrom(many)).toMatchObject({ before: 0, after: 12, kronerAfter: '1050.00' });
    expect(questionsFrom(many).shown.map(({ code }) => code)).toEqual([
      'code-0',
      'code-1',
      'code-2',
      'code-3',
      'code-4',
      'code-5',
      'code-6',
    ]);
    expect(questionsFrom(many, 14)).toMatchObject({ before: 14, after: 0, kronerAfter: null });
    expect(questionsFrom(many.slice(0, 10), 14)).toMatchObject({ before: 7, after: 0 });
    expect(questionsFrom([], 7)).toMatchObject({ before: 0, shown: [], after: 0 });
  });

  it('are all reachable, whatever the page', () => {
    const some = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
        fc.constantFrom<FindingSeverity>('blocksFile', 'blocksRow', 'confirm', 'info'),
        fc.nat(5000),
      ),
    );
    fc.assert(
      fc.property(some, fc.nat(40), (made, from) => {
        const all = questionsOf(
          made.map(([code, severity, oere], index) => group(code, String(index), 1, (oere / 100).toFixed(2), severity)),
        );
        const page = questionsFrom(all, from);
        expect(page.before + page.shown.length + page.after).toBe(all.length);
        expect(page.shown.length).toBeLessThanOrEqual(questionsAtOnce);
        expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(
          made.filter(([, severity]) => severity !== 'info').length,
        );
      }),
    );
  });
});
