import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Format of a key: tg_, ten hex digits as the public prefix, and 256 random bits that are shown once. */
const keyFormat = /^tg_([0-9a-f]{10})_[A-Za-z0-9_-]{43}$/;

export interface NewKey {
  /** The whole key, shown only to its owner. */
  readonly text: string;
  /** The public prefix, by which users recognise the key. */
  readonly prefix: string;
}

export function generateKey(): NewKey {
  const prefix = randomBytes(5).toString('hex');
  return { text: `tg_${prefix}_${randomBytes(32).toString('base64url')}`, prefix };
}

/** Returns the public prefix of a key text; null when it has another format. */
export const prefixOf = (text: string): string | null => keyFormat.exec(text)?.[1] ?? null;

/** Compares two hashes of 64 hex digits in constant time. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
