import fc from 'fast-check';
import { TextStore } from './shared-texts.ts';
import { escapeText, unescapeText } from './unescape-text.ts';

describe('the store of shared texts', () => {
  it('returns each text, across page boundaries and through the cache', () => {
    const store = new TextStore();
    const texts = Array.from({ length: 6000 }, (_, index) =>
      index % 500 === 0 ? 'lang æøå '.repeat(30_000) : `tekst ${index} €😀`,
    );
    texts.push('', '\ufeffmed merke');
    for (const text of texts) store.add(text);
    for (const step of [1, 7])
      for (let index = 0; index < texts.length; index += step)
        if (store.get(index) !== texts[index]) throw new Error(`text ${index} differs`);
    expect(store.get(texts.length)).toBeUndefined();
    expect(store.get(-1)).toBeUndefined();
    expect(store.get(NaN)).toBeUndefined();
    expect(store.sizeBytes).toBeGreaterThan(3_000_000);
  });
});

describe('characters that XML cannot represent', () => {
  it('are preserved by writing and reading', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unescapeText(escapeText(text)) === text));
    fc.assert(fc.property(fc.stringMatching(/^[_x0-9A]{0,20}$/), (text) => unescapeText(escapeText(text)) === text));
  });
});
