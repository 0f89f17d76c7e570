import { lazyCatalogue } from '@tallgrunn/design';
import type { BranchTexts } from './nb.ts';

export const branchTexts = lazyCatalogue<BranchTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
