import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import type { OfferPromise } from '../terms.ts';

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', '1', 'x', 'sann']);

/** What a line shows of a promise: that it has what was promised, that it has not, or nothing. */
export type Shown = 'kept' | 'not-kept' | 'empty';

export interface PromiseReading {
  readonly promise: OfferPromise;
  /** index of the field in the line's table, or null where the promise is not about this line: another lot, or a file without the column */
  fieldOf(line: Line): number | null;
  shown(line: Line, field: number): Shown;
}

function lotOf(line: Line, plan: Plan): string {
  return valueOf(line, 'lot') || (line.item < 0 ? '' : (plan.context.items?.lot?.[line.item] ?? ''));
}

/** The promises of the terms, made ready to be looked for on lines. A value is compared without case; where none is said, a yes is looked for. */
export function readPromises(plan: Plan): PromiseReading[] {
  return (plan.terms.promises ?? []).map((promise) => {
    const wanted = promise.value?.trim().toLowerCase();
    const lots = new Set(promise.lots ?? []);
    return {
      promise,
      fieldOf: (line) => {
        if (line.kind !== 'goods' && line.kind !== 'credit') return null;
        if (lots.size > 0 && !lots.has(lotOf(line, plan))) return null;
        const field = line.sheet.table.fields.find(({ name }) => name === promise.field);
        return field && line.sheet.matches.some((match) => match.field.index === field.index) ? field.index : null;
      },
      shown: (line, field) => {
        const text = (line.readings[field]?.raw ?? '').trim().toLowerCase();
        if (text === '') return 'empty';
        return (wanted === undefined ? yes.has(text) : text === wanted) ? 'kept' : 'not-kept';
      },
    };
  });
}
