import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

/**
 * Records the previous item numbers of a price version as item number changes. Skips pairs that were linked before or
 * revoked by a person.
 */
@Injectable()
export class LinkPreviousNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(versionId: string): Promise<void> {
    const pairs = await this.database.query<{
      previous_item_number: string;
      item_id: string;
      effective_on: string;
      agreement_id: string;
      supplier_id: string;
    }>(
      `select distinct on (l.previous_item_number) l.previous_item_number, l.item_id, coalesce(v.valid_from, l.valid_from) as effective_on, v.agreement_id, v.supplier_id
       from agreements.price_line l
       join agreements.price_version v on v.cooperative_id = l.cooperative_id and v.id = l.price_version_id
       join agreements.item i on i.cooperative_id = l.cooperative_id and i.id = l.item_id
       where l.price_version_id = $1 and l.previous_item_number is not null and l.previous_item_number <> i.number
       order by l.previous_item_number, l.line_no`,
      [versionId],
    );
    const [first] = pairs;
    if (!first) return;
    const column = <V>(of: (pair: (typeof pairs)[number]) => V) => pairs.map(of);
    const now = this.clock.now();
    await this.database.query(
      `insert into agreements.item (id, agreement_id, supplier_id, number)
       select u.id, $1, $2, u.number from unnest($3::uuid[], $4::text[]) as u (id, number)
       on conflict (cooperative_id, agreement_id, supplier_id, number) do nothing`,
      [first.agreement_id, first.supplier_id, column(() => uuidv7(now)), column((pair) => pair.previous_item_number)],
    );
    await this.#letFormDecide(first.agreement_id, first.supplier_id, pairs);
    await this.database.query(
      `insert into agreements.item_number_change (id, agreement_id, supplier_id, old_item_id, new_item_id, effective_on, origin, made_at)
       select u.id, $1, $2, i.id, u.item_id, u.effective_on, 'imported', $7
       from unnest($3::uuid[], $4::text[], $5::uuid[], $6::date[]) as u (id, number, item_id, effective_on)
       join agreements.item i on i.agreement_id = $1 and i.supplier_id = $2 and i.number = u.number
       where not exists (select 1 from agreements.item_number_change c where c.cooperative_id = i.cooperative_id and c.old_item_id = i.id and (c.revoked_at is null or c.new_item_id = u.item_id))
       on conflict do nothing`,
      [
        first.agreement_id,
        first.supplier_id,
        column(() => uuidv7(now)),
        column((pair) => pair.previous_item_number),
        column((pair) => pair.item_id),
        column((pair) => pair.effective_on),
        now,
      ],
    );
  }
  /** Revokes changes learned from reports in the opposite direction: the price form takes precedence. */
  async #letFormDecide(
    agreementId: string,
    supplierId: string,
    pairs: readonly { readonly previous_item_number: string; readonly item_id: string }[],
  ): Promise<void> {
    await this.database.query(
      `update agreements.item_number_change c set revoked_at = $5
       from unnest($3::uuid[], $4::text[]) as u (item_id, number)
       join agreements.item i on i.agreement_id = $1 and i.supplier_id = $2 and i.number = u.number
       where c.agreement_id = $1 and c.origin = 'reported' and c.revoked_at is null and c.old_item_id = u.item_id and c.new_item_id = i.id`,
      [
        agreementId,
        supplierId,
        pairs.map(({ item_id }) => item_id),
        pairs.map(({ previous_item_number }) => previous_item_number),
        this.clock.now(),
      ],
    );
  }
}
