import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { addDays, daysBetween } from '@tallgrunn/values';
import { QueueNotifications } from '../queue/queue-notifications.ts';
import { stageOfDays } from './stage-of-days.ts';

const EXPIRING_DAYS = [60, 14];
const DEMAND_DAYS = [60, 14];

interface ExpiringRow {
  readonly footprint_id: string;
  readonly supplier_id: string;
  readonly product_name: string;
  readonly valid_to: string;
}

interface DemandRow {
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly by: string;
}

/**
 * Queues notifications of declarations that expire soon, and of declarations that the terms require soon. Runs in a
 * unit of the system. Returns how many.
 */
@Injectable()
export class CollectDeclarations {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueNotifications,
  ) {}

  async run(today: string): Promise<number> {
    return (await this.#expiring(today)) + (await this.#demanded(today));
  }

  /** Declarations linked to an item that no later declaration of the item replaces. */
  async #expiring(today: string): Promise<number> {
    const rows = await this.database.query<ExpiringRow & Record<string, unknown>>(
      `select distinct on (f.footprint_id) f.footprint_id, f.supplier_id, f.product_name, f.valid_to::date::text as valid_to
       from declarations.door_footprint f
       where f.valid_to::date between $1::date and $2::date
         and not exists (select from declarations.door_footprint n where n.cooperative_id = f.cooperative_id and n.supplier_id = f.supplier_id and n.item_number = f.item_number and n.valid_to > f.valid_to)
       order by f.footprint_id`,
      [today, addDays(today, Math.max(...EXPIRING_DAYS))],
    );
    let count = 0;
    for (const { footprint_id, supplier_id, product_name, valid_to } of rows) {
      const days = stageOfDays(daysBetween(today, valid_to), EXPIRING_DAYS);
      if (days === null) continue;
      const { queued } = await this.queue.run({
        kind: 'declaration-expiring',
        stage: `${days}/${valid_to}`,
        subject: { kind: 'footprint', id: footprint_id },
        supplierId: supplier_id,
        details: { product: product_name, date: valid_to },
      });
      count += queued;
    }
    return count;
  }

  /** Declarations required by the terms in force of each agreement, for its current suppliers. */
  async #demanded(today: string): Promise<number> {
    const rows = await this.database.query<DemandRow & Record<string, unknown>>(
      `with newest as (
         select distinct on (t.agreement_id) t.cooperative_id, t.agreement_id, t.document from agreements.door_terms_version t
         where t.applies_from <= $1::date order by t.agreement_id, t.applies_from desc, t.version desc
       )
       select distinct n.agreement_id, s.supplier_id, d.each ->> 'by' as by
       from newest n
       cross join lateral jsonb_array_elements(coalesce(n.document -> 'declarations', '[]')) as d (each)
       join agreements.door_agreement_supplier s on s.cooperative_id = n.cooperative_id and s.agreement_id = n.agreement_id and coalesce(s.valid_from, '-infinity') <= $1::date and coalesce(s.valid_to, 'infinity') >= $1::date
       where (d.each ->> 'by')::date between $1::date and $2::date
       order by 1, 2, 3`,
      [today, addDays(today, Math.max(...DEMAND_DAYS))],
    );
    let count = 0;
    for (const { agreement_id, supplier_id, by } of rows) {
      const days = stageOfDays(daysBetween(today, by), DEMAND_DAYS);
      if (days === null) continue;
      const { queued } = await this.queue.run({
        kind: 'declaration-requested',
        stage: `${days}/${by}/${supplier_id}`,
        subject: { kind: 'agreement', id: agreement_id },
        agreementId: agreement_id,
        supplierId: supplier_id,
        details: { date: by },
      });
      count += queued;
    }
    return count;
  }
}
