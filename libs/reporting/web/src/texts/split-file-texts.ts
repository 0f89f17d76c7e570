import { lazyCatalogue } from '@tallgrunn/design';
import type { SeveralTexts } from './split-file-nb.ts';

export const severalTexts = lazyCatalogue<SeveralTexts>({
  nb: () => import('./split-file-nb.ts').then((file) => file.nb),
  nn: () => import('./split-file-nn.ts').then((file) => file.nn),
  en: () => import('./split-file-en.ts').then((file) => file.en),
});
