import { Database, UnitOfWork } from '@tallgrunn/platform';
import type { Stand } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import { CalculateEmissions, type RunOutcome } from './calculate-emissions.ts';

/** A run at once, without the queue. */
export function calculated(stand: Stand, parties: Parties, cause = 'test'): Promise<RunOutcome> {
  return stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(CalculateEmissions).run(cause));
}

export interface WeighedLine {
  readonly line_no: number;
  readonly method: string;
  readonly reason: string;
  readonly amount: string;
  readonly currency: string;
  readonly category: string | null;
  readonly quality: number | null;
  readonly factor_code: string | null;
  readonly multiplier: string | null;
  readonly kg: string | null;
  readonly run_number: number;
}

/** What stands open now, by line. */
export function weighedLines(stand: Stand, parties: Parties): Promise<WeighedLine[]> {
  return stand.get(UnitOfWork).run({ ...parties.system }, () =>
    stand.get(Database).query<WeighedLine>(
      `select line_no, method, reason, amount::text as amount, currency, category, quality, factor_code, multiplier::text as multiplier, kg::text as kg, run_number
       from emissions.door_result order by batch_id, line_no`,
    ),
  );
}
