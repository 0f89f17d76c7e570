import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface Successor {
  readonly id: string;
  readonly name: string;
  /** Its first day. */
  readonly fromOn: string | null;
}

/** Finds the supplier that takes over, or has taken over, from another: the one that has it as predecessor. */
@Injectable()
export class FindSuccessor {
  constructor(private readonly database: Database) {}

  async run(supplierId: string): Promise<Successor | null> {
    return (
      (await this.database.one<Successor & Record<string, unknown>>(
        `select s.id, s.name, e.valid_from as "fromOn" from identity.door_organisation o
         join agreements.related_entity e on e.cooperative_id = o.cooperative_id and e.kind = 'predecessor' and e.supplier_id <> o.id
           and (e.org_number = o.org_number or (e.org_number is null and lower(e.name) = lower(o.name)))
         join identity.door_organisation s on s.cooperative_id = e.cooperative_id and s.id = e.supplier_id
         where o.id = $1 and o.kind = 'supplier' order by e.valid_from desc nulls last limit 1`,
        [supplierId],
      )) ?? null
    );
  }
}
