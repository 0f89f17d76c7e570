import fc from 'fast-check';
import { sha256, sha256Hex } from './hash.ts';
import { isUuid, uuidv7 } from './ids.ts';
import { shortSha256 } from './short-sha256.ts';
import { LineKeyCounter, lineKey, lineKeyBase } from './line-key.ts';

describe('identifiers', () => {
  it('are version 7, contain the time and sort in order of creation', () => {
    const list = Array.from({ length: 3000 }, () => uuidv7(1_760_000_000_000));
    expect(list.every(isUuid)).toBe(true);
    expect(new Set(list).size).toBe(3000);
    expect([...list].sort()).toEqual(list);
    expect(parseInt(list[0]!.replace('-', '').slice(0, 12), 16)).toBe(1_760_000_000_000);
    expect(list[0]![14]).toBe('7');
    expect(uuidv7(1_760_000_000_500) > list.at(-1)!).toBe(true);
  });
});

describe('SHA-256', () => {
  it('agrees with FIPS 180-4', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('returns the same for short texts as in general, and leaves long ones to the general implementation', () => {
    const hexOfShort = (...parts: string[]) =>
      Array.from(shortSha256(parts) ?? [], (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    const written = (...parts: string[]) => parts.map((part) => `${part.length}:${part}`).join('|');
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (parts) =>
        expect(hexOfShort(...parts)).toBe(sha256Hex(written(...parts))),
      ),
      { numRuns: 1000 },
    );
    for (let length = 0; length <= 1018; length += 1)
      expect(hexOfShort('x'.repeat(length))).toBe(sha256Hex(written('x'.repeat(length))));
    expect(hexOfShort('\ud800€æ'.repeat(330))).toBe(sha256Hex(written('\ud800€æ'.repeat(330))));
    expect(shortSha256(['x'.repeat(1019)])).toBeNull();
    expect(shortSha256(['x'.repeat(500), 'x'.repeat(513)])).toBeNull();
  });

  it('returns the same in pieces as at once', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(500), (bytes, cut) => {
        expect(sha256().update(bytes.subarray(0, cut)).update(bytes.subarray(cut)).hex()).toBe(sha256Hex(bytes));
      }),
    );
  });
});

describe('line keys', () => {
  const parts = {
    item: '00412',
    buyer: '3415',
    date: '2026-02-03',
    invoiceNumber: '5561',
    invoiceLine: '3',
    sign: 1 as const,
  };

  it('distinguish lines, and sales from credits', () => {
    const keys = [
      parts,
      { ...parts, item: '412' },
      { ...parts, sign: -1 as const },
      { ...parts, invoiceNumber: '55613', invoiceLine: '' },
    ].map((each) => lineKey(each));
    expect(new Set(keys).size).toBe(4);
    expect(lineKey(parts, 2)).toBe(`${lineKeyBase(parts)}-2`);
  });

  it('are the first half of the SHA-256 of all parts with their lengths, however long they are', () => {
    for (const item of ['00412', 'Kjøtt – 2,5 kg', 'x'.repeat(2000)]) {
      const text = `${item.length}:${item}|4:3415|10:2026-02-03|4:5561|1:3|1:1`;
      expect(lineKeyBase({ ...parts, item })).toBe(sha256Hex(text).slice(0, 32));
    }
    expect(lineKeyBase({ ...parts, sign: -1 })).toBe(
      sha256Hex('5:00412|4:3415|10:2026-02-03|4:5561|1:3|2:-1').slice(0, 32),
    );
  });

  it('count repetitions in file order, also when the table grows', () => {
    const counter = new LineKeyCounter();
    const many = Array.from({ length: 5000 }, (_, index) =>
      counter.next({ ...parts, invoiceLine: String(index % 2500) }),
    );
    expect(new Set(many).size).toBe(5000);
    expect(many.slice(0, 2500).every((key) => key.endsWith('-1'))).toBe(true);
    expect(many.slice(2500).every((key) => key.endsWith('-2'))).toBe(true);
  });
});
