import { HIDDEN, holdsNationalId, maskNationalIds } from '@tallgrunn/values';
import type { WithheldReason } from '../minimise/withheld.ts';
import type { LedgerField } from './ledger-profile.ts';

/** Fields that may refer to a person by a name or number of their own. */
const references: ReadonlySet<LedgerField> = new Set<LedgerField>(['invoiceNumber', 'project']);

/** Returns why a text of a ledger is stored otherwise than it was written. `stored` is null where nothing of it is. */
export function withheldReason(field: LedgerField, text: string, stored: string | null): WithheldReason {
  if (field === 'text') return 'free-text';
  if (references.has(field)) return 'reference';
  return stored === maskNationalIds(text) || (stored === HIDDEN && holdsNationalId(text))
    ? 'national-number'
    : 'person';
}
