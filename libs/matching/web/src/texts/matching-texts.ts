import { lazyCatalogue } from '@tallgrunn/design';
import type { MatchingTexts } from './nb.ts';

export const matchingTexts = lazyCatalogue<MatchingTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
