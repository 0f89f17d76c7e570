import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** A supplier's sales on the agreement, or on a lot of it, before a month (YYYY-MM). Decimal text, excl. VAT. */
export interface Opening {
  readonly supplierId: string;
  readonly lotId: string | null;
  readonly beforeMonth: string;
  readonly amount: string;
}

/** A supplier of the agreement or of a lot, with its stated amount; null = not stated. */
export interface OpeningHolding {
  readonly supplierId: string;
  readonly supplier: string;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly beforeMonth: string | null;
  readonly amount: string | null;
  readonly source: string | null;
  readonly sourceOn: string | null;
  readonly statedBy: string | null;
}

/** Returns the stated call-offs from before the ledgers start. */
@Injectable()
export class ReadOpeningAmounts {
  constructor(private readonly database: Database) {}

  /** Returns one row per supplier and lot; a supplier of the whole agreement has no lot. */
  run(agreementId: string): Promise<OpeningHolding[]> {
    return this.database.query<OpeningHolding>(
      `with holding as (
         select distinct s.supplier_id, s.lot_id from agreements.door_agreement_supplier s where s.agreement_id = $1
         union
         select a.supplier_id, a.lot_id from agreements.door_opening_amount a where a.agreement_id = $1
       )
       select h.supplier_id as "supplierId", o.name as supplier, h.lot_id as "lotId", l.key || ' ' || l.title as lot, a.before_month as "beforeMonth", trim_scale(a.amount)::text as amount, a.source, a.source_on as "sourceOn", p.name as "statedBy"
       from holding h
       join identity.door_organisation o on o.id = h.supplier_id
       left join agreements.door_lot l on l.id = h.lot_id
       left join agreements.door_opening_amount a on a.agreement_id = $1 and a.supplier_id = h.supplier_id and a.lot_id is not distinct from h.lot_id
       left join identity.door_person p on p.id = a.stated_by
       order by o.name, l.key nulls first`,
      [agreementId],
    );
  }
}

/** Returns the holdings with a stated amount. */
export const openingsOf = (holdings: readonly OpeningHolding[]): Opening[] =>
  holdings.flatMap(({ supplierId, lotId, beforeMonth, amount }) =>
    beforeMonth === null || amount === null ? [] : [{ supplierId, lotId, beforeMonth, amount }],
  );
