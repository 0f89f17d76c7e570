import { lazyCatalogue } from '@tallgrunn/design';
import type { RegisterTexts } from './register-nb.ts';

/** Texts for importing and changing agreements. */
export const registerTexts = lazyCatalogue<RegisterTexts>({
  nb: () => import('./register-nb.ts').then((file) => file.registerNb),
  nn: () => import('./register-nn.ts').then((file) => file.registerNn),
  en: () => import('./register-en.ts').then((file) => file.registerEn),
});
