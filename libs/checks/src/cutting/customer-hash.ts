import { foldName, sha256Hex } from '@tallgrunn/values';
import type { CheckContext } from '../context.ts';

const HASH_CHARACTERS = 24;

/**
 * Returns what a customer that is not ours is remembered by: a hash of its folded name, of one supplier and one agreement. The name itself is stored nowhere.
 * Whoever knows the agreement and guesses a name can test the guess; nobody can read the name.
 */
export function customerHash(
  { agreement, supplier }: Pick<CheckContext, 'agreement' | 'supplier'>,
  name: string,
): string {
  return sha256Hex([agreement?.id ?? '', supplier?.key ?? '', foldName(name)].join('\n')).slice(0, HASH_CHARACTERS);
}

/** Returns the context with more customers that a person has said no to. */
export function withExcluded(context: CheckContext, names: readonly string[]): CheckContext {
  if (names.length === 0) return context;
  const hash = [...(context.excludedCustomers?.hash ?? []), ...names.map((name) => customerHash(context, name))];
  return { ...context, excludedCustomers: { hash: [...new Set(hash)] } };
}
