import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { besideSaid, reviewColumns, reviewSource, SAID, saidOf, type Side } from './review-lines.ts';
import type { StatementKind } from './statements/statement-kinds.ts';

export const REVIEW_PAGE = 100;

const reviewNames = ['key', 'documentId', 'lineNo', 'supplier', 'buyer', 'date', 'invoiceNumber', 'itemNumber', 'itemName', 'quantity', 'unit', 'amount', 'fileName', 'sheet', 'rowNo', 'cause', 'also'];

export interface ReviewQuery {
  readonly side: Side;
  readonly state: string;
  /** A cause, or 'none' for lines that nothing explains; null for all. */
  readonly cause: string | null;
  readonly supplierId: string | null;
  readonly buyerId: string | null;
  /** Months from and to, both included, '2026-01'; all where they are left out. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Only lines that the supplier has said something of. */
  readonly said?: boolean;
  /** Keyset: the amount and key of the last row of the page before. */
  readonly after: { readonly amount: string; readonly key: string } | null;
}

/** What a supplier said of a booked line, and whether a reviewer took it as the answer. */
export interface LineStatement {
  readonly id: string;
  readonly kind: StatementKind;
  readonly reason: string;
  readonly saidAt: string;
  readonly saidBy: string | null;
  readonly accepted: boolean;
}

/** One line of either side, as the reviewer sees it: what it says, and where it stands in which file. */
export interface ReviewLine {
  readonly key: string;
  readonly documentId: string;
  readonly lineNo: number;
  readonly supplier: string | null;
  readonly buyer: string;
  readonly date: string | null;
  readonly invoiceNumber: string | null;
  readonly itemNumber: string | null;
  readonly itemName: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly amount: string;
  readonly fileName: string | null;
  readonly sheet: string | null;
  readonly rowNo: number | null;
  /** Why the line is tied to nothing, or how it differs from what it is tied to; null where nothing explains it. */
  readonly cause: string | null;
  readonly also: readonly string[];
  readonly statement: LineStatement | null;
}

/** Lines of one side in one state, most kroner first. */
@Injectable()
export class ListUnmatched {
  constructor(private readonly database: Database) {}

  run({ side, state, cause, supplierId, buyerId, from, to, said, after }: ReviewQuery): Promise<ReviewLine[]> {
    return this.database.query<ReviewLine>(
      `with ${SAID}, line as (
         select ${reviewColumns[side]}, r.supplier_id, r.line_key
         from ${reviewSource[side]}
         ${said ? besideSaid[side].replace('left join', 'join') : ''}
         join identity.door_organisation b on b.id = r.buyer_id
         left join identity.door_organisation s on s.id = r.supplier_id
         where r.state = $1 and ($2::uuid is null or r.supplier_id = $2) and ($3::uuid is null or r.buyer_id = $3)
           and ($6::text is null or r.cause is not distinct from nullif($6, 'none')) and ($7::text is null or r.month >= matching.month_of(($7 || '-01')::date)) and ($8::text is null or r.month <= matching.month_of(($8 || '-01')::date))
       ), r as (
         select * from line where $4::numeric is null or (abs(amount::numeric), key) < (abs($4::numeric), $5)
         order by abs(amount::numeric) desc, key desc
         limit ${REVIEW_PAGE}
       )
       select ${reviewNames.map((name) => `r."${name}"`).join(', ')}, ${saidOf} as statement from r ${besideSaid[side]} order by abs(r.amount::numeric) desc, r.key desc`,
      [state, supplierId, buyerId, after?.amount ?? null, after?.key ?? null, cause, from ?? null, to ?? null],
    );
  }
}
