import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface DeclarationRow {
  readonly id: string;
  readonly number: string;
  readonly supplierId: string;
  readonly supplier: string | null;
  readonly fileName: string;
  readonly receivedAt: Date;
  readonly footprints: number;
  readonly linkedItems: number;
  /** Number of findings that need a user's attention. */
  readonly toConfirm: number;
  /** Number of footprints without a review, or with an item linked after the latest review. */
  readonly undecided: number;
}

export interface DeclarationsFilter {
  /** Id of the last declaration of the previous page. */
  readonly before?: string;
  /** Only declarations with a footprint that is linked to an item of this agreement. */
  readonly agreementId?: string;
}

const PAGE = 100;

/** Lists the declarations that the user may see, newest first, 100 at a time. */
@Injectable()
export class ListDeclarations {
  constructor(private readonly database: Database) {}

  run({ before, agreementId }: DeclarationsFilter = {}): Promise<DeclarationRow[]> {
    return this.database.query<DeclarationRow>(
      `select d.id, d.number, d.supplier_id as "supplierId", o.name as supplier, d.file_name as "fileName", d.received_at as "receivedAt",
              (select count(*)::int from declarations.footprint f where f.cooperative_id = d.cooperative_id and f.declaration_id = d.id) as footprints,
              (select count(distinct l.item_number)::int from declarations.door_item_link l
               join declarations.footprint f on f.cooperative_id = l.cooperative_id and f.id = l.footprint_id
               where f.cooperative_id = d.cooperative_id and f.declaration_id = d.id) as "linkedItems",
              (select count(*)::int from jsonb_array_elements(d.findings) as finding where finding ->> 'severity' in ('confirm', 'blocksRow')) as "toConfirm",
              (select count(*)::int from declarations.footprint f where f.cooperative_id = d.cooperative_id and f.declaration_id = d.id
               and (not exists (select 1 from declarations.footprint_review c where c.cooperative_id = f.cooperative_id and c.footprint_id = f.id)
                 or exists (select 1 from declarations.door_item_link l where l.cooperative_id = f.cooperative_id and l.supplier_id = f.supplier_id and l.footprint_id = f.id and l.waits))) as undecided
       from declarations.declaration d
       left join identity.door_organisation o on o.cooperative_id = d.cooperative_id and o.id = d.supplier_id
       where ($1::uuid is null or d.id < $1::uuid)
         and ($2::uuid is null or exists (
           select from declarations.footprint f
           join declarations.door_item_link l on l.cooperative_id = f.cooperative_id and l.supplier_id = f.supplier_id and l.footprint_id = f.id
           join agreements.door_item i on i.cooperative_id = l.cooperative_id and i.supplier_id = l.supplier_id and i.number = l.item_number
           where f.cooperative_id = d.cooperative_id and f.declaration_id = d.id and i.agreement_id = $2::uuid))
       order by d.id desc limit ${PAGE}`,
      [before ?? null, agreementId ?? null],
    );
  }
}
