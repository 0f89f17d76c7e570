import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import { decidersSql, type Deciders } from '../deciders.ts';
import { inForceAt } from '../at-run.ts';

type LocalText = Readonly<Record<Language, string>>;

/** A decision that the run used for the line, as codes; the caller translates them. */
export interface LineDecision extends Deciders {
  readonly kind: 'factor' | 'methods' | 'item' | 'account' | 'declaration';
  readonly aboutKind: 'product' | 'category' | 'account' | 'item' | 'declaration';
  /** Code of the catalogue, `system:code` of an account, or the number of an item or declaration. */
  readonly about: string;
  /** Only for a product group or a category. */
  readonly aboutName: LocalText | null;
  readonly decidedKind: 'factor' | 'methods' | 'product' | 'category' | 'verdict' | 'nothing';
  /** Codes; for a factor, its published name and source. */
  readonly decided: readonly string[];
  /** Only for a product group or a category. */
  readonly decidedName: LocalText | null;
  readonly reason: string;
}

/**
 * Returns the decisions behind a line of a run: the factor of its target, the methods of its category, and the
 * classification of its item or account. For a line calculated from a declaration, the acceptance is included even if
 * the user may not see who accepted it.
 */
@Injectable()
export class ReadDecisions {
  constructor(private readonly database: Database) {}

  run(number: number, batchId: string, lineNo: number): Promise<LineDecision[]> {
    return this.database.query<LineDecision>(
      `with line as (
         select r.*, u.read from emissions.run u
         join emissions.result r on r.batch_id = $2 and r.line_no = $3 and ${inForceAt('u.number', 'r')}
         where u.number = $1
       ), told as (
         select 'factor' as kind, c.kind as about_kind, c.target as about, 'factor' as decided_kind, array[f.name, f.source] as decided, c.reason, c.decided_by, c.proposed_by, c.decided_at as at
         from line join factor_book.door_factor_assignment c on c.set_id = line.factor_set_id and c.factor_id = line.factor_id and line.read -> 'choices' ? c.id::text
           and (c.kind, c.target) in (('product', line.product_group_code), ('category', line.category_code), ('account', line.account_system || ':' || line.account_code))
           join factor_book.door_factor f on f.set_id = c.set_id and f.id = c.factor_id
         union
         select 'methods', 'category', g.category_code, 'methods', g.methods, g.reason, g.decided_by, q.proposed_by, g.decided_at
         from line join emissions.method_policy g on g.category_code = line.category_code and line.read -> 'rulings' ? g.id::text and g.valid_from <= line.purchased_on
           and not exists (select from emissions.method_policy h where h.category_code = g.category_code and line.read -> 'rulings' ? h.id::text and h.valid_from <= line.purchased_on and (h.valid_from, h.id) > (g.valid_from, g.id))
         left join emissions.method_policy_proposal q on q.id = g.proposal_id
         union
         select 'item', 'item', i.item_number, case when i.product_group_code is not null then 'product' when i.category_code is not null then 'category' else 'nothing' end,
           array_remove(array[coalesce(i.product_group_code, i.category_code)], null), i.reason, i.decided_by, null, i.decided_at
         from line join catalogue.door_item_classification i on i.supplier_id = line.supplier_id and i.item_number = line.item_number and line.read -> 'items' ? i.id::text
         union
         select 'account', 'account', m.system || ':' || m.code, case when m.category_code is null then 'nothing' else 'category' end, array_remove(array[m.category_code], null), m.reason, m.decided_by, null, m.decided_at
         from line join catalogue.door_mapping_override m on m.system = line.account_system and m.code = line.account_code and line.read -> 'items' ? m.correction_id::text
         union
         select 'declaration', 'declaration', d.number, 'verdict', array[coalesce(a.verdict, 'accepted')], coalesce(a.reason, ''), a.decided_by, null, a.decided_at
         from line join declarations.door_declaration d on d.footprint_id = line.footprint_id left join declarations.door_footprint_review a on a.footprint_id = d.footprint_id
       ), named as (
         select 'product' as kind, code, jsonb_build_object('nb', name_nb, 'nn', name_nn, 'en', name_en) as name from catalogue.door_product_group
         union all select 'category', code, jsonb_build_object('nb', name_nb, 'nn', name_nn, 'en', name_en) from catalogue.door_category
       )
       select t.kind, t.about_kind as "aboutKind", t.about, a.name as "aboutName", t.decided_kind as "decidedKind", t.decided, d.name as "decidedName", t.reason, ${decidersSql('p.name', `case when t.kind = 'declaration' then '' else t.decided_by::text end`, 'q.name', 't.proposed_by', 't.at')}
       from told t left join named a on a.kind = t.about_kind and a.code = t.about left join named d on d.kind = t.decided_kind and d.code = t.decided[1]
       left join identity.door_person p on p.id = t.decided_by left join identity.door_person q on q.id = t.proposed_by
       order by t.at, t.kind`,
      [number, batchId, lineNo],
    );
  }
}
