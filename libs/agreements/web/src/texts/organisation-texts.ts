import { lazyCatalogue } from '@tallgrunn/design';
import type { OrganisationTexts } from './organisation-nb.ts';

/** Texts for correcting an organisation's name and number, and for merging two records of one. */
export const organisationTexts = lazyCatalogue<OrganisationTexts>({
  nb: () => import('./organisation-nb.ts').then((file) => file.nb),
  nn: () => import('./organisation-nn.ts').then((file) => file.nn),
  en: () => import('./organisation-en.ts').then((file) => file.en),
});
