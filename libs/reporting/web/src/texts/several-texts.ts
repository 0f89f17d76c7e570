import { lazyCatalogue } from '@tallgrunn/design';
import type { SeveralTexts } from './several-nb.ts';

export const severalTexts = lazyCatalogue<SeveralTexts>({
  nb: () => import('./several-nb.ts').then((file) => file.nb),
  nn: () => import('./several-nn.ts').then((file) => file.nn),
  en: () => import('./several-en.ts').then((file) => file.en),
});
