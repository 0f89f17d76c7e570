import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';

/** Incremental SHA-256 with the same result in the browser and on the server. */
export interface Hasher {
  update(part: Uint8Array | string): Hasher;
  /** Returns 64 lower-case hex digits. The hasher cannot be used afterwards. */
  hex(): string;
}

const encoder = new TextEncoder();
const hexByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function asBytes(part: Uint8Array | string): Uint8Array {
  return typeof part === 'string' ? encoder.encode(part) : part;
}

export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexByte[byte];
  return text;
}

export function sha256(): Hasher {
  const state = nobleSha256.create();
  const hasher: Hasher = {
    update: (part) => {
      state.update(asBytes(part));
      return hasher;
    },
    hex: () => hexOf(state.digest()),
  };
  return hasher;
}

/** Returns the SHA-256 of one piece as raw bytes. Text is hashed as UTF-8. */
export function sha256Bytes(part: Uint8Array | string): Uint8Array {
  return nobleSha256(asBytes(part));
}

export function sha256Hex(part: Uint8Array | string): string {
  return hexOf(sha256Bytes(part));
}
