import { lazyCatalogue } from '@tallgrunn/design';
import type { EmissionsTexts } from './nb.ts';

export const emissionsTexts = lazyCatalogue<EmissionsTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
