import { normaliseName, sha256Hex } from '@tallgrunn/values';
import type { CheckContext } from '../context.ts';

const HASH_CHARACTERS = 24;

/**
 * Returns the key of a customer that is not ours: a hash of its normalised name, specific to one supplier and one
 * agreement. The name itself is not stored. Anyone who knows the agreement can test a guessed name, but not read the
 * name.
 */
export function customerHash(
  { agreement, supplier }: Pick<CheckContext, 'agreement' | 'supplier'>,
  name: string,
): string {
  return sha256Hex([agreement?.id ?? '', supplier?.key ?? '', normaliseName(name)].join('\n')).slice(
    0,
    HASH_CHARACTERS,
  );
}

/** Returns the context with more customers that a person declared as not ours. */
export function withExcluded(context: CheckContext, names: readonly string[]): CheckContext {
  if (names.length === 0) return context;
  const hash = [...(context.excludedCustomers?.hash ?? []), ...names.map((name) => customerHash(context, name))];
  return { ...context, excludedCustomers: { hash: [...new Set(hash)] } };
}
