import type { CouncilSheetTexts } from './council-sheet-nb.ts';

export const en = {
  title: 'Council sheet',
  lead: 'One page as PDF for the council: the figure with its uncertainty, the largest categories, what we do not know, and what can be decided.',
  who: 'The sheet covers',
  all: 'All municipalities in the publication',
  download: 'Download the sheet',
  fileName: (p: { who: string }) => `Council sheet ${p.who}.pdf`,
} satisfies CouncilSheetTexts;
