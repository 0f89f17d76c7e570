import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { divide, signOf } from '@tallgrunn/values';
import { countsInTotalsSql } from '../added-up.ts';
import { isOfGoods } from '../line-kind.ts';
import { lineLots } from './line-lot.ts';

/** A commitment of the tender, and the accepted report lines to measure it by. */
export interface DeliveredShareQuery {
  readonly agreementId: string;
  readonly currency: string;
  readonly field: string;
  /** The required value of the field; null = a yes in any supported language. */
  readonly value: string | null;
  /** Keys of lots; empty = the whole agreement. */
  readonly lots: readonly string[];
  /** One supplier only; null = all. */
  readonly supplierId?: string | null;
  /** First day, and the day after the last, on which lines count; null = all days. */
  readonly from?: string | null;
  readonly before?: string | null;
}

/** What was delivered in one quarter, or in all of them together. */
export interface DeliveredShare {
  /** Share of the amount that meets the commitment; null if the amount is not above zero. */
  readonly measured: string | null;
  /** The amount measured, and the part of it for which the field is empty. */
  readonly of: string;
  readonly unanswered: string;
  readonly lines: number;
}

export interface DeliveredShares {
  readonly total: DeliveredShare;
  /** Whether any of the reports has the field. */
  readonly hasField: boolean;
  /** By quarter, such as 2026-Q1, latest first. */
  readonly quarters: readonly (DeliveredShare & { readonly key: string })[];
}

interface DeliveredRow {
  /** Null = all quarters together. */
  readonly quarter: string | null;
  readonly all: string;
  readonly kept: string;
  readonly blank: string;
  readonly lines: number;
  readonly there: boolean;
}

/** Eight years, the maximum duration of an agreement. */
const QUARTERS_MAX = 32;
const SHARE_SCALE = 6;

const DELIVERED = `
  with ${lineLots.tables}
  select quarter, coalesce(sum(amount), 0)::text as all,
    coalesce(sum(amount) filter (where kept), 0)::text as kept,
    coalesce(sum(amount) filter (where blank), 0)::text as blank,
    count(*)::int as lines, coalesce(bool_or(there), false) as there
  from (
    select l.amount, to_char(l.counts_on, 'YYYY-"Q"Q') as quarter, l.raw ? $4 as there,
      coalesce(trim(l.raw ->> $4), '') = '' as blank,
      case when $5::text is null then lower(trim(l.raw ->> $4)) in ('ja', 'j', 'yes', 'y', 'true', '1', 'x', 'sann')
        else lower(trim(l.raw ->> $4)) = lower(trim($5)) end as kept
    from reporting.door_report_line_field l ${lineLots.join('l')}
    where l.agreement_id = $1 and ($6::uuid is null or l.supplier_id = $6)
      and l.counts_on >= coalesce($7::date, '-infinity') and l.counts_on < coalesce($8::date, 'infinity')
      and ${countsInTotalsSql('l', '$2')} and ${isOfGoods('l')} and ${lineLots.isOf('l', '$3::text[]')}
  ) line
  group by grouping sets ((), (quarter))
  order by quarter desc nulls first limit ${QUARTERS_MAX + 1}`;

const shareOf = ({ all, kept, blank, lines }: DeliveredRow): DeliveredShare => ({
  measured: signOf(all) > 0 ? divide(kept, all, SHARE_SCALE) : null,
  of: all,
  unanswered: blank,
  lines,
});

const noLines: DeliveredShare = { measured: null, of: '0', unanswered: '0', lines: 0 };

/** Measures the share of the amount in accepted reports that meets a commitment of the tender. */
@Injectable()
export class ReadDeliveredShare {
  constructor(private readonly database: Database) {}

  async run(query: DeliveredShareQuery): Promise<DeliveredShares> {
    const { agreementId, currency, lots, field, value, supplierId = null, from = null, before = null } = query;
    const rows = await this.database.query<DeliveredRow & Record<string, unknown>>(DELIVERED, [
      agreementId,
      currency,
      lots,
      field,
      value,
      supplierId,
      from,
      before,
    ]);
    const total = rows.find(({ quarter }) => quarter === null);
    return {
      total: total ? shareOf(total) : noLines,
      hasField: total?.there ?? false,
      quarters: rows.flatMap((row) => (row.quarter === null ? [] : [{ key: row.quarter, ...shareOf(row) }])),
    };
  }
}
