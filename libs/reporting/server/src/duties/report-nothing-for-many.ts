import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem, UnitOfWork } from '@tallgrunn/platform';
import { ReportNothing } from './report-nothing.ts';

export interface NilReturnResult {
  readonly dutyId: string;
  readonly versionId: string | null;
  readonly code: string | null;
}

/** Submits nil returns for several obligations. One that is refused leaves the others: it is answered by itself, with its reason. */
@Injectable()
export class ReportNothingForMany {
  constructor(
    private readonly one: ReportNothing,
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  async run(dutyIds: readonly string[]): Promise<NilReturnResult[]> {
    // Each in a transaction of its own, so that a refusal takes back nothing of the others.
    const actor = this.database.actor();
    await this.units.releaseConnection();
    const results: NilReturnResult[] = [];
    for (const dutyId of new Set(dutyIds)) {
      results.push(
        await this.units
          .run({ ...actor }, () => this.one.run(dutyId))
          .then(
            ({ id }) => ({ dutyId, versionId: id, code: null }),
            (error: unknown) => ({ dutyId, versionId: null, code: codeOf(error) }),
          ),
      );
    }
    if (results.every(({ code }) => code === 'not-found')) throw notFound('duty');
    return results;
  }
}

/** The code of a refusal; any other error goes on. */
function codeOf(error: unknown): string {
  if (error instanceof Problem && error.getStatus() < 500) return error.code;
  throw error;
}
