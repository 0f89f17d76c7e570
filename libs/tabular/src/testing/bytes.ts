/** Little-endian encoders of fields for generated test files. */
export const u8 = (...values: number[]): Uint8Array => Uint8Array.from(values, (value) => value & 0xff);
export const u16 = (...values: number[]): Uint8Array => joined(...values.map((value) => u8(value, value >> 8)));
export const u32 = (...values: number[]): Uint8Array => joined(...values.map((value) => u16(value, value >>> 16)));

export function f64(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return new Uint8Array(view.buffer);
}

export function utf16(text: string): Uint8Array {
  return u16(...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)));
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
