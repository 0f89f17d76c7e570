import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** How many of a supplier's items have an approved declaration on a day. */
export interface DeclarationCoverage {
  /** Items with an agreed price on that day. */
  readonly items: number;
  /** Of those, with an approved declaration that is valid on that day. */
  readonly declared: number;
  /** Declarations that wait for a decision. */
  readonly waiting: number;
  /** Approved declarations that expire within 90 days. */
  readonly expiring: number;
}

const EXPIRING_DAYS = 90;

const COVERAGE = `
  with item as (
    select distinct i.number from agreements.door_item i
    where i.supplier_id = $1 and i.current and exists (select from agreements.door_price p where p.cooperative_id = i.cooperative_id and p.item_id = i.id and $2::date between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_to, 'infinity'))
  )
  select (select count(*) from item)::int as items,
    (select count(*) from item where exists (select from declarations.door_footprint f where f.supplier_id = $1 and f.item_number = item.number and f.accepted and $2::date between f.valid_from and f.valid_to))::int as declared,
    (select count(distinct l.footprint_id) from declarations.door_item_link l where l.supplier_id = $1 and l.waits)::int as waiting,
    (select count(distinct f.footprint_id) from declarations.door_footprint f where f.supplier_id = $1 and f.accepted and f.valid_to >= $2::date and f.valid_to < $2::date + ${EXPIRING_DAYS})::int as expiring`;

/** Reads how far a supplier's items are declared. */
@Injectable()
export class ReadDeclarationCoverage {
  constructor(private readonly database: Database) {}

  async run(supplierId: string, today: string): Promise<DeclarationCoverage> {
    const coverage = await this.database.one<DeclarationCoverage & Record<string, unknown>>(COVERAGE, [
      supplierId,
      today,
    ]);
    return coverage ?? { items: 0, declared: 0, waiting: 0, expiring: 0 };
  }
}
