import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { endOfOsloDay, limits, osloDate, startOfOsloDay } from '@tallgrunn/values';

export interface AmountToDecide {
  readonly buyerId: string;
  /** Total amount of the lines decided on, NOK excl. VAT, without sign. */
  readonly amount: number;
  /**
   * Line keys as in `matching.line_resolution` or `matching.pair_decision`. An earlier decision on the same lines is replaced and
   * does not count.
   */
  readonly replaces:
    | { readonly side: string; readonly lineKeys: readonly string[] }
    | { readonly reportLineKey: string; readonly spendLineKey: string };
}

/**
 * The limit for decisions by one person. Decisions for one buyer and day (Oslo) count together, so a large amount
 * cannot be split. People who depend on each other count as one person. Decisions with or pending second approval do
 * not count.
 */
@Injectable()
export class ApprovalLimit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Locks decisions on the buyers' lines until the transaction ends, so that parallel decisions see each other. */
  async lock(buyerIds: readonly string[]): Promise<void> {
    for (const buyerId of [...new Set(buyerIds)].toSorted()) {
      await this.database.query(
        `select pg_advisory_xact_lock(hashtextextended('matching.approval-limit' || platform.cooperative() || $1, 0))`,
        [buyerId],
      );
    }
  }

  /** Returns true if an amount exceeds the limit on its own, for any buyer. */
  isReached(amount: number): boolean {
    return amount >= limits.secondApproval.amount;
  }

  /** Returns true if second approval is required. Call `lock` first. */
  async requiresSecondApproval({ buyerId, amount, replaces }: AmountToDecide): Promise<boolean> {
    const limit = limits.secondApproval.amount;
    if (this.isReached(amount)) return true;
    const pairKeys = 'side' in replaces ? null : replaces;
    const answered = 'side' in replaces ? replaces : null;
    const today = osloDate(this.clock.now());
    const row = await this.database.one<{ amount: string }>(
      `with decider as (
         select platform.person() as person_id union select r.related_person_id from identity.door_inviter_relation r where r.person_id = platform.person()
       ), answered as (
         select distinct on (a.side, a.line_key) abs(a.amount) as amount, a.cause is not null or a.agreement_id is not null as takes_effect
         from matching.line_resolution a
         where a.buyer_id = $1 and a.decided_at >= $2 and a.decided_at < $3 and a.decided_by in (select person_id from decider) and not a.requires_second_approval
           and not (a.side = $4 and a.line_key = any ($5::text[]))
         order by a.side, a.line_key, a.id desc
       ), paired as (
         select distinct on (d.report_line_key, d.spend_line_key) d.amount, d.verdict <> 'undecided' as takes_effect
         from matching.pair_decision d
         where d.buyer_id = $1 and d.decided_at >= $2 and d.decided_at < $3 and d.decided_by in (select person_id from decider) and not d.requires_second_approval
           and not (d.report_line_key = $6 and d.spend_line_key = $7)
         order by d.report_line_key, d.spend_line_key, d.id desc
       )
       select coalesce(sum(x.amount), 0)::text as amount from (select * from answered union all select * from paired) x where x.takes_effect`,
      [
        buyerId,
        startOfOsloDay(today),
        endOfOsloDay(today),
        answered?.side ?? '',
        answered?.lineKeys ?? [],
        pairKeys?.reportLineKey ?? '',
        pairKeys?.spendLineKey ?? '',
      ],
    );
    return Number(row?.amount ?? 0) + amount >= limit;
  }
}
