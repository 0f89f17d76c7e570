import { Injectable } from '@nestjs/common';
import { FourEyes } from '@tallgrunn/identity-server';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { readDeclaredFacts } from './checklist/declared-facts.ts';
import { assessFootprint } from './checklist/assess-footprint.ts';
import { recommendationOf, type ReviewOutcome } from './checklist/checklist-item.ts';
import { lockItemLinks } from './store/lock-item-links.ts';

export interface FootprintReviewInput {
  readonly footprintIds: readonly string[];
  readonly verdict: ReviewOutcome;
  /** Required when the outcome is not an acceptance, or when the checklist recommends clarification. */
  readonly reason: string;
}

const SHOWN_MAX = 5;

/**
 * Records the review of footprints by a user of the cooperative. An acceptance covers the items linked at that time.
 * The latest review applies; the checklist's recommendation is stored with it.
 */
@Injectable()
export class ReviewFootprints {
  constructor(
    private readonly database: Database,
    private readonly fourEyes: FourEyes,
    private readonly facts: DomainEvents,
    private readonly records: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the number of reviewed footprints. Takes the lock on links and reviews, writes the audit log and publishes
   * `declarations.decided`.
   * @throws Problem 'declaration-reason-missing' (422) if the outcome requires a reason
   * @throws Problem 'declaration-not-usable' (422) if an accepted footprint has no usable figure
   */
  async run({ footprintIds, verdict, reason }: FootprintReviewInput): Promise<number> {
    await lockItemLinks(this.database);
    const now = this.clock.now();
    const today = osloDate(now);
    const ids = [...new Set(footprintIds)];
    const declared = await readDeclaredFacts(this.database, { footprintIds: ids, today });
    if (declared.length < ids.length) throw notFound('footprint');
    const assessed = declared.map((each) => ({ ...each, advice: recommendationOf(assessFootprint(each, today)) }));
    const accepts = verdict === 'accepted' || verdict === 'accepted-with-reservation';
    if (accepts) await this.#requireIndependent(ids);
    const unusable = accepts ? assessed.filter(({ advice }) => advice === 'rejected') : [];
    if (unusable.length > 0)
      throw new Problem(422, 'declaration-not-usable', {
        products: unusable
          .slice(0, SHOWN_MAX)
          .map(({ product, publisherId }) => product ?? publisherId)
          .join(', '),
      });
    if (reason.trim() === '' && (!accepts || assessed.some(({ advice }) => advice === 'to-clarify')))
      throw new Problem(422, 'declaration-reason-missing', { verdict });
    const rows = assessed.map(({ id, advice }) => ({ id: uuidv7(now), footprint_id: id, advice }));
    await this.database.query(
      `insert into declarations.footprint_review (id, footprint_id, supplier_id, verdict, advice, reason, decided_by, decided_at)
       select r.id, r.footprint_id, f.supplier_id, $2, r.advice, $3, $4, $5
       from jsonb_to_recordset($1::jsonb) as r (id uuid, footprint_id uuid, advice text)
       join declarations.footprint f on f.id = r.footprint_id`,
      [JSON.stringify(rows), verdict, reason.trim(), this.database.actor().personId, now],
    );
    await this.records.record({
      act: 'footprint.decided',
      subject: { kind: 'footprint', id: rows[0]?.footprint_id ?? '' },
      details: {
        verdict,
        reason: reason.trim(),
        footprints: rows.length,
        advice: [...new Set(rows.map(({ advice }) => advice))].join(', '),
      },
    });
    await this.facts.publish({
      name: 'declarations.decided',
      subjectId: rows[0]?.id ?? '',
      payload: { footprints: rows.length, verdict },
    });
    return rows.length;
  }

  /**
   * Requires that the person who accepts did not submit any of the declarations. They must also be independent of
   * those who submitted them on behalf of the supplier.
   */
  async #requireIndependent(footprintIds: readonly string[]): Promise<void> {
    const submissions = await this.database.query<{ handed_in_by: string }>(
      `select distinct d.handed_in_by from declarations.footprint f
       join declarations.declaration d on d.cooperative_id = f.cooperative_id and d.id = f.declaration_id
       where f.id = any ($1::uuid[]) and (d.is_on_behalf or d.handed_in_by = platform.person()) and d.handed_in_by is not null`,
      [footprintIds],
    );
    if (submissions.length > 0)
      await this.fourEyes.requireIndependent(
        'declaration',
        submissions.map(({ handed_in_by }) => handed_in_by),
      );
  }
}
