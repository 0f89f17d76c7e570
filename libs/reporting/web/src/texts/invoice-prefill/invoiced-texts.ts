import { lazyCatalogue } from '@tallgrunn/design';
import type { InvoicedTexts } from './nb.ts';

export const invoicedTexts = lazyCatalogue<InvoicedTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
