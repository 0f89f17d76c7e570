import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { divide, multiply, signOf, subtract, sum } from '@tallgrunn/values';
import type { Consumed } from './read-consumption.ts';

export interface CallOff {
  readonly supplier: { readonly id: string; readonly name: string };
  readonly rank: number | null;
  /** Contractual share, 0 to 1. */
  readonly share: string | null;
  readonly amount: string;
  readonly lines: number;
  /** Share of the lot's call-offs, 0 to 1; null without call-offs. */
  readonly actualShare: string | null;
  /** Actual share minus contractual share, in percentage points and as an amount; null without a contractual share. */
  readonly points: string | null;
  readonly difference: string | null;
}

/** Call-offs of the suppliers of one lot. */
export interface CallOffs {
  readonly lotId: string | null;
  readonly total: string;
  readonly suppliers: readonly CallOff[];
  /** A lower-ranked supplier has sold more than a higher-ranked one. */
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
  with holder as (
    select distinct on (s.lot_id, s.supplier_id) s.cooperative_id, s.agreement_id, s.lot_id, s.supplier_id, s.rank, s.share
    from agreements.door_agreement_supplier s where s.agreement_id = $1 order by s.lot_id, s.supplier_id, s.valid_from desc
  )
  select h.lot_id as "lotId", h.supplier_id as "supplierId", o.name, h.rank, h.share
  from holder h
  join identity.door_organisation o on o.cooperative_id = h.cooperative_id and o.id = h.supplier_id
  order by h.lot_id nulls first, h.rank nulls last, h.share desc nulls last, o.name`;

const SHARE_SCALE = 6;

/** Compares ranking and contractual shares with the deliveries reported by each supplier. */
@Injectable()
export class ReadCallOffs {
  constructor(private readonly database: Database) {}

  /** Returns the lots with several suppliers, or with a contractual share. `consumed`: call-offs of the agreement. */
  async run(agreementId: string, consumed: readonly Consumed[]): Promise<CallOffs[]> {
    const holders = await this.database.query<Omit<HolderRow, 'amount' | 'lines'> & Record<string, unknown>>(HOLDERS, [
      agreementId,
    ]);
    const rows = holders.map((holder): HolderRow => {
      const sold = consumed.filter(
        ({ how, supplierId, lotId }) =>
          how === 'reported' && supplierId === holder.supplierId && (holder.lotId === null || lotId === holder.lotId),
      );
      return {
        ...holder,
        amount: sum(sold.map(({ amount }) => amount)),
        lines: sold.reduce((count, { lines }) => count + lines, 0),
      };
    });
    return [...Map.groupBy(rows, ({ lotId }) => lotId)]
      .map(([lotId, holders]) => callOffsOf(lotId, holders))
      .filter(({ suppliers }) => suppliers.length > 1 || suppliers.some(({ share }) => share !== null));
  }
}

/** Calculates the call-offs of one lot's suppliers against ranking or contractual shares. */
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
  const outOfOrder = ranked.some((one) =>
    ranked.some((other) => (one.rank ?? 0) < (other.rank ?? 0) && signOf(subtract(other.amount, one.amount)) > 0),
  );
  return { lotId, total, suppliers, outOfOrder };
}
