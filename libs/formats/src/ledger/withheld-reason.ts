import { HIDDEN, holdsNationalId, maskNationalIds } from '@tallgrunn/values';
import type { WithheldReason } from '../minimise/withheld.ts';
import type { LedgerField } from './ledger-profile.ts';

/** Fields that may refer to a person by name or by a number. */
const references: ReadonlySet<LedgerField> = new Set<LedgerField>(['invoiceNumber', 'project']);

/**
 * Returns the reason why the stored text of a ledger differs from the written text. @param stored null when nothing is
 * stored
 */
export function withheldReason(field: LedgerField, text: string, stored: string | null): WithheldReason {
  if (field === 'text') return 'free-text';
  if (references.has(field)) return 'reference';
  return stored === maskNationalIds(text) || (stored === HIDDEN && holdsNationalId(text))
    ? 'national-number'
    : 'person';
}
