import { lazyCatalogue } from '@tallgrunn/design';
import type { FactorTexts } from './nb.ts';

export const factorTexts = lazyCatalogue<FactorTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
