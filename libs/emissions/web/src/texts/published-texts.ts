import { lazyCatalogue } from '@tallgrunn/design';
import type { PublishedTexts } from './published-nb.ts';

/** Texts about publications, verification and audits. */
export const publishedTexts = lazyCatalogue<PublishedTexts>({
  nb: () => import('./published-nb.ts').then((file) => file.nb),
  nn: () => import('./published-nn.ts').then((file) => file.nn),
  en: () => import('./published-en.ts').then((file) => file.en),
});
