import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** A decision that the run stood on and that touches the line. */
export interface Decided {
  readonly kind: 'factor' | 'methods' | 'item' | 'account' | 'declaration';
  readonly about: string;
  readonly decided: string;
  readonly reason: string;
  readonly by: string | null;
  readonly proposedBy: string | null;
  readonly at: Date | null;
}

/** What persons decided that a line of a run stands on: the factor of its target, the methods of its category, what its item is. */
@Injectable()
export class ReadDecisions {
  constructor(private readonly database: Database) {}

  run(number: number, batchId: string, lineNo: number): Promise<Decided[]> {
    return this.database.query<Decided>(
      `with line as (
         select r.*, u.read from emissions.run u
         join emissions.result r on r.batch_id = $2 and r.line_no = $3 and r.from_run <= u.number and (r.until_run is null or r.until_run > u.number)
         where u.number = $1
       ), told as (
         select 'factor' as kind, c.kind || ' ' || c.target as about, c.set_id || ' ' || c.factor_id as decided, c.reason, c.decided_by, c.proposed_by, c.decided_at as at
         from line join factor_book.door_choice c on c.set_id = line.factor_set_id and c.factor_id = line.factor_id and line.read -> 'choices' ? c.id::text
           and (c.kind, c.target) in (('product', line.product_code), ('category', line.category_code), ('account', line.account_system || ':' || line.account_code))
         union
         select 'methods', g.category_code, array_to_string(g.methods, ', '), g.reason, g.decided_by, q.proposed_by, g.decided_at
         from line join emissions.ruling g on g.category_code = line.category_code and line.read -> 'rulings' ? g.id::text and g.from_on <= coalesce(line.spent_on, g.from_on)
         left join emissions.ruling_proposal q on q.id = g.proposal_id
         union
         select 'item', i.item_number, coalesce(i.product_code, i.category_code, '–'), i.reason, i.decided_by, null, i.decided_at
         from line join catalogue.door_item_decision i on i.supplier_id = line.supplier_id and i.item_number = line.item_number and line.read -> 'items' ? i.id::text
         union
         select 'account', m.system || ' ' || m.code, coalesce(m.category_code, '–'), m.reason, m.decided_by, null, m.decided_at
         from line join catalogue.door_mapping_decision m on m.system = line.account_system and m.code = line.account_code and line.read -> 'items' ? m.correction_id::text
         union
         select 'declaration', d.number, a.verdict, coalesce(a.reason, ''), a.decided_by, null, a.decided_at
         from line join declarations.door_declaration d on d.footprint_id = line.footprint_id join declarations.door_decision a on a.footprint_id = d.footprint_id
       )
       select t.kind, t.about, t.decided, t.reason, p.name as by, q.name as "proposedBy", t.at
       from told t left join identity.door_person p on p.id = t.decided_by left join identity.door_person q on q.id = t.proposed_by
       order by t.at, t.kind`,
      [number, batchId, lineNo],
    );
  }
}
