import type { ComparedPrice } from '@tallgrunn/checks';
import { add, type DecimalText } from '@tallgrunn/values';
import type { ChargedRow } from './charged-lines.ts';

/** Why a line was not compared. `other`: its price differs for another reason, for example a price for another pack. */
export const uncomparedKinds = ['unknown', 'other', 'currency', 'vat', 'off_assortment'] as const;
export type UncomparedKind = (typeof uncomparedKinds)[number];

export interface Sums {
  comparedCount: number;
  charged: DecimalText;
  agreed: DecimalText;
  readonly uncompared: Record<UncomparedKind, { count: number; amount: DecimalText }>;
}

const empty = (): Sums => ({
  comparedCount: 0,
  charged: '0',
  agreed: '0',
  uncompared: Object.fromEntries(
    uncomparedKinds.map((kind) => [kind, { count: 0, amount: '0' }]),
  ) as Sums['uncompared'],
});

/** Sums compared lines by month and currency. Fees and deposits have no agreed price and are excluded. */
export class SumCompared {
  readonly byKey = new Map<string, Sums & { readonly month: string; readonly currency: string }>();

  addCompared(
    { month, currency }: ChargedRow,
    compared: Extract<ComparedPrice, { kind: 'above' | 'not-above' }>,
  ): void {
    const sums = this.#of(month, currency);
    sums.comparedCount += 1;
    sums.charged = add(sums.charged, compared.charged);
    sums.agreed = add(sums.agreed, compared.agreed);
  }

  addUncompared({ month, currency, amount }: ChargedRow, kind: UncomparedKind): void {
    const uncompared = this.#of(month, currency).uncompared[kind];
    uncompared.count += 1;
    uncompared.amount = add(uncompared.amount, amount ?? '0');
  }

  #of(month: string, currency: string) {
    const key = `${month} ${currency}`;
    const sums = this.byKey.get(key) ?? { ...empty(), month, currency };
    this.byKey.set(key, sums);
    return sums;
  }
}
