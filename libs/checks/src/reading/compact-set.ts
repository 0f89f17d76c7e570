const emptyRow = 0xffffffff;

/** Two independent 32-bit hashes of a text (FNV-1a and a multiplicative one), good enough to tell millions of lines apart. */
export function hash64(text: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  a ^= a >>> 16;
  return [Math.imul(a, 0x85ebca6b) >>> 0, Math.imul(b ^ (b >>> 15), 0xc2b2ae35) >>> 0];
}

/** Remembers where each text was first seen: 16 bytes a slot and no text, so that two million lines stay under 70 MB. */
export class FirstSeen {
  private high = new Uint32Array(4096);
  private low = new Uint32Array(4096);
  private row = new Uint32Array(4096).fill(emptyRow);
  private sheet = new Uint16Array(4096);
  private used = 0;

  /** The place of the same text earlier, or null after noting this place. */
  seen(text: string, sheet: number, row: number): { sheet: number; row: number } | null {
    if (this.used * 3 > this.row.length * 2) this.grow();
    const [high, low] = hash64(text);
    const at = this.find(high, low);
    if (this.row[at] !== emptyRow) return { sheet: this.sheet[at]!, row: this.row[at]! };
    this.put(at, high, low, sheet, row);
    this.used += 1;
    return null;
  }

  private put(at: number, high: number, low: number, sheet: number, row: number): void {
    this.high[at] = high;
    this.low[at] = low;
    this.sheet[at] = sheet;
    this.row[at] = row;
  }

  private find(high: number, low: number): number {
    const last = this.row.length - 1;
    let at = low & last;
    while (this.row[at] !== emptyRow && !(this.high[at] === high && this.low[at] === low)) at = (at + 1) & last;
    return at;
  }

  private grow(): void {
    const { high, low, row, sheet } = this;
    const size = row.length * 2;
    this.high = new Uint32Array(size);
    this.low = new Uint32Array(size);
    this.row = new Uint32Array(size).fill(emptyRow);
    this.sheet = new Uint16Array(size);
    for (let at = 0; at < row.length; at += 1) {
      if (row[at] !== emptyRow) this.put(this.find(high[at]!, low[at]!), high[at]!, low[at]!, sheet[at]!, row[at]!);
    }
  }
}
