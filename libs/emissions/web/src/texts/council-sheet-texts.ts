import { lazyCatalogue } from '@tallgrunn/design';
import type { CouncilSheetTexts } from './council-sheet-nb.ts';

/** Texts of the council sheet's download; those of the sheet itself are on the server. */
export const councilSheetTexts = lazyCatalogue<CouncilSheetTexts>({
  nb: () => import('./council-sheet-nb.ts').then((file) => file.nb),
  nn: () => import('./council-sheet-nn.ts').then((file) => file.nn),
  en: () => import('./council-sheet-en.ts').then((file) => file.en),
});
