import { lazyCatalogue } from '@tallgrunn/design';
import type { OperationsTexts } from './nb.ts';

/** Texts of the Operations page. */
export const operationsTexts = lazyCatalogue<OperationsTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
