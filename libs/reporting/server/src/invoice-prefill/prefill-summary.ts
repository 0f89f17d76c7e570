import type { ManualEntryCells } from '@tallgrunn/checks';
import type { PrefillSource } from '../store/manual-entry-store.ts';
import { workbookTexts } from '../workbooks/workbook-texts.ts';

/**
 * Prefill statistics of a version: lines taken from e-invoices, those of them later changed, and lines added by hand.
 */
export interface PrefillSummary {
  readonly lines: number;
  readonly changed: number;
  readonly added: number;
}

/** Counts prefilled rows of a manual entry; returns null when none came from an e-invoice. */
export function prefillSummary(
  rows: readonly { readonly cells: ManualEntryCells; readonly origin: PrefillSource | null }[],
): PrefillSummary | null {
  const prefilled = rows.filter(({ origin }) => origin !== null);
  return prefilled.length === 0
    ? null
    : {
        lines: prefilled.length,
        changed: prefilled.filter(({ cells, origin }) => !isSame(cells, origin!.cells)).length,
        added: rows.length - prefilled.length,
      };
}

function isSame(cells: ManualEntryCells, was: ManualEntryCells): boolean {
  return [...Object.keys(cells), ...Object.keys(was)].every((field) => (cells[field] ?? '') === (was[field] ?? ''));
}

/**
 * Names of the sheet that lists the source of each line; its presence identifies a workbook prefilled from e-invoices.
 */
const invoiceSheetNames = (['nb', 'nn', 'en'] as const).map((language) => workbookTexts(language).invoicesSheet);

/**
 * SQL: prefill statistics of a version `v` with check result `c`, as JSON. When not counted, the sheet identifies a
 * prefilled file and the counts are null.
 */
export const prefillSummarySql = `coalesce(v.begun, case when exists (select 1 from jsonb_array_elements(c.sheets) s where s ->> 'name' in (${invoiceSheetNames.map((mark) => `'${mark}'`).join(', ')})) then jsonb_build_object('lines', null, 'changed', null, 'added', null) end)`;
