import { memoiseText } from '@tallgrunn/tabular';
import { defineCheck } from '../check.ts';
import { normaliseItemName } from '../plan/item-index.ts';

/** Minimum length of a name that systems may have cut, and of one that is compared at all. */
const CUT_LENGTH_MIN = 12;
const NAME_LENGTH_MIN = 6;
/** How the number was matched: a number that the name itself identified cannot differ from it. */
const byNumber: ReadonlySet<string | null> = new Set(['number', 'punctuation', 'zeros', 'former']);

export const itemNameDiffer = defineCheck({
  id: 'item-name-differ',
  class: 0,
  severity: 'confirm',
  needs: ['items'],
  roles: ['itemNumber', 'itemName'],
  run: ({ plan, say }) => {
    const names = Array.from({ length: plan.items.size }, (_, item) => normaliseItemName(plan.items.name(item)));
    /** Returns the only agreed item that a name, or the beginning of one, belongs to; -1 when none or several do. */
    const itemOf = memoiseText((text) => {
      const written = normaliseItemName(text);
      if (written.length < NAME_LENGTH_MIN) return { item: -1 };
      const same = names.flatMap((name, item) => (name === written ? [item] : []));
      if (same.length > 0) return { item: same.length === 1 ? same[0]! : -1 };
      const longer = names.flatMap((name, item) => (name.startsWith(written) ? [item] : []));
      return { item: written.length >= CUT_LENGTH_MIN && longer.length === 1 ? longer[0]! : -1 };
    });
    return {
      line: (line) => {
        if (line.item < 0 || !byNumber.has(line.itemHow) || line.itemName === '') return;
        const { item } = itemOf(line.itemName);
        if (item < 0 || item === line.item || isBeginning(names[line.item]!, names[item]!)) return;
        const [number, other] = [plan.items.number(line.item), plan.items.number(item)];
        say({
          line,
          role: 'itemNumber',
          expected: other,
          cause: `${number} ${other}`,
          params: { number, name: plan.items.name(line.item), other, otherName: plan.items.name(item) },
        });
      },
    };
  },
});

/** Returns whether one of two names is the beginning of the other, so that a cut name may be either. */
const isBeginning = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
