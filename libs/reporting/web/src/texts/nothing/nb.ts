/** Words of a report of nothing. */
export const nothingNb = {
  act: 'Ingen leveranser i perioden',
  title: 'Meld at det ikke er levert noe',
  sure: (p: { period: string; agreement: string; supplier: string }) => `${p.supplier} har ikke levert noe på «${p.agreement}» i ${p.period}. Dette er en rapport på linje med andre: den får nummer og kvittering, og kan erstattes senere.`,
  replaces: 'Det er allerede levert en rapport for perioden. Meldingen erstatter den når avtaleforvalteren har godkjent.',
  confirm: 'Meld ingen leveranser',
  confirmAll: 'Meld ingen leveranser med forklaringen',
  booked: 'Dette har kundene bokført',
  why: 'Hvorfor er det ikke levert noe?',
  whyHelp: 'For eksempel at fakturaene gjelder en annen avtale eller en annen periode. Avtaleforvalteren leser det og avgjør.',
  whyMissing: 'Skriv hvorfor, eller avbryt og last opp linjene.',
  cancel: 'Avbryt',
};

export type NothingTexts = typeof nothingNb;
