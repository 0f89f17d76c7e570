import { randomBytes, timingSafeEqual } from 'node:crypto';

/** tg_, ten digits that are shown again and again, and 256 random bits that are shown once. */
const form = /^tg_([0-9a-f]{10})_[A-Za-z0-9_-]{43}$/;

export interface NewKey {
  /** The whole key, for its owner's eyes only. */
  readonly text: string;
  /** The open part, by which people recognise it. */
  readonly prefix: string;
}

export function makeKey(): NewKey {
  const prefix = randomBytes(5).toString('hex');
  return { text: `tg_${prefix}_${randomBytes(32).toString('base64url')}`, prefix };
}

/** The open part of what may be a key; null for what cannot be one. */
export const prefixOf = (text: string): string | null => form.exec(text)?.[1] ?? null;

/** Compares two hashes of 64 hex digits in a time that tells nothing about where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
