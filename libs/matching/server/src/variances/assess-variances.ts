import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { ASSESSED_LINES } from '../tolerances/tolerance-sql.ts';
import { linesOfQuery, varianceLines, type VarianceQuery, type VarianceSelection } from './variance-lines.ts';

/** The two sides of the tolerance limits, of a linked booked line with a difference. */
export const toleranceResults = ['within-tolerance', 'to-follow-up'] as const;
export type ToleranceResult = (typeof toleranceResults)[number];

/** Keys of booked lines, as two arrays of equal length. */
export interface BookedLineKeys {
  readonly batchIds: readonly string[];
  readonly lineNos: readonly number[];
}

/** Assesses linked booked lines with a difference by the tolerance limits of their agreement and day. */
@Injectable()
export class AssessVariances {
  constructor(private readonly database: Database) {}

  /** Returns the result of each line that differs, by `batch:line`; other lines have none. */
  async run({ batchIds, lineNos }: BookedLineKeys): Promise<ReadonlyMap<string, ToleranceResult>> {
    const rows = await this.#assess({
      condition:
        '(b.batch_id, b.line_no) in (select k.batch_id, k.line_no from unnest($1::uuid[], $2::int[]) as k (batch_id, line_no))',
      params: [batchIds, lineNos],
    });
    return new Map(
      rows.map(({ batchId, lineNo, isWithin }) => [
        `${batchId}:${lineNo}`,
        isWithin ? 'within-tolerance' : 'to-follow-up',
      ]),
    );
  }

  /** Returns the lines of a query that have a result. */
  async linesWith(result: ToleranceResult, query: VarianceQuery): Promise<BookedLineKeys> {
    const rows = await this.#assess(linesOfQuery(query));
    const matches = rows.filter(({ isWithin }) => isWithin === (result === 'within-tolerance'));
    return { batchIds: matches.map(({ batchId }) => batchId), lineNos: matches.map(({ lineNo }) => lineNo) };
  }

  async #assess(
    selection: VarianceSelection,
  ): Promise<{ readonly batchId: string; readonly lineNo: number; readonly isWithin: boolean }[]> {
    const { ctes, params } = await varianceLines(this.database, selection);
    return this.database.query(
      `with ${ctes}, ${ASSESSED_LINES} select a.batch_id as "batchId", a.line_no as "lineNo", a.is_within as "isWithin" from assessed a`,
      params,
    );
  }
}
