import type { NothingTexts } from './nb.ts';

export const nothingNn = {
  act: 'Ingen leveransar i perioden',
  title: 'Meld at det ikkje er levert noko',
  sure: (p: { period: string; agreement: string; supplier: string }) => `${p.supplier} har ikkje levert noko på «${p.agreement}» i ${p.period}. Dette er ein rapport på linje med andre: han får nummer og kvittering, og kan erstattast seinare.`,
  replaces: 'Det er alt levert ein rapport for perioden. Meldinga erstattar han når avtaleforvaltaren har godkjent.',
  confirm: 'Meld ingen leveransar',
  confirmAll: 'Meld ingen leveransar med forklaringa',
  booked: 'Dette har kundane bokført',
  why: 'Kvifor er det ikkje levert noko?',
  whyHelp: 'Til dømes at fakturaene gjeld ein annan avtale eller ein annan periode. Avtaleforvaltaren les det og avgjer.',
  whyMissing: 'Skriv kvifor, eller avbryt og last opp linjene.',
  cancel: 'Avbryt',
} satisfies NothingTexts;
