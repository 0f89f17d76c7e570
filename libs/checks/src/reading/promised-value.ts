import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import type { OfferPromise } from '../terms.ts';

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', '1', 'x', 'sann']);

/** Whether a line meets a commitment: yes, no, or no value. */
export type Shown = 'kept' | 'not-kept' | 'empty';

export interface PromiseReading {
  readonly promise: OfferPromise;
  /**
   * index of the field in the line's table; null when the commitment does not apply to the line: another lot, or a file
   * without the column
   */
  fieldOf(line: Line): number | null;
  shown(line: Line, field: number): Shown;
}

function lotOf(line: Line, plan: Plan): string {
  return valueOf(line, 'lot') || (line.item < 0 ? '' : (plan.context.items?.lot?.[line.item] ?? ''));
}

/** Prepares the commitments of the terms for lines. Values are compared without case; by default, a yes is expected. */
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
