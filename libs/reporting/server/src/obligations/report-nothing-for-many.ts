import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem, UnitOfWork } from '@tallgrunn/platform';
import { SubmitNilReturn } from './submit-nil-return.ts';

export interface NilReturnResult {
  readonly obligationId: string;
  readonly versionId: string | null;
  readonly code: string | null;
}

/**
 * Submits nil returns for several obligations. A rejected one does not affect the others; each gets its own result and
 * reason.
 */
@Injectable()
export class SubmitNilReturns {
  constructor(
    private readonly one: SubmitNilReturn,
    private readonly units: UnitOfWork,
    private readonly database: Database,
  ) {}

  async run(obligationIds: readonly string[]): Promise<NilReturnResult[]> {
    // A separate transaction for each, so that a rejection rolls back only its own.
    const actor = this.database.actor();
    await this.units.releaseConnection();
    const results: NilReturnResult[] = [];
    for (const obligationId of new Set(obligationIds)) {
      results.push(
        await this.units
          .run({ ...actor }, () => this.one.run(obligationId))
          .then(
            ({ id }) => ({ obligationId, versionId: id, code: null }),
            (error: unknown) => ({ obligationId, versionId: null, code: codeOf(error) }),
          ),
      );
    }
    if (results.every(({ code }) => code === 'not-found')) throw notFound('obligation');
    return results;
  }
}

/** Returns the code of a rejection; rethrows any other error. */
function codeOf(error: unknown): string {
  if (error instanceof Problem && error.getStatus() < 500) return error.code;
  throw error;
}
