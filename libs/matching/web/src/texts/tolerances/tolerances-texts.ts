import { lazyCatalogue } from '@tallgrunn/design';
import type { TolerancesTexts } from './nb.ts';

export const tolerancesTexts = lazyCatalogue<TolerancesTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
