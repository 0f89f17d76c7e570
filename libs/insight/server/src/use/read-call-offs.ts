import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { divide, multiply, signOf, subtract, sum } from '@tallgrunn/values';
import { lineLots } from './line-lot.ts';
import { isAddedUp } from './added-up.ts';

export interface CallOff {
  readonly supplier: { readonly id: string; readonly name: string };
  readonly rank: number | null;
  /** What the key gives, 0 to 1. */
  readonly share: string | null;
  readonly amount: string;
  readonly lines: number;
  /** Of what was called off in the lot, 0 to 1; null where nothing was. */
  readonly actualShare: string | null;
  /** Actual less agreed, in percentage points and in kroner; null without a key. */
  readonly points: string | null;
  readonly difference: string | null;
}

/** Suppliers that hold the same lot beside each other. */
export interface CallOffs {
  readonly lotId: string | null;
  readonly total: string;
  readonly suppliers: readonly CallOff[];
  /** Somebody further down the ranking has sold more than somebody above. */
  readonly outOfOrder: boolean;
}

interface HolderRow {
  readonly lotId: string | null;
  readonly supplierId: string;
  readonly name: string;
  readonly rank: number | null;
  readonly share: string | null;
  readonly amount: string;
  readonly lines: number;
}

const HOLDERS = `
  with ${lineLots.tables},
  holder as (
    select distinct on (s.lot_id, s.supplier_id) s.cooperative_id, s.agreement_id, s.lot_id, s.supplier_id, s.rank, s.share
    from agreements.door_agreement_supplier s where s.agreement_id = $1 order by s.lot_id, s.supplier_id, s.from_on desc
  ),
  reported as (
    select r.supplier_id, ${lineLots.lot('r')} as lot_id, sum(r.amount) as amount, count(*)::int as lines
    from reporting.door_line r ${lineLots.join('r')} where r.agreement_id = $1 and ${isAddedUp('r', '$2')} group by 1, 2
  )
  select h.lot_id as "lotId", h.supplier_id as "supplierId", o.name, h.rank, h.share, coalesce(sum(r.amount), 0)::text as amount, coalesce(sum(r.lines), 0)::int as lines
  from holder h
  join identity.door_organisation o on o.cooperative_id = h.cooperative_id and o.id = h.supplier_id
  left join reported r on r.supplier_id = h.supplier_id and (h.lot_id is null or r.lot_id = h.lot_id)
  group by h.lot_id, h.supplier_id, o.name, h.rank, h.share
  order by h.lot_id nulls first, h.rank nulls last, h.share desc nulls last, o.name`;

const SHARE_SCALE = 6;

/** Ranking or share key against what each supplier has reported as delivered. */
@Injectable()
export class ReadCallOffs {
  constructor(private readonly database: Database) {}

  /** Lots that several hold, and lots with a rank or a key. */
  async run(agreementId: string, currency: string): Promise<CallOffs[]> {
    const rows = await this.database.query<HolderRow>(HOLDERS, [agreementId, currency]);
    return [...Map.groupBy(rows, ({ lotId }) => lotId)].map(([lotId, holders]) => callOffsOf(lotId, holders)).filter(({ suppliers }) => suppliers.length > 1 || suppliers.some(({ share }) => share !== null));
  }
}

/** The suppliers of one lot, each beside what the key or the ranking gives it. */
export function callOffsOf(lotId: string | null, holders: readonly HolderRow[]): CallOffs {
  const total = sum(holders.map(({ amount }) => amount));
  const suppliers = holders.map(({ supplierId, name, rank, share, amount, lines }): CallOff => {
    const actualShare = signOf(total) > 0 ? divide(amount, total, SHARE_SCALE) : null;
    const compared = share !== null && actualShare !== null;
    return {
      supplier: { id: supplierId, name },
      ...{ rank, share, amount, lines, actualShare },
      points: compared ? multiply(subtract(actualShare, share), '100') : null,
      difference: compared ? subtract(amount, multiply(total, share)) : null,
    };
  });
  const ranked = suppliers.filter(({ rank }) => rank !== null);
  const outOfOrder = ranked.some((one) => ranked.some((other) => (one.rank ?? 0) < (other.rank ?? 0) && signOf(subtract(other.amount, one.amount)) > 0));
  return { lotId, total, suppliers, outOfOrder };
}
