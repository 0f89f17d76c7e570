import type { PriceModel } from './price-model.ts';

/** Default without any price model: prices apply as written. */
export const writtenPriceModel: PriceModel = { kind: 'fixed', lot: null, from: '0001-01-01', to: null };

/**
 * Returns the model of a lot on a day: the lot's own before the general one, the newest first. Null when models exist
 * but none applies on the day.
 */
export function priceModelOn(
  models: readonly PriceModel[],
  lot: string | null,
  date: string | null,
): PriceModel | null {
  const own = models.filter((model) => model.lot !== null && model.lot === lot);
  const fitting = own.length > 0 ? own : models.filter((model) => model.lot === null);
  if (fitting.length === 0) return writtenPriceModel;
  const begun = fitting.filter(
    (model) => date === null || (model.from <= date && (model.to === null || date <= model.to)),
  );
  return begun.toSorted((a, b) => b.from.localeCompare(a.from))[0] ?? null;
}
