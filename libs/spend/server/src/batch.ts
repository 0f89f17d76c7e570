import type { LedgerProfile } from '@tallgrunn/formats';

/**
 * Version of the readers that produced a batch's lines. Stored in the batch, so that the file can be read again in the
 * same way.
 */
export const READER = 'formats/1';

export const batchKinds = ['invoices', 'ledger', 'deliveries'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** A batch during import: received, then posted or refused. Both are final. */
export interface Batch {
  readonly id: string;
  readonly number: string;
  readonly kind: BatchKind;
  readonly state: 'received' | 'posted' | 'refused';
  readonly buyer_id: string | null;
  /** Month, quarter or year of the file as stated by the sender. Used for postings without a period. */
  readonly period_key: string | null;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly size_bytes: string;
  /** Name of the file in the spool while the batch is received; null when the file has been deleted. */
  readonly spool_name: string | null;
  readonly profile_id: string | null;
  readonly profile: LedgerProfile | null;
}

/** Normalised invoice numbers of up to this length are not unique within a day: the amount must be equal too. */
export const SHORT_NUMBER = 3;

/**
 * Normalises an invoice number for comparison: upper case, without separators and leading zeros. Null when nothing
 * remains.
 */
export function invoiceKey(number: string | null): string | null {
  return (
    number
      ?.normalize('NFC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/^0+/, '')
      .slice(0, 200) || null
  );
}
