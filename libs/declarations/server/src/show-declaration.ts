import { Injectable } from '@nestjs/common';
import type { FormatFinding } from '@tallgrunn/formats';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';

/** One footprint as its publisher states it, and whether it can stand beside a figure today. Decimals are text. */
export interface FootprintView {
  readonly id: string;
  readonly position: number;
  readonly publisherId: string;
  readonly product: string | null;
  readonly company: string | null;
  readonly gtins: readonly string[];
  readonly declaredUnit: string | null;
  readonly declaredAmount: string | null;
  readonly pcfExcluding: string | null;
  readonly pcfIncluding: string | null;
  readonly perUnit: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validityAssumed: boolean;
  readonly verified: boolean;
  readonly standing: 'usable' | 'expired' | 'not-yet' | 'deprecated' | 'incomplete';
  readonly items: readonly { readonly number: string; readonly how: string; readonly evidence: string }[];
}

export interface DeclarationView {
  readonly id: string;
  readonly number: string;
  readonly supplierId: string;
  readonly supplier: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly findings: readonly FormatFinding[];
  readonly footprints: readonly FootprintView[];
}

/** A declaration with its footprints, what was odd about them, and the items they are linked to. */
@Injectable()
export class ShowDeclaration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<DeclarationView> {
    const declaration = await this.database.one<Omit<DeclarationView, 'footprints'>>(
      `select d.id, d.number, d.supplier_id as "supplierId", o.name as supplier, d.file_name as "fileName", d.file_sha256 as sha256, d.received_at as "receivedAt", d.findings
       from declarations.declaration d
       left join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
       where d.id = $1`,
      [id],
    );
    if (!declaration) throw notFound('declaration');
    return { ...declaration, footprints: await this.#footprints(id) };
  }

  #footprints(id: string): Promise<FootprintView[]> {
    return this.database.query<FootprintView>(
      `select f.id, f.position, f.publisher_id as "publisherId", f.product_name as product, f.company_name as company, f.gtins,
              f.declared_unit as "declaredUnit", f.declared_amount as "declaredAmount", f.pcf_excluding as "pcfExcluding", f.pcf_including as "pcfIncluding",
              trim_scale(f.per_unit)::text as "perUnit", f.valid_from as "validFrom", f.valid_to as "validTo", f.validity_assumed as "validityAssumed", f.verified,
              case when f.status = 'Deprecated' then 'deprecated'
                   when f.per_unit is null or f.per_unit < 0 or f.declared_unit is null or f.valid_from is null or f.valid_to is null then 'incomplete'
                   when f.valid_to < $2::date then 'expired'
                   when f.valid_from > $2::date then 'not-yet'
                   else 'usable' end as standing,
              coalesce((select jsonb_agg(jsonb_build_object('number', l.item_number, 'how', l.how, 'evidence', l.evidence) order by l.item_number)
                        from declarations.door_item_link l where l.cooperative_id = f.cooperative_id and l.footprint_id = f.id), '[]') as items
       from declarations.footprint f
       where f.declaration_id = $1
       order by f.position`,
      [id, osloDate(this.clock.now())],
    );
  }
}
