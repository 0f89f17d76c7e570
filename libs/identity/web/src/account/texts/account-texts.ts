import { lazyCatalogue } from '@tallgrunn/design';
import type { AccountTexts } from './nb.ts';

export const accountTexts = lazyCatalogue<AccountTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
