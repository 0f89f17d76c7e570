import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, type Issue } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { ApprovedProposal, ExternalFigureInput, ExternalFiguresInput } from '../proposals/figure-proposal.ts';

export interface ExternalFigure {
  readonly id: string;
  readonly year: number;
  readonly buyerId: string | null;
  readonly buyer: string | null;
  readonly category: string | null;
  readonly kg: string;
  readonly madeBy: string;
  readonly method: string;
  readonly source: string;
  readonly by: string | null;
  /** The approver; null for figures recorded before a second approval was required. */
  readonly approvedBy: string | null;
  readonly at: Date;
  /**
   * The figure with its sources as one text, and the SHA-256 of that text (UTF-8). Anyone who noted the hash can verify
   * that nothing was changed.
   */
  readonly sealed: string;
  readonly sha256: string;
}

/**
 * Records external figures after a second person has approved. They are shown alongside the calculated figures and
 * cannot be recalculated. A correction is a new row; the latest applies.
 */
@Injectable()
export class RecordExternalFigures {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'external-figures-invalid' (422) if a buyer or category does not exist, or a year is in the future */
  async assess({ figures }: ExternalFiguresInput): Promise<void> {
    const issues = await this.#issues(figures);
    if (issues.length > 0) throw new Problem(422, 'external-figures-invalid', {}, issues);
  }

  /** Records an approved proposal; the current user is the approver. */
  async run(input: ExternalFiguresInput, { id: proposalId, proposedBy }: ApprovedProposal): Promise<{ id: string }> {
    await this.assess(input);
    const { figures, madeBy, method, source } = input;
    const now = this.clock.now();
    const rows = figures.map(({ year, buyerId, category, kg }) => ({
      id: uuidv7(now),
      year,
      buyer_id: buyerId ?? null,
      category_code: category ?? null,
      kg,
    }));
    await this.database.query(
      `insert into emissions.external_figure (id, year, buyer_id, category_code, kg, made_by, method, source, sealed_by, sealed_at, proposal_id, approved_by)
       select w.id, w.year, w.buyer_id, w.category_code, w.kg, $2, $3, $4, $6, $5, $7, platform.person()
       from jsonb_to_recordset($1::jsonb) as w (id uuid, year int, buyer_id uuid, category_code text, kg numeric)`,
      [JSON.stringify(rows), madeBy, method, source, now, proposedBy, proposalId],
    );
    const id = rows[0]!.id;
    await this.audit.record({
      act: 'emissions.external-figures-recorded',
      subject: { kind: 'external-figure', id },
      details: { figures: rows.length, source, proposalId },
    });
    return { id };
  }

  /** Returns issues for unknown buyers and categories, and for future years. */
  async #issues(figures: readonly ExternalFigureInput[]): Promise<Issue[]> {
    const thisYear = this.clock.now().getUTCFullYear();
    const existing = await this.database.query<{ id: string }>(
      `select id::text as id from identity.door_current_organisation where kind = 'buyer' union all select code from catalogue.door_category`,
    );
    const has = new Set(existing.map(({ id }) => id));
    return figures.flatMap(({ year, buyerId, category }, at): Issue[] => [
      ...(year > thisYear
        ? [{ code: 'year-not-been', path: `figures.${at}.year`, params: { found: year, latest: thisYear } }]
        : []),
      ...(buyerId && !has.has(buyerId)
        ? [{ code: 'buyer-unknown', path: `figures.${at}.buyerId`, params: { found: buyerId } }]
        : []),
      ...(category && !has.has(category)
        ? [{ code: 'category-unknown', path: `figures.${at}.category`, params: { found: category } }]
        : []),
    ]);
  }
}

/** Returns the external figures in force, by year, at most 2,000. */
@Injectable()
export class ListExternalFigures {
  constructor(private readonly database: Database) {}

  run(): Promise<ExternalFigure[]> {
    return this.database.query<ExternalFigure>(
      `select f.sealed, encode(sha256(convert_to(f.sealed, 'UTF8')), 'hex') as sha256, f.id, f.year, f.buyer_id as "buyerId", b.name as buyer, f.category_code as category, f.kg::text as kg, f.made_by as "madeBy", f.method, f.source, n.name as by, a.name as "approvedBy", f.sealed_at as at
       from (select distinct on (year, buyer_id, category_code) *, concat_ws(' | ', year, coalesce(buyer_id::text, '*'), coalesce(category_code, '*'), kg || ' kg', made_by, method, source) as sealed from emissions.external_figure order by year, buyer_id, category_code, id desc) f
       left join identity.door_organisation b on b.id = f.buyer_id
       left join identity.door_person n on n.id = f.sealed_by
       left join identity.door_person a on a.id = f.approved_by
       left join catalogue.door_category c on c.code = f.category_code
       order by f.year, b.name nulls first, c.position nulls first limit 2000`,
    );
  }
}
