import { copyText, memoiseText } from './memoise-text.ts';

describe('remembered', () => {
  it('calculates once per recurring text, and correctly when no text recurs', () => {
    let made = 0;
    const lengthOf = memoiseText((text) => ({ length: text.length, at: (made += 1) }));
    for (let round = 0; round < 50; round += 1)
      for (let at = 0; at < 1_000; at += 1) expect(lengthOf(`value ${at}`).length).toBe(`value ${at}`.length);
    expect(made).toBe(1_000);
    for (let at = 0; at < 20_000; at += 1) expect(lengthOf(`another ${at}`).length).toBe(`another ${at}`.length);
    expect(made).toBe(21_000);
    lengthOf('another 19998');
    expect(made).toBe(21_001); // caching disabled
  });

  it('calculates from a copy of the text, which is equal', () => {
    for (const text of ['', 'short', 'long enough to be a window: æøå €😀']) expect(copyText(text)).toBe(text);
  });
});
