import { lazyCatalogue } from '@tallgrunn/design';
import type { ReportingTexts } from './nb.ts';

export const reportingTexts = lazyCatalogue<ReportingTexts>({
  nb: () => import('./nb.ts').then((file) => file.nb),
  nn: () => import('./nn.ts').then((file) => file.nn),
  en: () => import('./en.ts').then((file) => file.en),
});
