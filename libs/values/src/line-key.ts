import { hexOf, sha256Bytes } from './hash.ts';

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

/** 32 hex digits that depend on every part and on nothing else. Parts are length-prefixed, so no two splits collide. */
export function lineKeyBase(parts: LineKeyParts): string {
  const fields = [parts.item, parts.buyer, parts.date, parts.invoiceNumber, parts.invoiceLine, String(parts.sign)];
  return hexOf(sha256Bytes(fields.map((field) => `${field.length}:${field}`).join('|')).subarray(0, 16));
}

/** Line key: base and occurrence, "9f…-1". The first line with these parts is occurrence 1. */
export function lineKey(parts: LineKeyParts, occurrence = 1): string {
  return `${lineKeyBase(parts)}-${occurrence}`;
}

const WORDS = 3;

/**
 * Gives each line of one file its key, counting repeats. Keeps 12 bytes a slot in an open table instead of
 * a map of strings: two million lines stay under 50 MB.
 */
export class LineKeyCounter {
  private slots = new Uint32Array(1024 * WORDS);
  private used = 0;

  next(parts: LineKeyParts): string {
    const base = lineKeyBase(parts);
    return `${base}-${this.count(parseInt(base.slice(0, 8), 16), parseInt(base.slice(8, 16), 16))}`;
  }

  private count(high: number, low: number): number {
    if (this.used * WORDS * 2 > this.slots.length) this.grow();
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
    let slot = low & (capacity - 1);
    for (;;) {
      const at = slot * WORDS;
      if (this.slots[at + 2] === 0 || (this.slots[at] === high && this.slots[at + 1] === low)) return at;
      slot = (slot + 1) & (capacity - 1);
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WORDS) {
      if (old[at + 2] === 0) continue;
      const to = this.find(old[at]!, old[at + 1]!);
      this.slots.set(old.subarray(at, at + WORDS), to);
    }
  }
}
