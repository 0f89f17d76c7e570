import { memoiseText } from '@tallgrunn/tabular';
import { defineCheck } from '../check.ts';
import { normaliseItemName } from '../plan/item-index.ts';

/** Minimum length of a name that systems may have cut, and of one that is compared at all. */
const CUT_LENGTH_MIN = 12;
const NAME_LENGTH_MIN = 6;
/** How the number was matched: a number that the name itself identified cannot differ from it. */
const byNumber: ReadonlySet<string | null> = new Set(['number', 'punctuation', 'zeros', 'former']);

/** The name on the line is that of another agreed item than its number. */
export const itemNameDiffer = defineCheck({
  id: 'item-name-differ',
  class: 0,
  severity: 'confirm',
  needs: ['items'],
  roles: ['itemNumber', 'itemName'],
  run: ({ plan, say }) => {
    const names = Array.from({ length: plan.items.size }, (_, item) => normaliseItemName(plan.items.name(item)));
    const sorted = names.map((name, item) => ({ name, item })).sort((a, b) => (a.name < b.name ? -1 : 1));
    /** Returns the only agreed item that a name, or the beginning of one, belongs to; -1 when none or several do. */
    const itemOf = memoiseText((text) => {
      const written = normaliseItemName(text);
      if (written.length < NAME_LENGTH_MIN) return { item: -1 };
      const first = firstFrom(sorted, written);
      const [one, next] = [sorted[first], sorted[first + 1]];
      if (one?.name === written) return { item: next?.name === written ? -1 : one.item };
      const isCut = written.length >= CUT_LENGTH_MIN && one?.name.startsWith(written);
      return { item: isCut && !next?.name.startsWith(written) ? one!.item : -1 };
    });
    return {
      line: (line) => {
        if (line.item < 0 || line.itemName === '' || line.itemName === plan.items.name(line.item)) return;
        if (!byNumber.has(line.itemHow)) return;
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

/** Returns the position of the first name that does not come before a text; the names are sorted. */
function firstFrom(sorted: readonly { readonly name: string }[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.name < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
