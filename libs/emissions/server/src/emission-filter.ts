/** Which lines a sum is of. Months are inclusive, by the day a line is booked on; an invoice that no ledger holds, by its own. */
export interface EmissionFilter {
  readonly run?: number;
  readonly buyerId?: string;
  readonly supplierId?: string;
  readonly category?: string;
  readonly method?: string;
  readonly from?: string;
  readonly to?: string;
  /** Months by the day the goods came instead, where a report tells it: for uncertainty and change alone. */
  readonly by?: 'delivery';
  /** What burning the goods sets free (scope 1) in the place of what making them does; of explanations and uncertainty. */
  readonly of?: 'burning';
}

/** Parameters $1 to $7 of a statement that reads results or besides under a filter. */
export const filterParams = (run: number, { buyerId, supplierId, category, from, to, method }: EmissionFilter) => [
  run,
  buyerId ?? null,
  supplierId ?? null,
  category ?? null,
  from ?? null,
  to ?? null,
  method ?? null,
];
