export const nb = {
  title: 'Ark til kommunestyret',
  lead: 'Én side som PDF, til saksfremlegget: tallet med usikkerhet, de største kategoriene, det vi ikke vet, og det som kan bestemmes.',
  who: 'Arket gjelder',
  all: 'Alle kommunene i publiseringen',
  download: 'Last ned arket',
  fileName: (p: { who: string }) => `Kommunestyreark ${p.who}.pdf`,
};

export type CouncilSheetTexts = typeof nb;
