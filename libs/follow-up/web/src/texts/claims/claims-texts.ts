import { lazyCatalogue } from '@tallgrunn/design';
import type { ClaimsTexts } from './nb.ts';

/** Texts of penalties, price deviations and claims. */
export const claimsTexts = lazyCatalogue<ClaimsTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
