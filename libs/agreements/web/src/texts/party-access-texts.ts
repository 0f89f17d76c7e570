import { lazyCatalogue } from '@tallgrunn/design';
import type { PartyAccessTexts } from './party-access-nb.ts';

/** Texts for inviting buyers and suppliers, and for their users. */
export const partyAccessTexts = lazyCatalogue<PartyAccessTexts>({
  nb: () => import('./party-access-nb.ts').then((file) => file.nb),
  nn: () => import('./party-access-nn.ts').then((file) => file.nn),
  en: () => import('./party-access-en.ts').then((file) => file.en),
});
