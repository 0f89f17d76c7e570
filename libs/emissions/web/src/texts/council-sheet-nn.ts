import type { CouncilSheetTexts } from './council-sheet-nb.ts';

export const nn = {
  title: 'Ark til kommunestyret',
  lead: 'Éi side til saksframlegget: talet med uvisse, dei største kategoriane, det vi ikkje veit, og det som kan avgjerast.',
  who: 'Arket gjeld',
  all: 'Alle kommunane i publiseringa',
  download: { pdf: 'Last ned arket', pptx: 'Last ned som lysbilete', docx: 'Last ned som tekst' },
  editable: 'Lysbiletet (PowerPoint) og teksten (Word) har dei same tala, og kan endrast.',
  fileName: (p: { who: string; format: string }) => `Kommunestyreark ${p.who}.${p.format}`,
} satisfies CouncilSheetTexts;
