import type { TypedCells } from '@tallgrunn/checks';
import type { TypedOrigin } from '../store/typed-store.ts';
import { workbookTexts } from '../workbooks/workbook-texts.ts';

/** How a version was begun from e-invoices: their lines, those of them that were changed, and lines that were added. */
export interface BegunFrom {
  readonly lines: number;
  readonly changed: number;
  readonly added: number;
}

/** Counts it of lines that are sent; null where none was begun from an e-invoice. */
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

/** The workbook that is filled in from e-invoices says so by a sheet that tells where each line came from. */
const marks = (['nb', 'nn', 'en'] as const).map((language) => workbookTexts(language).invoicesSheet);

/** How a version `v` was begun, with its verdict `c`: as it was counted, or told by that sheet of its file. */
export const begunOf = `coalesce(v.begun, case when exists (select 1 from jsonb_array_elements(c.sheets) s where s ->> 'name' in (${marks.map((mark) => `'${mark}'`).join(', ')})) then jsonb_build_object('lines', null, 'changed', null, 'added', null) end)`;
