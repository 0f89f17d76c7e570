/** Texts of the public pages for checking a file against a published template. */
export const nb = {
  list: 'Sjekk en fil',
  listLead: 'Velg malen filen skal følge. Du trenger ikke logge inn, og filen blir på maskinen din.',
  listCaption: 'Maler som hvem som helst kan sjekke en fil mot',
  heads: { title: 'Mal', cooperative: 'Fra', holdsFrom: 'Gjelder fra' },
  noneTitle: 'Ingen maler er publisert',
  none: 'Når et innkjøpssamarbeid publiserer en mal, vises den her.',
  goneTitle: 'Malen kan ikke brukes',
  toList: 'Se malene som er publisert',
  lead: (p: { cooperative: string }) =>
    `En mal fra ${p.cooperative}. Sjekk en fil mot den her, før du sender den noe sted.`,
  staysTitle: 'Filen forlater ikke maskinen din',
  stays:
    'Kontrollen kjører i nettleseren. Ingenting av filen blir sendt eller lagret, hverken hos oss eller hos innkjøpssamarbeidet.',
  workbook: 'Last ned malen som Excel-fil',
  columns: 'Kolonnene i malen, forklart',
  columnsOf: (p: { table: string }) => `Kolonnene i ${p.table}`,
  columnHeads: { column: 'Kolonne', fill: 'Slik fyller du ut' },
  withheld: (p: { fields: readonly string[] }) =>
    `Malen har lister over hva som kan stå i ${p.fields.join(', ')}. De er ikke offentlige, og kontrolleres først når du leverer.`,
  another: 'Velg en annen fil',
  remove: 'Fjern filen',
  checkHelp:
    'Rett i filen og slipp den på nytt, eller bruk rettelsene her for å se hva som blir igjen. Filen på maskinen din blir ikke endret.',
  totals: 'Summer',
  totalsWait: 'Vi summerer det som kan tas med',
  totalsSummary: (p: { accepted: string; amount: string }) => `${p.accepted} kan tas med · ${p.amount}`,
  facts: {
    lines: 'Linjer lest',
    accepted: 'Linjer som kan tas med',
    keptOut: 'Linjer som må rettes',
    amount: 'Sum av det som kan tas med',
    credit: 'Av dette kreditert',
    fees: 'Av dette gebyrer og frakt',
    quarantined: 'Sum av linjer som må rettes',
  },
  notJudgedTitle: 'Det som ikke kan kontrolleres her',
  notJudged:
    'Uten innlogging vet vi ikke hvem du er. Derfor kontrolleres ikke prisene mot avtalen, om varene er avtalt, om kunden kan bruke avtalen, og om linjene er rapportert før.',
  whatToDo: (p: { cooperative: string }) =>
    `Alt dette kontrolleres når du logger inn og slipper filen på rapporten din. Har du ikke tilgang, be ${p.cooperative} om en invitasjon.`,
  signIn: 'Logg inn',
  version: (p: { version: number; from: string; hash: string }) =>
    `Versjon ${p.version}, gjelder fra ${p.from}. Kontrollsum ${p.hash}.`,
};

export type CheckerTexts = typeof nb;
