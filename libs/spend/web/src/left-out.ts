import type { Withheld } from '@tallgrunn/formats';
import type { SpendTexts } from './texts/nb.ts';

function isReason<T extends object>(why: string, reasons: T): why is keyof T & string {
  return why in reasons;
}

/**
 * Describes why rows were excluded. Readers give reasons such as "filter BA = IV", "account 429", "chart payroll",
 * "party no-number" or "saft payroll".
 */
export function leftOutReason(reason: string, t: SpendTexts): string {
  const [kind = '', ...rest] = reason.split(' ');
  const { filter, account, other, saft, chart, party, unread } = t.batch.reasons;
  const why = rest.join(' ');
  if (kind === 'saft' && isReason(why, saft)) return saft[why];
  if (kind === 'chart' && isReason(why, chart)) return chart[why];
  if (kind === 'party' && isReason(why, party)) return party[why];
  if (kind === 'unread') return unread;
  if (kind === 'filter') return filter({ what: rest.join(' ') });
  if (kind === 'account') return account({ what: rest.join(' ') });
  return other({ what: reason });
}

/** Describes data that was not stored: "Free text (Note): 12". */
export function withheldSentence({ reason, where, count }: Withheld, t: SpendTexts): string {
  return t.batch.withheldOf({ what: t.batch.withheld[reason], where, count });
}
