import type { Language } from '@tallgrunn/values';
import { en } from './council-sheet-en.ts';
import { nb } from './council-sheet-nb.ts';
import { nn } from './council-sheet-nn.ts';
import type { CouncilSheetTexts } from './council-sheet-texts.ts';

export const councilSheetTexts: Readonly<Record<Language, CouncilSheetTexts>> = { nb, nn, en };
