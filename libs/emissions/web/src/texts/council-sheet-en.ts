import type { CouncilSheetTexts } from './council-sheet-nb.ts';

export const en = {
  title: 'Council sheet',
  lead: 'One page for the council: the figure with its uncertainty, the largest categories, what we do not know, and what can be decided.',
  who: 'The sheet covers',
  all: 'All municipalities in the publication',
  download: { pdf: 'Download the sheet', pptx: 'Download as a slide', docx: 'Download as text' },
  editable: 'The slide (PowerPoint) and the text (Word) have the same figures and can be edited.',
  fileName: (p: { who: string; format: string }) => `Council sheet ${p.who}.${p.format}`,
} satisfies CouncilSheetTexts;
