import type { Actor, Issue, Role, Via } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import type { ReadingOptions } from '../checking/check-request.ts';
import type { ReceiptDto } from '../versions/receipt.dto.ts';
import type { StatedReason } from '../corrections/correction.ts';
import type { FindingResponse } from '../versions/submission.ts';

export type Purpose = 'check' | 'submit';

/** A row of reporting.sending. */
export interface ApiSubmissionRow {
  readonly id: string;
  readonly cooperative_id: string;
  readonly supplier_id: string;
  readonly obligation_id: string;
  readonly purpose: Purpose;
  readonly state: 'waiting' | 'done';
  readonly person_id: string | null;
  readonly membership_id: string | null;
  readonly role: Role;
  readonly via: Via;
  readonly api_key_id: string | null;
  readonly language: Language;
  readonly answers: ReadingOptions;
  readonly confirmations: readonly FindingResponse[];
  readonly exclude_rows: boolean;
  readonly correction: StatedReason | null;
  readonly file_name: string;
  readonly file_size_bytes: string;
  readonly spool_name: string | null;
  readonly version_id: string | null;
  readonly check_result_json: Record<string, unknown> | null;
  readonly receipt: ReceiptDto | null;
  readonly refusals: readonly Issue[];
  readonly begun_at: Date;
  readonly answered_at: Date | null;
}

export const apiSubmissionColumns =
  'id, cooperative_id, supplier_id, obligation_id, purpose, state, person_id, membership_id, role, via, api_key_id, language, answers, confirmations, exclude_rows, correction, file_name, file_size_bytes, spool_name, version_id, check_result_json, receipt, refusals, begun_at, answered_at';

/** Returns the actor who sent the file, used to submit it once it is checked. */
export function senderOf(row: ApiSubmissionRow): Actor {
  return {
    personId: row.person_id,
    membershipId: row.membership_id,
    cooperativeId: row.cooperative_id,
    organisationId: row.supplier_id,
    side: 'supplier',
    role: row.role,
    via: row.via,
    ...(row.api_key_id && { apiKeyId: row.api_key_id }),
  };
}
