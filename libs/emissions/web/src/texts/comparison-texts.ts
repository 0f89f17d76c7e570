import { lazyCatalogue } from '@tallgrunn/design';
import type { ComparisonTexts } from './comparison-nb.ts';

/** Words about what may be compared, and what may not. */
export const comparisonTexts = lazyCatalogue<ComparisonTexts>({
  nb: () => import('./comparison-nb.ts').then((file) => file.nb),
  nn: () => import('./comparison-nn.ts').then((file) => file.nn),
  en: () => import('./comparison-en.ts').then((file) => file.en),
});
