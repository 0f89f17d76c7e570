import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { withoutPersons } from '@tallgrunn/values';

export type CorrectionMode = 'replaces' | 'amends';

export interface Correction {
  readonly version_id: string;
  readonly base_version_id: string;
  readonly base_state: string;
  readonly base_amount: string;
  readonly way: CorrectionMode;
  readonly effect: string | null;
  /** Sum of additions and removals by buyer and item, in absolute amounts, so that they do not cancel out. */
  readonly movement: string | null;
}

export interface PreviousVersion {
  readonly id: string;
  readonly kind: 'lines' | 'nil';
}

/** SQL: condition that a line `n` differs from the line `o` with the same key in the previous version. */
export const lineChangedSql =
  '(n.quantity, n.unit, n.unit_price, n.amount) is distinct from (o.quantity, o.unit, o.unit_price, o.amount)';

/** Corrections of reports, one row per version that corrects another. */
@Injectable()
export class CorrectionStore {
  constructor(private readonly database: Database) {}

  /**
   * Returns the version that a new report of the obligation would correct: the one in force, else the latest delivered.
   */
  findPrevious(obligationId: string): Promise<PreviousVersion | undefined> {
    return this.database.one<PreviousVersion>(
      `select id, kind from reporting.report_version where obligation_id = $1 and state in ('submitted', 'accepted', 'returned') order by state = 'accepted' desc, sequence desc limit 1`,
      [obligationId],
    );
  }

  find(versionId: string): Promise<Correction | undefined> {
    return this.database.one<Correction>(
      `select c.version_id, c.base_version_id, c.way, c.effect, c.movement, b.state as base_state, b.amount as base_amount
       from reporting.correction c join reporting.report_version b on b.cooperative_id = c.cooperative_id and b.id = c.base_version_id
       where c.version_id = $1`,
      [versionId],
    );
  }

  async begin(versionId: string, supplierId: string, baseVersionId: string, mode: CorrectionMode): Promise<void> {
    await this.database.query(
      'insert into reporting.correction (version_id, supplier_id, base_version_id, way) values ($1, $2, $3, $4)',
      [versionId, supplierId, baseVersionId, mode],
    );
  }

  /** Counts the changes of a version and sums their amounts. */
  async calculateChanges({ version_id, base_version_id }: Correction): Promise<void> {
    await this.database.query(
      `update reporting.correction c
       set added_count = d.added, removed_count = d.removed, changed_count = d.changed, effect = d.effect, movement = m.movement
       from (
         select count(*) filter (where o.line_key is null) as added, count(*) filter (where n.line_key is null) as removed,
           count(*) filter (where o.line_key is not null and n.line_key is not null and ${lineChangedSql}) as changed,
           coalesce(sum(n.amount), 0) - coalesce(sum(o.amount), 0) as effect
         from (select * from reporting.report_line where version_id = $1) n
         full join (select * from reporting.report_line where version_id = $2) o on o.line_key = n.line_key
       ) d, (
         select coalesce(sum(abs(g.change)), 0) as movement
         from (
           select sum(case l.version_id when $1::uuid then l.amount else -l.amount end) as change
           from reporting.report_line l where l.version_id in ($1, $2) group by l.buyer_id, l.item_number
         ) g
       ) m
       where c.version_id = $1`,
      [version_id, base_version_id],
    );
  }

  async storeReviewReasons(versionId: string, reasons: readonly string[]): Promise<void> {
    await this.database.query('update reporting.correction set review_reasons = $2 where version_id = $1', [
      versionId,
      reasons,
    ]);
  }

  async storeReason(
    versionId: string,
    reason: { readonly code: string; readonly text?: string | undefined },
    reasons: readonly string[],
  ): Promise<void> {
    await this.database.query(
      'update reporting.correction set reason_code = $2, reason = $3, review_reasons = $4 where version_id = $1',
      [versionId, reason.code, withoutPersons(reason.text?.trim() ?? '') || null, reasons],
    );
  }
}

/** SQL: the correction of version `v` as JSON; null when it corrects none. */
export const correctionSql = `(
  select json_build_object('baseVersionId', k.base_version_id, 'baseNumber', b.number, 'way', k.way, 'added', k.added_count, 'removed', k.removed_count, 'changed', k.changed_count,
    'effect', k.effect::text, 'movement', k.movement::text, 'reasonCode', k.reason_code, 'reason', k.reason, 'asksManager', k.review_reasons)
  from reporting.correction k join reporting.report_version b on b.cooperative_id = k.cooperative_id and b.id = k.base_version_id
  where k.cooperative_id = v.cooperative_id and k.version_id = v.id)`;

/** SQL: the on-behalf details of version `v` as JSON; null for one uploaded by the supplier. */
export const onBehalfSql = `(
  select json_build_object('by', p.name, 'at', k.handed_in_at, 'receivedFrom', k.received_from, 'receivedOn', k.received_on, 'reason', k.reason,
    'answer', k.answer, 'answerText', k.answer_text, 'answeredAt', k.answered_at)
  from reporting.on_behalf_submission k left join identity.door_person p on p.cooperative_id = k.cooperative_id and p.id = k.handed_in_by
  where k.cooperative_id = v.cooperative_id and k.version_id = v.id)`;
