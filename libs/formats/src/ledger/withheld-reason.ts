import { HIDDEN_VALUE, containsNationalId, maskNationalIds } from '@tallgrunn/values';
import type { RedactionReason } from '../minimise/redacted-fields.ts';
import type { LedgerField } from './ledger-profile.ts';

/** Fields that may refer to a person by name or by a number. */
const referenceFields: ReadonlySet<LedgerField> = new Set<LedgerField>(['invoiceNumber', 'project']);

/**
 * Returns the reason why the stored text of a ledger differs from the written text. @param stored null when nothing is
 * stored
 */
export function redactionReason(field: LedgerField, text: string, stored: string | null): RedactionReason {
  if (field === 'text') return 'free-text';
  if (referenceFields.has(field)) return 'reference';
  return stored === maskNationalIds(text) || (stored === HIDDEN_VALUE && containsNationalId(text))
    ? 'national-number'
    : 'person';
}
