import { lazyCatalogue } from '@tallgrunn/design';
import type { SpendTexts } from './nb.ts';

export const spendTexts = lazyCatalogue<SpendTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
