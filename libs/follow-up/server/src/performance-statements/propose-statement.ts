import { Injectable } from '@nestjs/common';
import { hashOf } from '@tallgrunn/checks';
import { Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { CollectStatementFigures, type StatementScope } from './collect-statement-figures.ts';
import { ListStatements, revisionJson, type StatementRevision, type StatementSummary } from './list-statements.ts';
import { proposeRatings, ratingLimits, type ProposedRatings } from './rating-rules.ts';
import type { StatementFigures } from './statement-figures.ts';

export interface StatementProposal extends Pick<StatementSummary, 'agreement' | 'supplier' | 'year'> {
  readonly figures: StatementFigures;
  readonly proposed: ProposedRatings;
  readonly limits: typeof ratingLimits;
  /** Hash of the figures, so that a person decides on what they saw. */
  readonly figuresHash: string;
  /** The newest first. */
  readonly revisions: readonly StatementRevision[];
}

/** SQL: the revisions of one statement, the newest first. */
export const REVISIONS = `
  select ${revisionJson} as revision from follow_up.performance_statement s
  where s.agreement_id = $1 and s.supplier_id = $2 and s.year = $3 order by s.revision desc`;

/** Proposes a performance statement: key figures, and a rating of each by rule. Stores nothing. */
@Injectable()
export class ProposeStatement {
  constructor(
    private readonly list: ListStatements,
    private readonly collect: CollectStatementFigures,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 'not-found' (404) when the supplier was not in the agreement in that year
   * @throws Problem 'statement-year-in-future' (422)
   */
  async run(scope: StatementScope): Promise<StatementProposal> {
    const { agreementId, supplierId, year } = scope;
    if (year > Number(osloDate(this.clock.now()).slice(0, 4)))
      throw new Problem(422, 'statement-year-in-future', { year });
    const [about] = await this.list.run(scope);
    if (!about) throw notFound('agreement-supplier');
    const rows = await this.database.query<{ revision: StatementRevision }>(REVISIONS, [agreementId, supplierId, year]);
    const revisions = rows.map(({ revision }) => revision);
    const figures = await this.collect.run(scope);
    return {
      ...{ agreement: about.agreement, supplier: about.supplier, year, figures, revisions },
      proposed: proposeRatings(figures),
      limits: ratingLimits,
      figuresHash: hashOf(figures),
    };
  }
}
