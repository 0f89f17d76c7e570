import { lazyCatalogue } from '@tallgrunn/design';
import type { ComparisonTexts } from './comparison-nb.ts';

/** Texts about comparisons and why they may not be possible. */
export const comparisonTexts = lazyCatalogue<ComparisonTexts>({
  nb: () => import('./comparison-nb.ts').then((file) => file.nb),
  nn: () => import('./comparison-nn.ts').then((file) => file.nn),
  en: () => import('./comparison-en.ts').then((file) => file.en),
});
