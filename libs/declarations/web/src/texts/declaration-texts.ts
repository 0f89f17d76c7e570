import { lazyCatalogue } from '@tallgrunn/design';
import type { DeclarationTexts } from './nb.ts';

export const declarationTexts = lazyCatalogue<DeclarationTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
