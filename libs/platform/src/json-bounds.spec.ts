import { isNestedDeeper, parseBoundedJson } from './json-bounds.ts';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('isNestedDeeper', () => {
  it('counts open arrays and objects, not brackets in strings', () => {
    expect(isNestedDeeper(nested(64))).toBe(false);
    expect(isNestedDeeper(nested(65))).toBe(true);
    expect(isNestedDeeper(Buffer.from(`{"a":${nested(64)}}`))).toBe(true);
    expect(isNestedDeeper(JSON.stringify({ text: '[{"\\'.repeat(1000), more: [1, [2]] }))).toBe(false);
    expect(isNestedDeeper('[1],'.repeat(1000))).toBe(false);
  });

  it('stops at the first place that is too deep', () => {
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
  it('returns the value, or undefined for invalid JSON, and rejects deep nesting', () => {
    expect(parseBoundedJson('{"a":[1]}')).toEqual({ a: [1] });
    expect(parseBoundedJson('{')).toBeUndefined();
    expect(() => parseBoundedJson(nested(100_000))).toThrow(expect.objectContaining({ code: 'json-too-deep' }));
  });
});
