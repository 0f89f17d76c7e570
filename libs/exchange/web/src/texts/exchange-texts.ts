import { lazyCatalogue } from '@tallgrunn/design';
import type { ExchangeTexts } from './nb.ts';

export const exchangeTexts = lazyCatalogue<ExchangeTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
