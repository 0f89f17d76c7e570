import { Problem } from './problem.ts';
import { limits } from '@tallgrunn/values';

const { idempotencyKeyCharactersMax: max } = limits.sending;

/**
 * Returns the value of the Idempotency-Key header, without quotes; null when it is missing.
 * @throws Problem 'idempotency-key-malformed' (400)
 */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (key.length === 0 || key.length > max || !/^[\x21-\x7e]+$/.test(key))
    throw new Problem(400, 'idempotency-key-malformed', { charactersMax: max });
  return key;
}
