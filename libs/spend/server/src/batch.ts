import type { LedgerProfile } from '@tallgrunn/formats';

/** The readers that made a batch's lines; named in the batch so that it can be read again the same way. */
export const READER = 'formats/1';

export const batchKinds = ['invoices', 'ledger', 'deliveries'] as const;
export type BatchKind = (typeof batchKinds)[number];

/** A batch on its way: received, then posted or refused, and never anything after that. */
export interface Batch {
  readonly id: string;
  readonly number: string;
  readonly kind: BatchKind;
  readonly state: 'received' | 'posted' | 'refused';
  readonly buyer_id: string | null;
  /** Month, quarter or year that the sender said the file is for; fills in for postings without one. */
  readonly period_key: string | null;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly size_bytes: string;
  /** Where the bytes wait while the batch is received; null when they are gone. */
  readonly spool_name: string | null;
  readonly profile_id: string | null;
  readonly profile: LedgerProfile | null;
}

/** Letters of an invoice's key that two invoices of one day may share. */
export const SHORT_NUMBER = 3;

/** An invoice number as both sides would write it: no case, hyphens, spaces or leading zeros. Null when nothing is left. */
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
