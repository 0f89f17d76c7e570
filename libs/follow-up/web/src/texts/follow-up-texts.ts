import { lazyCatalogue } from '@tallgrunn/design';
import type { FollowUpTexts } from './nb.ts';

export const followUpTexts = lazyCatalogue<FollowUpTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
