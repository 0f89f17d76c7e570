import { ComparePrices } from '@tallgrunn/checks';
import type { AgreedPrices } from '@tallgrunn/agreements-server';
import type { ChargedRow } from './charged-lines.ts';
import { SumCompared, type UncomparedKind } from './sum-compared.ts';

/** A line above its agreed price, as stored. */
export interface DeviationRow extends Pick<
  ChargedRow,
  'line_no' | 'line_key' | 'buyer_id' | 'item_id' | 'charged_on' | 'month' | 'quantity' | 'unit' | 'currency'
> {
  readonly price: string;
  readonly agreed_price: string;
  readonly agreed_from: string;
  readonly amount: string;
}

/** Compares the lines of one document, supplier and agreement with the agreed prices. */
export class CompareDocument {
  readonly sums = new SumCompared();
  readonly deviations: DeviationRow[] = [];
  readonly #prices: ComparePrices;

  /** @param currency currency of the agreed prices; lines in others are not compared */
  constructor(
    private readonly agreed: AgreedPrices,
    private readonly currency: string,
  ) {
    this.#prices = new ComparePrices(agreed.context);
  }

  add(line: ChargedRow): void {
    if (line.kind === 'fee' || line.kind === 'deposit') return;
    const item = line.item_id === null ? undefined : this.agreed.itemAt.get(line.item_id);
    const uncompared = this.#uncomparedKind(line, item);
    if (uncompared !== null || item === undefined) return this.sums.addUncompared(line, uncompared ?? 'unknown');
    const compared = this.#prices.compare({
      item,
      kind: line.kind,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unit_price,
      amount: line.amount,
      date: line.charged_on,
    });
    if (compared.kind === 'above' || compared.kind === 'not-above') this.sums.addCompared(line, compared);
    else this.sums.addUncompared(line, compared.kind === 'other' ? 'other' : 'unknown');
    if (compared.kind !== 'above') return;
    const { line_no, line_key, buyer_id, item_id, charged_on, month, quantity, unit, currency } = line;
    this.deviations.push({
      ...{ line_no, line_key, buyer_id, item_id, charged_on, month, quantity, unit, currency },
      price: compared.price,
      agreed_price: compared.agreedPrice,
      agreed_from: compared.agreedFrom,
      amount: compared.amount,
    });
  }

  #uncomparedKind({ currency, is_without_vat, item_id }: ChargedRow, item: number | undefined): UncomparedKind | null {
    if (currency !== this.currency) return 'currency';
    if (!is_without_vat) return 'vat';
    if (item_id === null) return 'off_assortment';
    return item === undefined ? 'unknown' : null;
  }
}
