import { sha256Bytes } from './hash.ts';
import { shortSha256 } from './short-sha256.ts';

/**
 * The fields that identify a reported line across versions of a report. Empty text for a field the line does not have.
 */
export interface LineKeyParts {
  item: string;
  buyer: string;
  date: string;
  invoiceNumber: string;
  invoiceLine: string;
  /** sign of the line, so that a credit never gets the key of the sale it reverses */
  sign: -1 | 0 | 1;
}

/**
 * Returns the first 128 bits of the SHA-256 of all parts, as four 32-bit words. Parts are length-prefixed, so no two
 * splits collide.
 */
function hashWords({ item, buyer, date, invoiceNumber, invoiceLine, sign }: LineKeyParts): ArrayLike<number> {
  const parts = [item, buyer, date, invoiceNumber, invoiceLine, String(sign)];
  const short = shortSha256(parts);
  if (short) return short;
  const view = new DataView(sha256Bytes(parts.map((part) => `${part.length}:${part}`).join('|')).slice().buffer);
  return [0, 4, 8, 12].map((at) => view.getInt32(at));
}

const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const digitAt = (word: number, shift: number): number => digits[(word >>> shift) & 15]!;
/**
 * Formats a word as hex. A large report needs a million keys: this is the fastest measured variant without intermediate
 * strings.
 */
const hexWord = (word: number): string =>
  String.fromCharCode(
    digitAt(word, 28),
    digitAt(word, 24),
    digitAt(word, 20),
    digitAt(word, 16),
    digitAt(word, 12),
    digitAt(word, 8),
    digitAt(word, 4),
    digitAt(word, 0),
  );
const hexOfWords = (words: ArrayLike<number>): string =>
  hexWord(words[0]!) + hexWord(words[1]!) + hexWord(words[2]!) + hexWord(words[3]!);

/** Returns 32 hex digits that depend on all parts and on nothing else. */
export function lineKeyBase(parts: LineKeyParts): string {
  return hexOfWords(hashWords(parts));
}

/** Returns a line key: base and occurrence, "9f…-1". The first line with these parts is occurrence 1. */
export function lineKey(parts: LineKeyParts, occurrence = 1): string {
  return `${lineKeyBase(parts)}-${occurrence}`;
}

const SLOT_WORDS = 3;
/**
 * The table grows by half when it is three quarters full. It is the largest memory use of a large report, so unused
 * space is kept small.
 */
const GROWTH = 1.5;
const FULL_AT = 0.75;

/**
 * Gives each line of one file its key and counts repetitions. Uses 12 bytes per slot in an open-addressing table
 * instead of a map of strings: two million lines need less than 50 MB.
 */
export class LineKeyCounter {
  private slots = new Uint32Array(1024 * SLOT_WORDS);
  private used = 0;

  next(parts: LineKeyParts): string {
    const words = hashWords(parts);
    return `${hexOfWords(words)}-${this.count(words[0]! >>> 0, words[1]! >>> 0)}`;
  }

  private count(high: number, low: number): number {
    if (this.used * SLOT_WORDS > this.slots.length * FULL_AT) this.grow();
    const at = this.find(high, low);
    if (this.slots[at + 2] === 0) {
      this.slots[at] = high;
      this.slots[at + 1] = low;
      this.used += 1;
    }
    this.slots[at + 2]! += 1;
    return this.slots[at + 2]!;
  }

  private find(high: number, low: number): number {
    const capacity = this.slots.length / SLOT_WORDS;
    for (let slot = Math.floor((low / 2 ** 32) * capacity); ; slot += 1) {
      if (slot === capacity) slot = 0;
      const at = slot * SLOT_WORDS;
      if (this.slots[at + 2] === 0 || (this.slots[at] === high && this.slots[at + 1] === low)) return at;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(Math.ceil((old.length / SLOT_WORDS) * GROWTH) * SLOT_WORDS);
    for (let at = 0; at < old.length; at += SLOT_WORDS) {
      if (old[at + 2] === 0) continue;
      const to = this.find(old[at]!, old[at + 1]!);
      for (let word = 0; word < SLOT_WORDS; word += 1) this.slots[to + word] = old[at + word]!;
    }
    old.buffer.transfer(0); // frees the memory immediately instead of at the next garbage collection
  }
}
