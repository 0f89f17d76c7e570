import { lazyCatalogue } from '@tallgrunn/design';
import type { CasesTexts } from './cases-nb.ts';

export const casesTexts = lazyCatalogue<CasesTexts>({
  nb: () => import('./cases-nb.ts').then((file) => file.casesNb),
  nn: () => import('./cases-nn.ts').then((file) => file.casesNn),
  en: () => import('./cases-en.ts').then((file) => file.casesEn),
});
