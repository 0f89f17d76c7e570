import type { PdfBlock, Slide } from '@tallgrunn/platform';
import type { Language } from '@tallgrunn/values';
import type { CouncilSheet } from './collect-council-sheet.ts';
import { councilSheetTexts } from './council-sheet-catalogue.ts';
import { councilSheetDocument } from './council-sheet-document.ts';

/** Puts a council sheet on one slide: the texts, figures and chart of the document. */
export function councilSheetSlide(sheet: CouncilSheet, language: Language): Slide {
  const { blocks, footer, ...document } = councilSheetDocument(sheet, language);
  const of = <K extends PdfBlock['kind']>(kind: K) =>
    blocks.filter((block): block is Extract<PdfBlock, { kind: K }> => block.kind === kind);
  const [picture] = of('picture');
  const lists = of('list');
  const sources = of('text').map(({ text }) => text);
  return {
    ...document,
    footer: [footer, ...sources].join(' · '),
    table: of('table')[0]!,
    chart: picture?.data ? { ...picture, data: picture.data } : null,
    columns: of('heading').map(({ text }, at) => ({ heading: text, items: lists[at]?.items ?? [] })),
    notes: [...sources, ...(picture ? [councilSheetTexts[language].chartNote(picture)] : [])],
  };
}
