import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { REVISIONS } from './propose-statement.ts';
import type { StatementRevision, StatementSummary } from './list-statements.ts';
import { ratingLimits, type FigureKey, type ProposedRatings, type Rating } from './rating-rules.ts';
import type { StatementFigures } from './statement-figures.ts';

export interface StatementComment {
  readonly id: string;
  readonly text: string;
  readonly writtenBy: string | null;
  readonly writtenAt: string;
}

export interface PerformanceStatement
  extends StatementRevision, Pick<StatementSummary, 'agreement' | 'supplier' | 'year'> {
  readonly cooperative: string;
  readonly figures: StatementFigures;
  readonly proposed: ProposedRatings;
  readonly ratings: Readonly<Record<FigureKey, Rating>>;
  readonly limits: typeof ratingLimits;
  readonly reason: string;
  readonly decidedBy: string | null;
  /** The oldest first. */
  readonly comments: readonly StatementComment[];
  /** The newest first. */
  readonly revisions: readonly StatementRevision[];
}

type Row = Omit<PerformanceStatement, 'comments' | 'revisions' | 'limits' | 'decidedAt'> & { readonly decidedAt: Date };

const STATEMENT = `
  select s.id, s.number, s.revision, s.year, s.figures, s.proposed, s.ratings, s.overall_rating as "overallRating", s.reason, s.decided_at as "decidedAt", p.name as "decidedBy",
    json_build_object('id', a.id, 'number', a.number, 'title', a.title) as agreement, json_build_object('id', o.id, 'name', o.name) as supplier,
    coalesce((select c.name from identity.door_cooperative c limit 1), '') as cooperative
  from follow_up.performance_statement s
  join agreements.door_agreement a on a.cooperative_id = s.cooperative_id and a.id = s.agreement_id
  join identity.door_organisation o on o.cooperative_id = s.cooperative_id and o.id = s.supplier_id
  left join identity.door_person p on p.cooperative_id = s.cooperative_id and p.id = s.decided_by
  where s.id = $1`;

const COMMENTS = `
  select c.id, c.body as text, p.name as "writtenBy", c.written_at as "writtenAt"
  from follow_up.performance_statement_comment c
  left join identity.door_person p on p.cooperative_id = c.cooperative_id and p.id = c.written_by
  where c.statement_id = $1 order by c.id`;

/** Returns one decided statement, as the person saw it who decided. */
@Injectable()
export class ShowStatement {
  constructor(private readonly database: Database) {}

  /** @throws Problem 'not-found' (404) */
  async run(id: string): Promise<PerformanceStatement> {
    const row = await this.database.one<Row & Record<string, unknown>>(STATEMENT, [id]);
    if (!row) throw notFound('performance-statement');
    const comments = await this.database.query<Omit<StatementComment, 'writtenAt'> & { writtenAt: Date }>(COMMENTS, [
      id,
    ]);
    const scope = [row.agreement.id, row.supplier.id, row.year];
    const revisions = await this.database.query<{ revision: StatementRevision }>(REVISIONS, scope);
    return {
      ...row,
      limits: ratingLimits,
      decidedAt: row.decidedAt.toISOString(),
      comments: comments.map(({ writtenAt, ...comment }) => ({ ...comment, writtenAt: writtenAt.toISOString() })),
      revisions: revisions.map(({ revision }) => revision),
    };
  }
}
