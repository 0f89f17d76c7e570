import { Gtin } from '@tallgrunn/values';
import type { CheckContext } from '../context.ts';

export interface ItemMatch {
  readonly item: number;
  /** how it was matched: the supplier is informed of all kinds except `number` */
  readonly how: 'number' | 'punctuation' | 'former' | 'gtin' | 'own-gtin' | 'zeros' | 'name' | 'suffix';
}

/** Index of the agreed assortment, searchable by all the texts that suppliers write instead of the agreed number. */
export interface ItemIndex {
  readonly size: number;
  find(number: string, gtin: string | null, name: string): ItemMatch | null;
  number(item: number): string;
  name(item: number): string;
}

const ambiguous = -1;

/** Returns an item number without case, spaces and separators: "bp 14.g5" is "BP14G5". */
function withoutSeparators(number: string): string {
  return number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function stripZeros(number: string): string {
  return withoutSeparators(number).replace(/^0+(?=.)/, '');
}

export function normaliseItemName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function byKey(list: readonly string[], key: (text: string) => string): Map<string, number> {
  const found = new Map<string, number>();
  list.forEach((text, at) => {
    const each = key(text);
    if (each !== '') found.set(each, found.has(each) ? ambiguous : at);
  });
  return found;
}

function gtinKey(text: string | null): string {
  const reading = Gtin.parse(text ?? '');
  return reading.ok ? reading.gtin14 : '';
}

/** Finds the agreed number that this one extends: "A100-2", "A100B" or "A100/NY" from "A100". */
function withoutSuffix(number: string, numbers: ReadonlyMap<string, number>): number | undefined {
  const cut = /^(.{3,}?)(?:[-/_. ]\w{1,4}|(?<=\d)[A-Za-z]{1,3})$/.exec(number.trim());
  return cut ? numbers.get(cut[1]!) : undefined;
}

export function indexItems(context: CheckContext): ItemIndex {
  const numbers = context.items?.number ?? [];
  const names = context.items?.name ?? [];
  const exact = byKey(numbers, (text) => text);
  const byBareNumber = byKey(numbers, withoutSeparators);
  const zeros = byKey(numbers, stripZeros);
  const gtins = byKey(
    (context.items?.gtin ?? []).map((text) => text ?? ''),
    gtinKey,
  );
  const byNormalisedName = byKey(names, normaliseItemName);
  const former = new Map(
    [context.formerItems, context.itemChanges].flatMap((table) =>
      (table?.number ?? []).map((text, at) => [text, table!.item[at]!] as const),
    ),
  );
  const search = (number: string, gtin: string | null, name: string): ItemMatch | null => {
    const steps: [ItemMatch['how'], number | undefined][] = [
      ['former', former.get(number)],
      ['punctuation', byBareNumber.get(withoutSeparators(number))],
      ['zeros', /^\d+$/.test(number) ? zeros.get(stripZeros(number)) : undefined],
      // The agreed item's own GTIN instead of its number is not a different number.
      ['own-gtin', gtins.get(gtinKey(number))],
      ['gtin', gtin ? gtins.get(gtinKey(gtin)) : undefined],
      ['suffix', withoutSuffix(number, exact)],
      ['name', name.length >= 6 ? byNormalisedName.get(normaliseItemName(name)) : undefined],
    ];
    const hit = steps.find(([, item]) => item !== undefined && item !== ambiguous);
    return hit ? { item: hit[1]!, how: hit[0] } : null;
  };
  const cache = new Map<string, ItemMatch | null>();
  return {
    size: numbers.length,
    number: (item) => numbers[item] ?? '',
    name: (item) => names[item] ?? '',
    find: (number, gtin, name) => {
      const item = exact.get(number);
      if (item !== undefined && item !== ambiguous) return { item, how: 'number' };
      const key = `${number}\u0000${gtin ?? ''}\u0000${name}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const found = number === '' && gtin === null ? null : search(number, gtin, name);
      if (cache.size < 20_000) cache.set(key, found);
      return found;
    },
  };
}
