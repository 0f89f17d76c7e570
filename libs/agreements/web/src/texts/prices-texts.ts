import { lazyCatalogue } from '@tallgrunn/design';
import type { PricesTexts } from './prices-nb.ts';

/** Texts about assortment and prices over time. */
export const pricesTexts = lazyCatalogue<PricesTexts>({
  nb: () => import('./prices-nb.ts').then((file) => file.pricesNb),
  nn: () => import('./prices-nn.ts').then((file) => file.pricesNn),
  en: () => import('./prices-en.ts').then((file) => file.pricesEn),
});
