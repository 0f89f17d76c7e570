import type { Fix, Params, Patch } from './finding.ts';
import type { Line } from './line.ts';
import { readingOf } from './line.ts';
import type { BuyerIndex } from './plan/buyer-index.ts';
import type { FieldRole } from './terms.ts';

/** Returns the patch that writes a value to the cell of a field; none when the field has no column. */
export function cellPatch(line: Line, role: FieldRole, value: string): Patch[] {
  const field = line.sheet.table.role[role];
  const column =
    readingOf(line, role)?.column ?? line.sheet.matches.find((match) => match.field.index === field)?.column ?? -1;
  return column < 0 ? [] : [{ set: 'cell', sheet: line.sheet.name, row: line.row, column, value }];
}

/** Returns a fix that writes one value to the line. */
export function cellFix(kind: string, line: Line, role: FieldRole, value: string, params: Params = {}): Fix {
  return { kind, params: { value, ...params }, patches: cellPatch(line, role, value) };
}

export function fix(kind: string, params: Params = {}, patches: readonly Patch[] = []): Fix {
  return { kind, params, patches };
}

const buyersOffered = 50;

/** Returns a fix that assigns a written name or number to a buyer, here and in later files. */
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
