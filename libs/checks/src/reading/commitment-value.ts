import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import type { OfferCommitment } from '../terms.ts';

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', '1', 'x', 'sann']);

/** Whether a line meets a commitment: yes, no, or no value. */
export type CommitmentStatus = 'kept' | 'not-kept' | 'empty';

export interface CommitmentReading {
  readonly promise: OfferCommitment;
  /**
   * index of the field in the line's table; null when the commitment does not apply to the line: another lot, or a file
   * without the column
   */
  fieldOf(line: Line): number | null;
  shown(line: Line, field: number): CommitmentStatus;
}

function lotOf(line: Line, plan: Plan): string {
  return valueOf(line, 'lot') || (line.item < 0 ? '' : (plan.context.items?.lot?.[line.item] ?? ''));
}

/** Prepares the commitments of the terms for lines. Values are compared without case; by default, a yes is expected. */
export function readCommitments(plan: Plan): CommitmentReading[] {
  return (plan.terms.promises ?? []).map((commitment) => {
    const wanted = commitment.value?.trim().toLowerCase();
    const lots = new Set(commitment.lots ?? []);
    return {
      promise: commitment,
      fieldOf: (line) => {
        if (line.kind !== 'goods' && line.kind !== 'credit') return null;
        if (lots.size > 0 && !lots.has(lotOf(line, plan))) return null;
        const field = line.sheet.table.fields.find(({ name }) => name === commitment.field);
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
