import { lazyCatalogue } from '@tallgrunn/design';
import type { InsightTexts } from './nb.ts';

export const insightTexts = lazyCatalogue<InsightTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
