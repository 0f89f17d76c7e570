/**
 * SHA-256 (FIPS 180-4) of short texts, for the key of each reported line. It allocates nothing per text; a general
 * implementation spends most of its time on allocations.
 */

/**
 * Returns the first 32 bits of the fractional parts of roots of the first primes, which define the standard's
 * constants.
 */
function rootFractions(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

const roundConstants = rootFractions(64, Math.cbrt);
const initial = rootFractions(8, Math.sqrt);

const TEXT_MAX = 1024;
/** Characters per part besides its text: its length in digits, a colon and a bar. */
const PART_OVERHEAD = 6;
const encoder = new TextEncoder();
// Reused by each call. Only the digest is returned, and the caller reads it immediately.
const bytes = new Uint8Array(3 * TEXT_MAX + 128);
const schedule = new Int32Array(64);
const digest = new Int32Array(8);

/** Writes the text into `bytes` as UTF-8 from position `from`. Returns the end position. */
function write(text: string, from: number): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return from + encoder.encodeInto(text, bytes.subarray(from)).written;
    bytes[from + at] = code;
  }
  return from + text.length;
}

/**
 * Writes each part with its length before it and "|" between parts: "3:abc|0:". Returns the end position, or -1 when
 * the parts are too long.
 */
function writeParts(parts: readonly string[]): number {
  let characters = 0;
  for (const part of parts) characters += part.length + PART_OVERHEAD;
  if (characters > TEXT_MAX) return -1;
  let at = 0;
  for (const part of parts) {
    if (at > 0) bytes[at++] = 0x7c;
    at = write(String(part.length), at);
    bytes[at++] = 0x3a;
    at = write(part, at);
  }
  return at;
}

/**
 * Adds the padding: a one bit, zeros, and the length in bits in the last eight bytes of the last block. Returns the end
 * position.
 */
function pad(length: number): number {
  const end = (length + 9 + 63) & ~63;
  bytes[length] = 0x80;
  bytes.fill(0, length + 1, end);
  const bits = length * 8;
  bytes[end - 3] = bits >>> 16;
  bytes[end - 2] = bits >>> 8;
  bytes[end - 1] = bits;
  return end;
}

function extend(from: number): void {
  for (let at = 0; at < 16; at += 1) {
    const byte = from + at * 4;
    schedule[at] = (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!;
  }
  for (let at = 16; at < 64; at += 1) {
    const x = schedule[at - 15]!;
    const y = schedule[at - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[at] = (schedule[at - 16]! + s0 + schedule[at - 7]! + s1) | 0;
  }
}

/** Processes one block of 64 bytes. Variable names follow the standard. */
function compress(from: number): void {
  extend(from);
  let a = digest[0]!,
    b = digest[1]!,
    c = digest[2]!,
    d = digest[3]!,
    e = digest[4]!,
    f = digest[5]!,
    g = digest[6]!,
    h = digest[7]!;
  for (let at = 0; at < 64; at += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[at]! + schedule[at]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  digest[0]! += a;
  digest[1]! += b;
  digest[2]! += c;
  digest[3]! += d;
  digest[4]! += e;
  digest[5]! += f;
  digest[6]! += g;
  digest[7]! += h;
}

/**
 * Returns the digest of the parts' UTF-8 as eight words, each part prefixed with its length ("3:abc|0:"). The result is
 * valid until the next call; null when the parts have more than about 1,000 characters.
 */
export function shortSha256(parts: readonly string[]): Int32Array | null {
  const length = writeParts(parts);
  if (length < 0) return null;
  const end = pad(length);
  digest.set(initial);
  for (let from = 0; from < end; from += 64) compress(from);
  return digest;
}
