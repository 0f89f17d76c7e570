import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

type LocalText = { readonly nb: string; readonly nn: string; readonly en: string };

/** An entry of the account map: the factor for the spend of one account, or the reason why there is none. */
export interface AccountMapEntry {
  readonly system: string;
  readonly code: string;
  readonly name: LocalText;
  readonly answer: 'factor' | 'ask' | 'none' | 'not-spend';
  readonly reason: LocalText;
  readonly factor: AccountMapFactor | null;
  /** The factors that were considered; for `ask`, the factors to choose among. */
  readonly candidates: readonly AccountMapFactor[];
  readonly grossVat: string;
}

export interface AccountMapFactor {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** Returns the account map in force, for one account system or for all (null). */
@Injectable()
export class ListAccountMap {
  constructor(private readonly database: Database) {}

  run(system: string | null): Promise<AccountMapEntry[]> {
    return this.database.query<AccountMapEntry>(
      `with named as (
         select set_id, id, jsonb_build_object('id', id, 'name', name, 'value', value::text, 'unit', unit) as row from factor_book.factor
       )
       select r.account_system as system, r.account_code as code, r.name, r.answer, r.reason, r.gross_vat as "grossVat",
              (select row from named where named.set_id = r.set_id and named.id = r.factor_id) as factor,
              coalesce((select jsonb_agg(row order by c.position) from unnest(r.candidates) with ordinality as c (id, position)
                        join named on named.set_id = r.set_id and named.id = c.id), '[]') as candidates
       from factor_book.account_map_entry r
       join factor_book.door_account_map s on s.id = r.account_map_id and s.in_force
       where $1::text is null or r.account_system = $1
       order by array_position(array['kostra', 'ns4102', 'dfo'], r.account_system), r.account_code`,
      [system],
    );
  }
}
