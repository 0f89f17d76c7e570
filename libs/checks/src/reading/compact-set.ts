const emptyRow = 0xffffffff;
/** The table grows by half when it is three quarters full, so that little memory is unused. */
const growth = 1.5;
const fullAt = 0.75;

const numberBits = new Float64Array(1);
const numberWords = new Uint32Array(numberBits.buffer);

/**
 * Two independent 32-bit hashes (FNV-1a and a multiplicative one) over a sequence of texts and numbers, strong enough
 * to distinguish millions of lines. Each part ends with a marker, so that no two splits are equal. Nothing is
 * allocated.
 */
export class PartsHash {
  private a = 0;
  private b = 0;

  begin(): this {
    this.a = 0x811c9dc5;
    this.b = 0x9e3779b9;
    return this;
  }

  text(part: string): this {
    let { a, b } = this;
    for (let at = 0; at < part.length; at += 1) {
      const code = part.charCodeAt(at);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
      b ^= b >>> 13;
    }
    this.a = a;
    this.b = b;
    return this.addWord(part.length + 0x10000);
  }

  /** Adds a number. 0 and -0 are equal, and so are all NaN values. */
  number(part: number): this {
    numberBits[0] = part === 0 ? 0 : part;
    return this.addWord(numberWords[0]!).addWord(numberWords[1]!);
  }

  get high(): number {
    const { a } = this;
    return Math.imul(a ^ (a >>> 16), 0x85ebca6b) >>> 0;
  }

  get low(): number {
    return Math.imul(this.b ^ (this.b >>> 15), 0xc2b2ae35) >>> 0;
  }

  private addWord(word: number): this {
    this.a = Math.imul(this.a ^ word, 0x01000193);
    this.a ^= this.a >>> 15;
    this.b = Math.imul(this.b ^ word, 0x85ebca6b);
    this.b ^= this.b >>> 13;
    return this;
  }
}

/**
 * Remembers where each hash first occurred: 14 bytes per slot and none of the hashed values, so that two million lines
 * need less than 70 MB.
 */
export class FirstOccurrences {
  private high = new Uint32Array(4096);
  private low = new Uint32Array(4096);
  private row = new Uint32Array(4096).fill(emptyRow);
  private sheet = new Uint16Array(4096);
  private used = 0;

  /** Returns the earlier location of the same hash, or null after recording this location. */
  findOrRecord({ high, low }: PartsHash, sheet: number, row: number): { sheet: number; row: number } | null {
    if (this.used > this.row.length * fullAt) this.grow();
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
    const size = this.row.length;
    let at = Math.floor((low / 2 ** 32) * size);
    while (this.row[at] !== emptyRow && !(this.high[at] === high && this.low[at] === low))
      at = at + 1 === size ? 0 : at + 1;
    return at;
  }

  private grow(): void {
    const { high, low, row, sheet } = this;
    const size = Math.ceil(row.length * growth);
    this.high = new Uint32Array(size);
    this.low = new Uint32Array(size);
    this.row = new Uint32Array(size).fill(emptyRow);
    this.sheet = new Uint16Array(size);
    for (let at = 0; at < row.length; at += 1) {
      if (row[at] !== emptyRow) this.put(this.find(high[at]!, low[at]!), high[at]!, low[at]!, sheet[at]!, row[at]!);
    }
    for (const old of [high, low, row, sheet]) old.buffer.transfer(0); // frees the memory immediately instead of at the next garbage collection
  }
}
