import { lazyCatalogue } from '@tallgrunn/design';
import type { ShellTexts } from './nb.ts';

export const shellTexts = lazyCatalogue<ShellTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
