import { ReadProblem } from '../read-problem.ts';
import { unescapeText } from './unescape-text.ts';
import type { XmlHandlers } from './read-xml.ts';

const PAGE_BYTES = 1024 * 1024;
const CACHED = 4096;

/**
 * Stores many texts in little memory: UTF-8 in pages, four bytes per text for its position, and a cache of recent
 * strings.
 * A list of strings would keep the whole unpacked part in memory, since a substring references its parent string.
 */
export class TextStore {
  private readonly pages: Uint8Array[] = [];
  private ends = new Uint32Array(1024);
  private count = 0;
  private used = 0;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly cachedIndex = new Int32Array(CACHED).fill(-1);
  private readonly cachedText = new Array<string>(CACHED);

  get sizeBytes(): number {
    return this.used;
  }

  add(text: string): void {
    const bytes = this.encoder.encode(text);
    let at = 0;
    while (at < bytes.length) {
      const inPage = this.used % PAGE_BYTES;
      if (inPage === 0) this.pages.push(new Uint8Array(PAGE_BYTES));
      const piece = bytes.subarray(at, at + PAGE_BYTES - inPage);
      this.pages.at(-1)!.set(piece, inPage);
      this.used += piece.length;
      at += piece.length;
    }
    if (this.count === this.ends.length) {
      const grown = new Uint32Array(this.ends.length * 2);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count] = this.used;
    this.count += 1;
  }

  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const slot = index % CACHED;
    if (this.cachedIndex[slot] === index) return this.cachedText[slot];
    const text = this.decode(index === 0 ? 0 : this.ends[index - 1]!, this.ends[index]!);
    this.cachedIndex[slot] = index;
    this.cachedText[slot] = text;
    return text;
  }

  private decode(from: number, to: number): string {
    const page = Math.floor(from / PAGE_BYTES);
    const start = from % PAGE_BYTES;
    if (start + to - from <= PAGE_BYTES)
      return to === from ? '' : this.decoder.decode(this.pages[page]!.subarray(start, start + to - from));
    const bytes = new Uint8Array(to - from);
    for (let at = from; at < to;) {
      const piece = this.pages[Math.floor(at / PAGE_BYTES)]!.subarray(at % PAGE_BYTES, (at % PAGE_BYTES) + to - at);
      bytes.set(piece, at - from);
      at += piece.length;
    }
    return this.decoder.decode(bytes);
  }
}

export interface SharedTextLimits {
  sharedTextBytesMax: number;
  cellBytesMax: number;
}

/** Fills a store from sharedStrings.xml: plain and rich texts, without phonetic guides. */
export function sharedTextHandlers(store: TextStore, limits: SharedTextLimits): XmlHandlers {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') {
        // One character over the limit is stored, so that the cell that uses the text is rejected with its location.
        store.add(unescapeText(text).slice(0, limits.cellBytesMax + 1));
        if (store.sizeBytes > limits.sharedTextBytesMax)
          throw new ReadProblem('too-many-texts', { expected: limits.sharedTextBytesMax });
      }
    },
  };
}
