import type { Fix, Params, Patch } from './finding.ts';
import type { Line } from './line.ts';
import { readingOf } from './line.ts';
import type { BuyerIndex } from './plan/buyer-index.ts';
import type { FieldRole } from './terms.ts';

/** The patch that writes a value where the line has this field; none when the field has no column. */
export function cellPatch(line: Line, role: FieldRole, value: string): Patch[] {
  const field = line.sheet.table.role[role];
  const column =
    readingOf(line, role)?.column ?? line.sheet.matches.find((match) => match.field.index === field)?.column ?? -1;
  return column < 0 ? [] : [{ set: 'cell', sheet: line.sheet.name, row: line.row, column, value }];
}

/** A way out that writes one value into the line. */
export function cellFix(kind: string, line: Line, role: FieldRole, value: string, params: Params = {}): Fix {
  return { kind, params: { value, ...params }, patches: cellPatch(line, role, value) };
}

export function fix(kind: string, params: Params = {}, patches: readonly Patch[] = []): Fix {
  return { kind, params, patches };
}

const buyersOffered = 50;

/** A way out that says which customer a written name or number stands for: here, and from now on. */
export function chooseBuyer(buyers: BuyerIndex, text: string): Fix {
  return fix(
    'choose-buyer',
    { found: text },
    Array.from({ length: Math.min(buyers.size, buyersOffered) }, (_, at) => ({
      set: 'buyer',
      text,
      buyer: buyers.key(at),
    })),
  );
}
