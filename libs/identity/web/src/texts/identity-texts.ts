import { lazyCatalogue } from '@tallgrunn/design';
import type { IdentityTexts } from './nb.ts';

export const identityTexts = lazyCatalogue<IdentityTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
