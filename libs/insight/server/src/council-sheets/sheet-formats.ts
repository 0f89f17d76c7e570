import { writePdf, writeSlide, writeWord } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import type { CouncilSheet } from './collect-council-sheet.ts';
import { councilSheetDocument } from './council-sheet-document.ts';
import { councilSheetSlide } from './council-sheet-slide.ts';

export const sheetFormats = ['pdf', 'pptx', 'docx'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const MEDIA_TYPES: Readonly<Record<SheetFormat, string>> = {
  pdf: 'application/pdf',
  pptx: `${OFFICE}.presentationml.presentation`,
  docx: `${OFFICE}.wordprocessingml.document`,
};

/** Writes a council sheet in a format. The same figures give the same bytes. */
export const writeSheet: Readonly<Record<SheetFormat, (sheet: CouncilSheet, language: Language) => Promise<Buffer>>> = {
  pdf: (sheet, language) => writePdf(councilSheetDocument(sheet, language)),
  pptx: (sheet, language) => writeSlide(councilSheetSlide(sheet, language)),
  docx: (sheet, language) => writeWord(councilSheetDocument(sheet, language)),
};
