import { lazyCatalogue } from '@tallgrunn/design';
import type { StatementsTexts } from './nb.ts';

export const statementsTexts = lazyCatalogue<StatementsTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
