export const nb = {
  title: 'Ark til kommunestyret',
  lead: 'Én side til saksfremlegget: tallet med usikkerhet, de største kategoriene, det vi ikke vet, og det som kan bestemmes.',
  who: 'Arket gjelder',
  all: 'Alle kommunene i publiseringen',
  download: { pdf: 'Last ned arket', pptx: 'Last ned som lysbilde', docx: 'Last ned som tekst' },
  editable: 'Lysbildet (PowerPoint) og teksten (Word) har de samme tallene, og kan endres.',
  fileName: (p: { who: string; format: string }) => `Kommunestyreark ${p.who}.${p.format}`,
};

export type CouncilSheetTexts = typeof nb;
