import { lazyCatalogue } from '@tallgrunn/design';
import type { CheckerTexts } from './nb.ts';

export const checkerTexts = lazyCatalogue<CheckerTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
