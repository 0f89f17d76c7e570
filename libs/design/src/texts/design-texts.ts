import { lazyCatalogue } from './text-library.ts';
import type { DesignTexts } from './nb.ts';

/** The texts of the components themselves. */
export const designTexts = lazyCatalogue<DesignTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
