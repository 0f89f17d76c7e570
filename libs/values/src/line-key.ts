import { sha256Bytes } from './hash.ts';
import { shortSha256 } from './short-sha256.ts';

/** What makes a reported line the same line in the next version. Empty text where the line does not say. */
export interface LineKeyParts {
  item: string;
  buyer: string;
  date: string;
  invoiceNumber: string;
  invoiceLine: string;
  /** credits never take the key of the sale they undo */
  sign: -1 | 0 | 1;
}

/** The first 128 bits of the SHA-256 of all parts, as four words. Parts are length-prefixed, so no two splits collide. */
function wordsOf({ item, buyer, date, invoiceNumber, invoiceLine, sign }: LineKeyParts): ArrayLike<number> {
  const parts = [item, buyer, date, invoiceNumber, invoiceLine, String(sign)];
  const short = shortSha256(parts);
  if (short) return short;
  const view = new DataView(sha256Bytes(parts.map((part) => `${part.length}:${part}`).join('|')).slice().buffer);
  return [0, 4, 8, 12].map((at) => view.getInt32(at));
}

const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const digitAt = (word: number, shift: number): number => digits[(word >>> shift) & 15]!;
/** A million keys are written in a row: this is the quickest of the ways that make no text on the way. */
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

/** 32 hex digits that depend on every part and on nothing else. */
export function lineKeyBase(parts: LineKeyParts): string {
  return hexOfWords(wordsOf(parts));
}

/** Line key: base and occurrence, "9f…-1". The first line with these parts is occurrence 1. */
export function lineKey(parts: LineKeyParts, occurrence = 1): string {
  return `${lineKeyBase(parts)}-${occurrence}`;
}

const WORDS = 3;
/** A full table grows by half, and is full at three quarters: of what a large report needs most is this table, and none of it should lie idle. */
const GROWTH = 1.5;
const FULL_AT = 0.75;

/**
 * Gives each line of one file its key, counting repeats. Keeps 12 bytes a slot in an open table instead of
 * a map of strings: two million lines stay under 50 MB.
 */
export class LineKeyCounter {
  private slots = new Uint32Array(1024 * WORDS);
  private used = 0;

  next(parts: LineKeyParts): string {
    const words = wordsOf(parts);
    return `${hexOfWords(words)}-${this.count(words[0]! >>> 0, words[1]! >>> 0)}`;
  }

  private count(high: number, low: number): number {
    if (this.used * WORDS > this.slots.length * FULL_AT) this.grow();
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
    const capacity = this.slots.length / WORDS;
    for (let slot = Math.floor((low / 2 ** 32) * capacity); ; slot += 1) {
      if (slot === capacity) slot = 0;
      const at = slot * WORDS;
      if (this.slots[at + 2] === 0 || (this.slots[at] === high && this.slots[at + 1] === low)) return at;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(Math.ceil((old.length / WORDS) * GROWTH) * WORDS);
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 2] === 0) continue;
      const to = this.find(old[at]!, old[at + 1]!);
      for (let word = 0; word < WORDS; word += 1) this.slots[to + word] = old[at + word]!;
    }
    old.buffer.transfer(0); // its memory goes at once, and not when the collector comes
  }
}
