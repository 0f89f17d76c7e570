import type { SpendTexts } from './texts/nb.ts';

/** Why rows were left out, in words: readers say "filter BA = IV" or "account 429". */
export function leftOutReason(reason: string, t: SpendTexts): string {
  const [kind = '', ...rest] = reason.split(' ');
  const { filter, account, other } = t.batch.reasons;
  if (kind === 'filter') return filter({ what: rest.join(' ') });
  if (kind === 'account') return account({ what: rest.join(' ') });
  return other({ what: reason });
}
