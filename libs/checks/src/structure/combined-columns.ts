import { splitCode, splitQuantity } from '../cells/cell-parts.ts';
import type { ColumnMatch } from '../facts.ts';
import type { Plan, PlanTable } from '../plan/plan.ts';
import { unitHint } from '../plan/units.ts';
import type { FieldRole } from '../terms.ts';
import type { SheetSample } from './sheet-sample.ts';

/** Minimum share and number of cells that must have both values. */
const SHARE_MIN = 0.8;
const CELLS_MIN = 3;

const isMostly = (texts: readonly string[], holds: (text: string) => boolean): boolean =>
  texts.length >= CELLS_MIN && texts.filter(holds).length >= SHARE_MIN * texts.length;

/** Returns whether a column has agreed item numbers and names in one cell: "00412 - Stol". */
export function combinesItems(texts: readonly string[], plan: Plan): boolean {
  const isAgreed = (code: string): boolean => {
    const found = plan.items.find(code, null, '');
    return found !== null && found.how !== 'suffix';
  };
  return plan.items.size > 0 && isMostly(texts, (text) => splitCode(text.trim(), isAgreed) !== null);
}

/** Returns whether a column has a quantity and its unit in one cell: "12 stk". */
function combinesQuantities(texts: readonly string[], plan: Plan): boolean {
  return isMostly(texts, (text) => {
    const unit = splitQuantity(text)?.unit;
    return unit !== undefined && (plan.units.read(unit) !== null || unitHint(unit) !== null);
  });
}

/** Returns whether a text is a price for a unit: "25,26/kg". */
const isRate = (text: string): boolean => /\d\s*(?:kr\.?\s*)?(?:\/|per\s|pr\.?\s)/.test(text);

/**
 * Divides columns that have the values of two fields: item number and name, or quantity and unit. Only where the second
 * field has no column of its own. Returns the matches with both.
 */
export function withCombined(
  matches: readonly ColumnMatch[],
  headings: readonly string[],
  sample: SheetSample,
  table: PlanTable,
  plan: Plan,
): ColumnMatch[] {
  let found = [...matches];
  const matchOf = (role: FieldRole): ColumnMatch | undefined => found.find(({ field }) => field.role === role);
  const isFree = (column: number, ...roles: readonly FieldRole[]): boolean =>
    found.every((match) => match.column !== column || (match.how !== 'given' && roles.includes(match.field.role!)));
  const divide = (
    column: number,
    [first, firstPart]: readonly [FieldRole, ColumnMatch['part']],
    [second, secondPart]: readonly [FieldRole, ColumnMatch['part']],
  ): void => {
    const heading = headings[column] ?? '';
    found = found.filter((match) => match.column !== column);
    for (const [role, part] of [
      [first, firstPart],
      [second, secondPart],
    ] as const) {
      const field = table.fields[table.role[role] ?? -1];
      if (field && !matchOf(role)) found.push({ field, column, heading, how: 'evidence', part });
    }
  };
  const columns = Array.from({ length: sample.width }, (_, column) => column);
  if (table.role.itemNumber !== undefined && !matchOf('itemNumber')) {
    const column = columns.find((each) => isFree(each, 'itemName') && combinesItems(sample.texts(each), plan));
    if (column !== undefined) divide(column, ['itemNumber', 'code'], ['itemName', 'name']);
  }
  if (table.role.unit !== undefined && table.role.quantity !== undefined && !matchOf('unit')) {
    const own = matchOf('quantity')?.column;
    const column = columns.find(
      (each) =>
        (own === undefined || own === each) && isFree(each, 'quantity') && combinesQuantities(sample.texts(each), plan),
    );
    if (column !== undefined) divide(column, ['quantity', 'number'], ['unit', 'unit']);
  }
  if (table.role.unitPrice !== undefined && !matchOf('unitPrice')) {
    const column = columns.find(
      (each) => isFree(each) && sample.texts(each).some(isRate) && combinesQuantities(sample.texts(each), plan),
    );
    if (column !== undefined) divide(column, ['unitPrice', 'number'], ['unit', 'unit']);
  }
  return found;
}
