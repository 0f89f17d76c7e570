import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';

/** How many of a supplier's items in one agreement have an approved declaration today. */
export interface AgreementDeclarations {
  readonly supplier: { readonly id: string; readonly name: string };
  /** Items of the agreement with an agreed price today. */
  readonly items: number;
  /** Of those, with an approved declaration that is valid today. */
  readonly declared: number;
}

const COVERAGE = `
  with item as (
    select distinct i.cooperative_id, i.supplier_id, i.number from agreements.door_item i
    where i.agreement_id = $1 and i.current and exists (select from agreements.door_price p where p.cooperative_id = i.cooperative_id and p.item_id = i.id and $2::date between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_to, 'infinity'))
  ), counted as (
    select i.cooperative_id, i.supplier_id, count(*)::int as items,
      count(*) filter (where exists (select from declarations.door_footprint f where f.cooperative_id = i.cooperative_id and f.supplier_id = i.supplier_id and f.item_number = i.number and f.accepted and $2::date between f.valid_from and f.valid_to))::int as declared
    from item i group by i.cooperative_id, i.supplier_id
  )
  select jsonb_build_object('id', o.id, 'name', o.name) as supplier, coalesce(c.items, 0) as items, coalesce(c.declared, 0) as declared
  from (select distinct s.cooperative_id, s.supplier_id from agreements.door_agreement_supplier s where s.agreement_id = $1) s
  join identity.door_organisation o on o.cooperative_id = s.cooperative_id and o.id = s.supplier_id
  left join counted c on c.cooperative_id = s.cooperative_id and c.supplier_id = s.supplier_id
  order by o.name, o.id`;

/** Lists how far the items of an agreement are declared, by supplier. */
@Injectable()
export class ListAgreementDeclarations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) for an agreement that the actor may not see */
  async run(agreementId: string): Promise<AgreementDeclarations[]> {
    const agreement = await this.database.one('select a.id from agreements.door_agreement a where a.id = $1', [
      agreementId,
    ]);
    if (!agreement) throw notFound('agreement');
    return this.database.query<AgreementDeclarations & Record<string, unknown>>(COVERAGE, [
      agreementId,
      osloDate(this.clock.now()),
    ]);
  }
}
