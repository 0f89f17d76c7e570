import { ownText, remembered } from './remembered.ts';

describe('what was made of a text', () => {
  it('is made once while texts come again, and right also when they never do', () => {
    let made = 0;
    const lengthOf = remembered((text) => ({ length: text.length, at: (made += 1) }));
    for (let round = 0; round < 50; round += 1)
      for (let at = 0; at < 1_000; at += 1) expect(lengthOf(`value ${at}`).length).toBe(`value ${at}`.length);
    expect(made).toBe(1_000);
    for (let at = 0; at < 20_000; at += 1) expect(lengthOf(`another ${at}`).length).toBe(`another ${at}`.length);
    expect(made).toBe(21_000);
    lengthOf('another 19998');
    expect(made).toBe(21_001); // given up
  });

  it('is made of a text of its own, which is the same text', () => {
    for (const text of ['', 'short', 'long enough to be a window: æøå €😀']) expect(ownText(text)).toBe(text);
  });
});
