import type { PriceHabit } from './prices.ts';

export interface Volume {
  /** Million NOK excl. VAT per year, in 2025 prices. */
  million: number;
  /** Share of it outside the price form. */
  offAssortment: number;
  prices: PriceHabit;
  /** Three digits of the organisation number, for GTINs. */
  orgDigits: string;
}

/** Yearly purchases of all buyers, by supplier. */
export const volumes: Readonly<Record<string, Volume>> = {
  finnskog: { million: 32, offAssortment: 0.14, prices: 'food', orgDigits: '047' },
  solglott: { million: 6, offAssortment: 0.12, prices: 'weekly', orgDigits: '082' },
  blyant: { million: 5.5, offAssortment: 0.14, prices: 'office', orgDigits: '120' },
  tregard: { million: 5.5, offAssortment: 0.14, prices: 'furniture', orgDigits: '174' },
  omsorg: { million: 3.5, offAssortment: 0.12, prices: 'furniture', orgDigits: '218' },
  nettverket: { million: 24, offAssortment: 0.12, prices: 'ict', orgDigits: '260' },
  glomma: { million: 9, offAssortment: 0.18, prices: 'building', orgDigits: '305' },
  odal: { million: 5, offAssortment: 0.16, prices: 'building', orgDigits: '348' },
  energihuset: { million: 12, offAssortment: 0.12, prices: 'daily', orgDigits: '399' },
  varselklaer: { million: 5, offAssortment: 0.14, prices: 'workwear', orgDigits: '433' },
  helse: { million: 9, offAssortment: 0.13, prices: 'medical', orgDigits: '477' },
  pleie: { million: 4, offAssortment: 0.13, prices: 'medical', orgDigits: '522' },
};
