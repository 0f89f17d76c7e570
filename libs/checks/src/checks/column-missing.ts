import { defineCheck } from '../check.ts';
import { placeOf } from '../places.ts';
import type { SheetFacts } from '../facts.ts';
import type { PlanField } from '../plan/plan.ts';
import { fix } from '../fixes.ts';
import { headingRowMax } from '../structure/find-heading.ts';

/** Headings nobody claimed: one of them may be the missing column under a name we do not know. Those about persons are none. */
function unclaimed(sheet: SheetFacts): string[] {
  const taken = new Set([...sheet.matches.map((match) => match.column), ...sheet.personalColumns]);
  return sheet.headings.filter((heading, column) => heading !== '' && !taken.has(column)).slice(0, 20);
}

export const columnMissing = defineCheck({
  id: 'column-missing',
  class: 4,
  severity: 'blocksFile',
  run: ({ say }) => {
    const report = (sheet: SheetFacts, field: PlanField): void => {
      const others = unclaimed(sheet);
      const place = sheet.headingRow > 0 ? placeOf(sheet, sheet.headingRow, -1) : { sheet: sheet.name, row: null, column: null, cell: null };
      const patches = others.map((heading) => ({ set: 'column' as const, field: field.name, heading }));
      say({ place, found: others.length > 0 ? others.join(' · ') : null, expected: field.title, params: { field: field.title, others: others.join(', '), ...(sheet.headings.length === 0 && { searched: headingRowMax }) }, cause: field.name, fix: fix('choose-column', { field: field.title }, patches) });
    };
    return {
      sheet: (sheet) => {
        // What a column holds says which it is; a heading with nothing below is an empty file.
        if (sheet.role === 'lines' && sheet.hasRows) for (const field of sheet.missing) report(sheet, field);
      },
      end: ({ sheets, stopped }) => {
        if (stopped || sheets.some((sheet) => sheet.role === 'lines')) return;
        const best = sheets.filter((sheet) => sheet.role === 'no-lines').sort((a, b) => b.matches.length - a.matches.length)[0];
        if (best) for (const field of best.missing) report(best, field);
      },
    };
  },
});
