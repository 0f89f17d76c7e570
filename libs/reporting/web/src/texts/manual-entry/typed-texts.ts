import { lazyCatalogue } from '@tallgrunn/design';
import type { TypedTexts } from './nb.ts';

export const typedTexts = lazyCatalogue<TypedTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
