import { isNestedDeeper, parseBoundedJson } from './json-bounds.ts';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('isNestedDeeper', () => {
  it('counts arrays and objects that are open at once, not brackets in texts', () => {
    expect(isNestedDeeper(nested(64))).toBe(false);
    expect(isNestedDeeper(nested(65))).toBe(true);
    expect(isNestedDeeper(Buffer.from(`{"a":${nested(64)}}`))).toBe(true);
    expect(isNestedDeeper(JSON.stringify({ text: '[{"\\'.repeat(1000), more: [1, [2]] }))).toBe(false);
    expect(isNestedDeeper('[1],'.repeat(1000))).toBe(false);
  });

  it('looks no further than the first place that is too deep', () => {
    let read = 0;
    const text = new Proxy(Buffer.from('['.repeat(100_000)), {
      get: (of, key) =>
        typeof key === 'string' && /^\d+$/.test(key) ? ((read += 1), of[Number(key)]) : Reflect.get(of, key, of),
    });
    expect(isNestedDeeper(text as Uint8Array)).toBe(true);
    expect(read).toBe(65);
  });
});

describe('parseBoundedJson', () => {
  it('returns the value, undefined for no JSON, and refuses what nests too deep', () => {
    expect(parseBoundedJson('{"a":[1]}')).toEqual({ a: [1] });
    expect(parseBoundedJson('{')).toBeUndefined();
    expect(() => parseBoundedJson(nested(100_000))).toThrow(expect.objectContaining({ code: 'json-too-deep' }));
  });
});
