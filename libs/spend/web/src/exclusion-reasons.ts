import type { RedactedField } from '@tallgrunn/formats';
import type { SpendTexts } from './texts/nb.ts';

function isReason<T extends object>(detail: string, reasons: T): detail is keyof T & string {
  return detail in reasons;
}

/**
 * Describes why rows were excluded. Readers give reasons such as "filter BA = IV", "account 429", "chart payroll",
 * "party no-number" or "saft payroll".
 */
export function exclusionText(reason: string, t: SpendTexts): string {
  const [kind = '', ...rest] = reason.split(' ');
  const { filter, account, other, saft, chart, party, unread } = t.batch.reasons;
  const detail = rest.join(' ');
  if (kind === 'saft' && isReason(detail, saft)) return saft[detail];
  if (kind === 'chart' && isReason(detail, chart)) return chart[detail];
  if (kind === 'party' && isReason(detail, party)) return party[detail];
  if (kind === 'unread') return unread;
  if (kind === 'filter') return filter({ what: rest.join(' ') });
  if (kind === 'account') return account({ what: rest.join(' ') });
  return other({ what: reason });
}

/** Describes data that was not stored: "Free text (Note): 12". */
export function redactionText({ reason, where, count }: RedactedField, t: SpendTexts): string {
  return t.batch.withheldOf({ what: t.batch.withheld[reason], where, count });
}
