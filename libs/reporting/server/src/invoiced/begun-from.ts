import type { TypedCells } from '@tallgrunn/checks';
import type { TypedOrigin } from '../store/typed-store.ts';
import { workbookTexts } from '../workbooks/workbook-texts.ts';

/**
 * Prefill statistics of a version: lines taken from e-invoices, those of them later changed, and lines added by hand.
 */
export interface BegunFrom {
  readonly lines: number;
  readonly changed: number;
  readonly added: number;
}

/** Counts prefilled rows of a manual entry; returns null when none came from an e-invoice. */
export function begunFrom(
  rows: readonly { readonly cells: TypedCells; readonly origin: TypedOrigin | null }[],
): BegunFrom | null {
  const begun = rows.filter(({ origin }) => origin !== null);
  return begun.length === 0
    ? null
    : {
        lines: begun.length,
        changed: begun.filter(({ cells, origin }) => !isSame(cells, origin!.cells)).length,
        added: rows.length - begun.length,
      };
}

function isSame(cells: TypedCells, was: TypedCells): boolean {
  return [...Object.keys(cells), ...Object.keys(was)].every((field) => (cells[field] ?? '') === (was[field] ?? ''));
}

/**
 * Names of the sheet that lists the source of each line; its presence identifies a workbook prefilled from e-invoices.
 */
const marks = (['nb', 'nn', 'en'] as const).map((language) => workbookTexts(language).invoicesSheet);

/**
 * SQL: prefill statistics of a version `v` with check result `c`, as JSON. When not counted, the sheet identifies a
 * prefilled file and the counts are null.
 */
export const begunOf = `coalesce(v.begun, case when exists (select 1 from jsonb_array_elements(c.sheets) s where s ->> 'name' in (${marks.map((mark) => `'${mark}'`).join(', ')})) then jsonb_build_object('lines', null, 'changed', null, 'added', null) end)`;
