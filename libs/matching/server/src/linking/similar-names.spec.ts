import fc from 'fast-check';
import { familiesOf, isShortName, wordsOf, type ItemName } from './similar-names.ts';

const word = fc.stringMatching(/^[bdfgklmnprstv][aeiouyøå][bdfgklmnprstv]{1,2}[aeiouyøå][bdfgklmnprstv]{1,3}$/);
const names = fc.uniqueArray(
  fc
    .tuple(word, word, fc.integer({ min: 2, max: 990 }), fc.constantFrom('kg', 'stk', 'g', 'cm', ''))
    .map(([noun, kind, size, unit]) => `${noun} ${kind} ${size} ${unit}`.trim()),
  { selector: (name) => name.slice(0, 5), minLength: 4, maxLength: 20 },
);

/** Ways in which the other side may write a name. */
const changes: Readonly<Record<string, (name: string) => string>> = {
  'cut and in capitals': (name) => name.slice(0, 12).toUpperCase(),
  'without vowels': (name) => name.replaceAll(/(?<=\w)[aeiouyøå](?=\w)/g, ''),
  'in reverse order': (name) => name.split(' ').toReversed().join(' '),
  'with abbreviated words': (name) =>
    name
      .split(' ')
      .map((one) => (/^\d/.test(one) ? one : `${one.slice(0, 5)}.`))
      .join(' '),
  'with another unit': (name) => name.replace(/ (kg|stk|g|cm)$/, '-pk'),
};
const named = (name: string, item: string | null = null): ItemName => ({ item, name });

describe('names of items that one side writes shorter', () => {
  it.each(Object.keys(changes))('are never another item when they are %s', (how) => {
    let [right, all] = [0, 0];
    for (const drawn of fc.sample(names, 100)) {
      const families = familiesOf(
        drawn.map((name) => named(changes[how]!(name))),
        drawn.map((name, at) => named(name, String(at))),
      );
      all += drawn.length;
      for (const { isOneItem, reported, booked } of families)
        if (isOneItem) {
          expect(reported).toEqual([named(changes[how]!(drawn[Number(booked[0]!.item)]!))]);
          right += 1;
        }
    }
    expect(right).toBeGreaterThanOrEqual(0.9 * all);
  });

  it('are a family, not an item, when several items have that beginning', () => {
    const families = familiesOf(
      [named('Refleksvest standard 250 g', '6014'), named('Refleksvest ekstra 10 cm', '6015')],
      [named('REFLEKSVEST ')],
    );
    expect(families).toEqual([
      {
        reported: [named('Refleksvest standard 250 g', '6014'), named('Refleksvest ekstra 10 cm', '6015')],
        booked: [named('REFLEKSVEST ')],
        isOneItem: false,
      },
    ]);
  });

  it('are not compared when both sides write a number, and differ when a number in them does', () => {
    expect(familiesOf([named('Kopipapir A4', '1')], [named('Kopipapir A4 80', '2')])).toEqual([]);
    expect(isShortName(wordsOf('Sprøyte 10 ml'), wordsOf('Sprøyte 20 ml steril'))).toBe(false);
    expect(isShortName(wordsOf('Sprøyte 10 ml'), wordsOf('Sprøyte steril 10 ml'))).toBe(true);
    expect(isShortName(wordsOf('Varekjøp mars'), wordsOf('Lettmelk 1 l'))).toBe(false);
  });
});
