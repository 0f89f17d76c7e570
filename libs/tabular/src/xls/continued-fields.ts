import { textReader } from '../csv/decode-text.ts';
import type { TextEncoding } from '../csv/decode-text.ts';

const HIGH_BYTE = 0x01;
const EXTENDED = 0x04;
const RICH = 0x08;
const NOTHING = new Uint8Array(0);
const double = new DataView(new ArrayBuffer(8));

/** Encoding of texts: UTF-16 or its lower half from Excel 97 on (BIFF8), a code page before that. */
export type TextForm = 'biff8' | TextEncoding;

/** Fields of a record and its continuation records as one sequence. Reading past the end throws RangeError. */
export class ContinuedFields {
  private readonly parts: readonly Uint8Array[];
  private part = 0;
  private at = 0;
  private bytes: Uint8Array;

  constructor(...parts: readonly Uint8Array[]) {
    this.parts = parts;
    this.bytes = parts[0] ?? NOTHING;
  }

  get ended(): boolean {
    while (this.at >= this.bytes.length && this.part < this.parts.length) {
      this.part += 1;
      this.at = 0;
      this.bytes = this.parts[this.part] ?? NOTHING;
    }
    return this.part >= this.parts.length;
  }

  u8(): number {
    if (this.at >= this.bytes.length && this.ended) throw new RangeError('record');
    return this.bytes[this.at++]!;
  }

  u16(): number {
    const low = this.u8();
    return low | (this.u8() << 8);
  }

  i32(): number {
    const low = this.u16();
    return low | (this.u16() << 16);
  }

  f64(): number {
    for (let index = 0; index < 8; index += 1) double.setUint8(index, this.u8());
    return double.getFloat64(0, true);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      if (this.ended) throw new RangeError('record');
      const step = Math.min(left, this.bytes.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** Reads a text with a length of one or two bytes, without its formatting ([MS-XLS] 2.5.293 and 2.5.294). */
  text(lengthBytes: 1 | 2, form: TextForm): string {
    const count = lengthBytes === 1 ? this.u8() : this.u16();
    if (form !== 'biff8') {
      const bytes = Uint8Array.from({ length: count }, () => this.u8());
      const reader = textReader(form);
      return reader.decode(bytes) + reader.decode();
    }
    const flags = this.u8();
    const runs = flags & RICH ? this.u16() : 0;
    const extension = flags & EXTENDED ? this.i32() >>> 0 : 0;
    const text = this.units(count, (flags & HIGH_BYTE) !== 0);
    this.skip(runs * 4 + extension);
    return text;
  }

  /**
   * Reads text units. When a text continues in the next record, a flag byte there states again whether units have one
   * or two bytes.
   */
  private units(count: number, wide: boolean): string {
    let text = '';
    let width = wide ? 2 : 1;
    for (let left = count; left > 0;) {
      const part = this.part;
      if (this.ended) throw new RangeError('record');
      if (this.part !== part) width = this.u8() & HIGH_BYTE ? 2 : 1;
      const { bytes } = this;
      const step = Math.min(left, Math.floor((bytes.length - this.at) / width));
      const until = this.at + step * width;
      if (step === 0) throw new RangeError('record');
      for (; this.at < until; this.at += width)
        text += String.fromCharCode(bytes[this.at]! + (width === 2 ? bytes[this.at + 1]! * 0x100 : 0));
      left -= step;
    }
    return text;
  }
}
