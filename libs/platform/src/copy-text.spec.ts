import { copyField, copyJson, copyText, jsonbText } from './copy-text.ts';

describe('COPY text', () => {
  it('escapes row and column separators, and writes null values', () => {
    expect(copyText(['a\tb\nc\rd\\e', null, undefined, '', 0, true, 12n])).toBe(
      'a\\tb\\nc\\rd\\\\e\t\\N\t\\N\t\t0\ttrue\t12\n',
    );
    expect(copyText(['a\0b'])).toBe('a\ufffdb\n');
  });

  it('writes JSON that jsonb accepts', () => {
    for (const value of [{ a: 'æ"\\\n\u0001€😀' }, ['\\u0000', '\\\\ud800'], 12, null])
      expect(jsonbText(value)).toBe(JSON.stringify(value));
    for (const value of [{ a: 'æ"\\\n\u0001€😀\0\ud83d' }, '\\u0000', 12])
      expect(copyJson(JSON.stringify(value))).toBe(copyField(jsonbText(value)));
    expect(JSON.parse(jsonbText({ 'na\0me': 'a\0b\ud83dc\\\0', ok: '😀\\u0000' }))).toEqual({
      'na\ufffdme': 'a\ufffdb\ufffdc\\\ufffd',
      ok: '😀\\u0000',
    });
  });
});
