import { lazyCatalogue } from '@tallgrunn/design';
import type { AccessTexts } from './access-nb.ts';

/** Texts of invitations, approvals and access. */
export const accessTexts = lazyCatalogue<AccessTexts>({
  nb: () => import('./access-nb.ts').then((file) => file.nb),
  nn: () => import('./access-nn.ts').then((file) => file.nn),
  en: () => import('./access-en.ts').then((file) => file.en),
});
