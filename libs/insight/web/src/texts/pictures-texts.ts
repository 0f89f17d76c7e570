import { lazyCatalogue } from '@tallgrunn/design';
import type { PicturesTexts } from './pictures-nb.ts';

/** Texts of the page of pictures. */
export const picturesTexts = lazyCatalogue<PicturesTexts>({
  nb: () => import('./pictures-nb.ts').then((file) => file.nb),
  nn: () => import('./pictures-nn.ts').then((file) => file.nn),
  en: () => import('./pictures-en.ts').then((file) => file.en),
});
