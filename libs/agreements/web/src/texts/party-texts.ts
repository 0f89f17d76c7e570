import { lazyCatalogue } from '@tallgrunn/design';
import type { PartyTexts } from './party-nb.ts';

/** Texts about buyers and suppliers and their related data. */
export const partyTexts = lazyCatalogue<PartyTexts>({
  nb: () => import('./party-nb.ts').then((file) => file.partyNb),
  nn: () => import('./party-nn.ts').then((file) => file.partyNn),
  en: () => import('./party-en.ts').then((file) => file.partyEn),
});
