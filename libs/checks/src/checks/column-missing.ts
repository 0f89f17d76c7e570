import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';
import type { SheetFacts } from '../facts.ts';
import type { Patch } from '../finding.ts';
import type { PlanField } from '../plan/plan.ts';
import { fix } from '../fixes.ts';
import { headingRowMax } from '../structure/find-heading.ts';

/**
 * Returns the unused headings: one of them may be the missing column under an unknown name. Personal columns are left
 * out.
 */
function unusedHeadings(sheet: SheetFacts): string[] {
  const taken = new Set([
    ...sheet.matches.map((match) => match.column),
    ...sheet.personalColumns,
    ...(sheet.cross?.buyers.flatMap(({ cells }) => cells.map(({ column }) => column)) ?? []),
    ...(sheet.cross?.sums ?? []),
  ]);
  return sheet.headings.filter((heading, column) => heading !== '' && !taken.has(column)).slice(0, 20);
}

/**
 * Returns answers that apply to a whole cross table of customers: its delivery date, and the measure of its figures.
 */
function wholeTablePatches(sheet: SheetFacts, field: PlanField, hasPeriod: boolean): Patch[] {
  if (!sheet.cross) return [];
  if (field.role === 'amount')
    return [
      { set: 'measure', value: 'amount' },
      { set: 'measure', value: 'quantity' },
    ];
  return hasPeriod && dates.has(field.role ?? '')
    ? [{ set: 'whole-table', field: field.name, value: 'period-end' }]
    : [];
}

const dates: ReadonlySet<string> = new Set(['deliveredOn', 'invoicedOn', 'orderedOn']);

export const columnMissing = defineCheck({
  id: 'column-missing',
  class: 4,
  severity: 'blocksFile',
  run: ({ say, plan }) => {
    const report = (sheet: SheetFacts, field: PlanField): void => {
      const others = unusedHeadings(sheet);
      const place =
        sheet.headingRow > 0
          ? locationOf(sheet, sheet.headingRow, -1)
          : { sheet: sheet.name, row: null, column: null, cell: null };
      const whole = wholeTablePatches(sheet, field, plan.period !== null);
      const patches: Patch[] = [
        ...whole,
        ...others.map((heading): Patch => ({ set: 'column', field: field.name, heading })),
      ];
      say({
        place,
        found: others.length > 0 ? others.join(' · ') : null,
        expected: field.title,
        params: {
          field: field.title,
          others: others.join(', '),
          ...(sheet.headings.length === 0 && { searched: headingRowMax }),
        },
        cause: field.name,
        fix: fix(whole[0]?.set === 'measure' ? 'choose-measure' : 'choose-column', { field: field.title }, patches),
      });
    };
    return {
      sheet: (sheet) => {
        // The content of a column decides its field, so a heading without rows below is an empty file.
        if (sheet.role === 'lines' && sheet.hasRows) for (const field of sheet.missing) report(sheet, field);
      },
      end: ({ sheets, stopped }) => {
        if (stopped || sheets.some((sheet) => sheet.role === 'lines')) return;
        const best = sheets
          .filter((sheet) => sheet.role === 'no-lines')
          .sort((a, b) => b.matches.length - a.matches.length)[0];
        if (best) for (const field of best.missing) report(best, field);
      },
    };
  },
});
