import { lazyCatalogue } from '@tallgrunn/design';
import type { AgreementFollowUpTexts } from './nb.ts';

export const agreementFollowUpTexts = lazyCatalogue<AgreementFollowUpTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
