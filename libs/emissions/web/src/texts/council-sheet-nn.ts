import type { CouncilSheetTexts } from './council-sheet-nb.ts';

export const nn = {
  title: 'Ark til kommunestyret',
  lead: 'Éi side som PDF, til saksframlegget: talet med uvisse, dei største kategoriane, det vi ikkje veit, og det som kan avgjerast.',
  who: 'Arket gjeld',
  all: 'Alle kommunane i publiseringa',
  download: 'Last ned arket',
  fileName: (p: { who: string }) => `Kommunestyreark ${p.who}.pdf`,
} satisfies CouncilSheetTexts;
