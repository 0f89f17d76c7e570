import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { ApprovedProposal, PublicationDocument } from '../proposals/figure-proposal.ts';
import { VerifyRun } from '../verification/verify-run.ts';
import { SummariseEmissions } from '../summarise-emissions.ts';

export interface Publication {
  readonly id: string;
  readonly run: number;
  readonly caseNumber: string;
  /** Description of the published scope. */
  readonly scope: string;
  /**
   * Whether the following fields define the scope. Older publications only have a description, and the total of the
   * whole run.
   */
  readonly scoped: boolean;
  /** Months, buyers and categories; null = all. */
  readonly from: string | null;
  readonly to: string | null;
  readonly buyers: readonly { readonly id: string; readonly name: string | null }[] | null;
  readonly categories: readonly string[] | null;
  /** Total of its scope when it was published, kg CO2e. */
  readonly kg: string;
  readonly by: string | null;
  /** The approver; null for publications made before a second approval was required. */
  readonly approvedBy: string | null;
  readonly hasApprover: boolean;
  readonly at: Date;
  /** Case number of a later publication of the same scope, which replaces this one; null = in force. */
  readonly supersededBy: string | null;
}

const normaliseDescription = (of: string): string => `lower(regexp_replace(trim(${of}.scope), '\\s+', ' ', 'g'))`;

/**
 * SQL: two publications have the same scope if months, buyers and categories are equal. If either has only a
 * description, the descriptions are compared, ignoring case and spaces.
 */
const SAME_SCOPE = `case when p.scoped and q.scoped then (p.from_month, p.to_month, p.buyer_ids, p.category_codes) is not distinct from (q.from_month, q.to_month, q.buyer_ids, q.category_codes) else ${normaliseDescription('p')} = ${normaliseDescription('q')} end`;

/**
 * Publishes a run under a case number after a second person has approved. The run is verified first; a run with
 * differences is not published.
 */
@Injectable()
export class PublishRun {
  constructor(
    private readonly database: Database,
    private readonly prove: VerifyRun,
    private readonly summarise: SummariseEmissions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Validates that a run can be published with a scope. Returns the total of the scope, kg CO2e.
   * @throws Problem 'period-reversed' | 'publication-scope-empty' (422), 'not-found' (404), 'run-not-reproducible' (409)
   */
  async assess({ run: number, from, to, buyerIds, categories }: PublicationDocument): Promise<string> {
    if (from !== null && to !== null && from > to) throw new Problem(422, 'period-reversed', { from, to });
    const scope = {
      run: number,
      from: from ?? undefined,
      to: to ?? undefined,
      buyers: sorted(buyerIds),
      categories: sorted(categories),
    };
    const { run, totals } = await this.summarise.run(scope);
    if (!run) throw notFound('run');
    if (!totals || totals.lines === 0) throw new Problem(422, 'publication-scope-empty', { run: number });
    const verification = await this.prove.run(number);
    if (!verification.holds) throw new Problem(409, 'run-not-reproducible', { run: number });
    return totals.kg;
  }

  /** Publishes an approved proposal; the current user is the approver. */
  async run(document: PublicationDocument, { id: proposalId, proposedBy }: ApprovedProposal): Promise<{ id: string }> {
    const kg = await this.assess(document);
    const { run, caseNumber, scope, from, to } = document;
    const [buyers, categories] = [sorted(document.buyerIds), sorted(document.categories)];
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into emissions.publication (id, run_number, case_number, scope, kg, published_by, published_at, from_month, to_month, buyer_ids, category_codes, proposal_id, approved_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, platform.person())`,
      [id, run, caseNumber, scope, kg, proposedBy, this.clock.now(), from, to, buyers, categories, proposalId],
    );
    await this.audit.record({
      act: 'emissions.published',
      subject: { kind: 'run', id },
      details: { run, caseNumber, from, to, buyers, categories, proposalId },
    });
    return { id };
  }
}

const sorted = (codes: readonly string[] | null): readonly string[] | null =>
  codes === null || codes.length === 0 ? null : [...new Set(codes)].toSorted();

/** Returns the publications, newest first, at most 200. The latest of a scope is in force. */
@Injectable()
export class ListPublications {
  constructor(private readonly database: Database) {}

  run(): Promise<Publication[]> {
    return this.database.query<Publication>(
      `select p.id, p.run_number as run, p.case_number as "caseNumber", p.scope, p.scoped, p.from_month as "from", p.to_month as "to", p.category_codes as categories, p.kg::text as kg,
         case when p.buyer_ids is not null then (
           select jsonb_agg(jsonb_build_object('id', b.id, 'name', o.name) order by o.name, b.id) from unnest(p.buyer_ids) as b (id) left join identity.door_organisation o on o.id = b.id
         ) end as buyers,
         (select n.name from identity.door_person n where n.id = p.published_by) as by,
         (select n.name from identity.door_person n where n.id = p.approved_by) as "approvedBy", p.approved_by is not null as "hasApprover", p.published_at as at,
         (select q.case_number from emissions.publication q where q.id > p.id and ${SAME_SCOPE} order by q.id desc limit 1) as "supersededBy"
       from emissions.publication p order by p.id desc limit 200`,
    );
  }
}
