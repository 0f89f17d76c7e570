import type { Fix } from '@tallgrunn/checks';
import { nb } from '../texts/nb.ts';
import { context, terms } from '../testing.ts';
import { chosenOption, fixChoice } from './fix-options.ts';

const basis = { terms, context };
const fix = (kind: string, changes: Partial<Fix> = {}): Fix => ({ kind, params: {}, patches: [], ...changes });
const options = (of: Fix) => {
  const way = fixChoice(of, basis, nb.check);
  return way?.kind === 'choice' ? way.options : way;
};

describe('resolution of a finding', () => {
  it('shows a button when the edits need no selection, and nothing when there are no edits', () => {
    expect(
      fixChoice(
        fix('use-agreed-price', { patches: [{ set: 'cell', sheet: '', row: 2, column: 4, value: '98' }] }),
        basis,
        nb.check,
      ),
    ).toEqual({ kind: 'direct' });
    expect(fixChoice(fix('subtract-earlier'), basis, nb.check)).toBeNull();
    expect(fixChoice(undefined, basis, nb.check)).toBeNull();
  });

  it('offers the agreed items for linking a number', () => {
    expect(options(fix('link-item', { params: { number: 'X1' } }))).toEqual([
      { label: '7001 Lettmelk 10 l', patch: { set: 'item', text: 'X1', item: '7001' } },
    ]);
  });

  it('names the buyers, and the decimal characters', () => {
    expect(options(fix('choose-buyer', { patches: [{ set: 'buyer', text: 'Kgsv', buyer: 'k' }] }))).toMatchObject([
      { label: 'Kongsvinger' },
    ]);
    expect(
      options(fix('choose-decimal-char', { patches: [{ set: 'decimal-char', field: 'amount', value: ',' }] })),
    ).toMatchObject([{ label: nb.check.decimalComma }]);
  });

  it('lists the suggested unit before the units of the agreement', () => {
    const offered = options(
      fix('use-unit', {
        params: { unit: 'krt', suggestion: 'kartong' },
        patches: [{ set: 'unit', text: 'krt', unit: 'kartong' }],
      }),
    );
    expect(offered).toMatchObject([
      { label: 'kartong' },
      { label: 'stk', patch: { set: 'unit', text: 'krt', unit: 'stk' } },
    ]);
  });

  it('matches an option by a substring of its name when only one contains it', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      label: `${7000 + at} ${at === 4 ? 'Lettmelk 10 l' : 'Vare'}`,
      patch: { set: 'item' as const, text: 'X1', item: String(7000 + at) },
    }));
    expect(chosenOption(many, 'lettmelk')).toMatchObject({ label: '7004 Lettmelk 10 l' });
    expect(chosenOption(many, '7010 Vare')).toMatchObject({ label: '7010 Vare' });
    expect(chosenOption(many, 'vare')).toBeUndefined();
    expect(chosenOption(many.slice(0, 3), '2')).toMatchObject({ label: '7002 Vare' });
    expect(chosenOption(many, ' ')).toBeUndefined();
  });
});
