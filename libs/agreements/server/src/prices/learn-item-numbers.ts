import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/** An item number in a report, and the agreed item that the supplier resolved it to. */
export interface ReportedItemNumber {
  readonly number: string;
  readonly itemId: string;
  /** First delivery date with the number. */
  readonly onDate: string;
}

/**
 * Learns item number changes from an accepted report. They take effect from the next check, are listed with those of
 * price forms, and can be revoked. Skipped are pairs already linked, pairs that a person revoked, pairs that would form
 * a cycle, and numbers that are themselves agreed.
 */
@Injectable()
export class LearnItemNumbers {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    agreementId: string,
    supplierId: string,
    reportNumber: string,
    reported: readonly ReportedItemNumber[],
  ): Promise<{ learnt: number }> {
    if (reported.length === 0) return { learnt: 0 };
    await this.database.one('select 1 from agreements.agreement where id = $1 for update', [agreementId]);
    const now = this.clock.now();
    const column = <V>(of: (each: ReportedItemNumber) => V) => reported.map(of);
    await this.database.query(
      `insert into agreements.item (id, agreement_id, supplier_id, number)
       select u.id, $1, $2, u.number from unnest($3::uuid[], $4::text[]) as u (id, number)
       on conflict (cooperative_id, agreement_id, supplier_id, number) do nothing`,
      [agreementId, supplierId, column(() => uuidv7(now)), column(({ number }) => number)],
    );
    const made = await this.database.query<{ id: string }>(
      `insert into agreements.item_number_change (id, agreement_id, supplier_id, old_item_id, new_item_id, effective_on, origin, source_report_number, made_at)
       select u.id, $1, $2, i.id, u.item_id, u.effective_on, 'reported', $7, $8
       from unnest($3::uuid[], $4::text[], $5::uuid[], $6::date[]) as u (id, number, item_id, effective_on)
       join agreements.item i on i.agreement_id = $1 and i.supplier_id = $2 and i.number = u.number and i.id <> u.item_id
       join agreements.item n on n.agreement_id = $1 and n.supplier_id = $2 and n.id = u.item_id
       where not exists (select 1 from agreements.door_item d where d.cooperative_id = i.cooperative_id and d.id = i.id and d.current)
         and not exists (select 1 from agreements.item_number_change c where c.cooperative_id = i.cooperative_id and c.old_item_id = i.id and (c.revoked_at is null or c.new_item_id = u.item_id))
         and not exists (
           with recursive later (item) as (
             select u.item_id union select c.new_item_id from later l join agreements.item_number_change c on c.old_item_id = l.item and c.revoked_at is null
           ) select 1 from later where item = i.id)
       on conflict do nothing returning id`,
      [
        agreementId,
        supplierId,
        column(() => uuidv7(now)),
        column(({ number }) => number),
        column(({ itemId }) => itemId),
        column(({ onDate }) => onDate),
        reportNumber,
        now,
      ],
    );
    if (made.length > 0)
      await this.audit.record({
        act: 'item-numbers.learned',
        subject: { kind: 'agreement', id: agreementId },
        details: { supplierId, reportNumber, links: made.length },
      });
    return { learnt: made.length };
  }
}
