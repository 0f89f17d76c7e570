import { lazyCatalogue } from '@tallgrunn/design';
import type { AgreementsTexts } from './nb.ts';

export const agreementsTexts = lazyCatalogue<AgreementsTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
