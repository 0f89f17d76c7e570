import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DocumentNumbers, DomainEvents, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { StatementScope } from './collect-statement-figures.ts';
import { ProposeStatement } from './propose-statement.ts';
import { figureKeys, type FigureKey, type Rating } from './rating-rules.ts';

export interface StatementDecision extends StatementScope {
  /** Id of the newest revision that the person saw; null for none. */
  readonly viewedId: string | null;
  /** Hash of the figures that the person saw. Left out: the figures of now. */
  readonly figuresHash?: string;
  readonly ratings: readonly { readonly figure: FigureKey; readonly rating: Rating }[];
  readonly overallRating: Rating;
  readonly reason: string;
}

/**
 * Decides a performance statement: stores the figures, the proposal and the ratings as a new revision, which the
 * supplier then sees. Publishes 'follow-up.statement-decided'.
 */
@Injectable()
export class DecideStatement {
  constructor(
    private readonly propose: ProposeStatement,
    private readonly database: Database,
    private readonly numbers: DocumentNumbers,
    private readonly audit: AuditLog,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 'statement-ratings-invalid' (422) unless each key figure is rated once
   * @throws Problem 'statement-changed' (409) when the figures or the newest revision are not those of the proposal
   * @throws the problems of ProposeStatement
   */
  async run({
    viewedId,
    figuresHash,
    ratings,
    overallRating,
    reason,
    ...scope
  }: StatementDecision): Promise<{ id: string }> {
    const byFigure = new Map(ratings.map(({ figure, rating }) => [figure, rating]));
    if (byFigure.size !== figureKeys.length || ratings.length !== figureKeys.length)
      throw new Problem(422, 'statement-ratings-invalid');
    const number = await this.numbers.next('LV'); // locks the series, so that no revision is decided twice at once
    const proposal = await this.propose.run(scope);
    const newest = proposal.revisions[0];
    if ((newest?.id ?? null) !== viewedId || (figuresHash ?? proposal.figuresHash) !== proposal.figuresHash)
      throw new Problem(409, 'statement-changed');
    const now = this.clock.now();
    const id = uuidv7(now);
    const { agreementId, supplierId, year } = scope;
    await this.database.query(
      `insert into follow_up.performance_statement (id, number, agreement_id, supplier_id, year, revision, figures, proposed, ratings, overall_rating, reason, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, platform.person(), $12)`,
      [
        ...[id, number, agreementId, supplierId, year, (newest?.revision ?? 0) + 1],
        ...[proposal.figures, proposal.proposed, Object.fromEntries(byFigure)].map((each) => JSON.stringify(each)),
        ...[overallRating, reason, now],
      ],
    );
    await this.audit.record({
      act: 'performance-statement.decided',
      subject: { kind: 'performance-statement', id },
      details: { number, year, overallRating, reason },
    });
    await this.domainEvents.publish({
      name: 'follow-up.statement-decided',
      subjectId: id,
      payload: { agreementId, supplierId, year },
    });
    return { id };
  }
}
