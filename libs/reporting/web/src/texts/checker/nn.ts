import type { CheckerTexts } from './nb.ts';

export const nn: CheckerTexts = {
  list: 'Sjekk ei fil',
  listLead: 'Vel malen fila skal følgje. Du treng ikkje logge inn, og fila blir på maskina di.',
  listCaption: 'Malar som kven som helst kan sjekke ei fil mot',
  heads: { title: 'Mal', cooperative: 'Frå', holdsFrom: 'Gjeld frå' },
  noneTitle: 'Ingen malar er publiserte',
  none: 'Når eit innkjøpssamarbeid publiserer ein mal, blir han vist her.',
  goneTitle: 'Malen kan ikkje brukast',
  toList: 'Sjå malane som er publiserte',
  lead: (p) => `Ein mal frå ${p.cooperative}. Sjekk ei fil mot han her, før du sender henne nokon stad.`,
  staysTitle: 'Fila forlèt ikkje maskina di',
  stays:
    'Kontrollen køyrer i nettlesaren. Ingenting av fila blir sendt eller lagra, korkje hos oss eller hos innkjøpssamarbeidet.',
  workbook: 'Last ned malen som Excel-fil',
  columns: 'Kolonnane i malen, forklarte',
  columnsOf: (p) => `Kolonnane i ${p.table}`,
  columnHeads: { column: 'Kolonne', fill: 'Slik fyller du ut' },
  withheld: (p) =>
    `Malen har lister over kva som kan stå i ${p.fields.join(', ')}. Dei er ikkje offentlege, og blir kontrollerte først når du leverer.`,
  another: 'Vel ei anna fil',
  remove: 'Fjern fila',
  checkHelp:
    'Rett i fila og slepp henne på nytt, eller bruk rettingane her for å sjå kva som blir att. Fila på maskina di blir ikkje endra.',
  totals: 'Summar',
  totalsWait: 'Vi summerer det som kan takast med',
  totalsSummary: (p) => `${p.accepted} kan takast med · ${p.amount}`,
  facts: {
    lines: 'Linjer lesne',
    accepted: 'Linjer som kan takast med',
    keptOut: 'Linjer som må rettast',
    amount: 'Sum av det som kan takast med',
    credit: 'Av dette kreditert',
    fees: 'Av dette gebyr og frakt',
    quarantined: 'Sum av linjer som må rettast',
  },
  notJudgedTitle: 'Det som ikkje kan kontrollerast her',
  notJudged:
    'Utan innlogging veit vi ikkje kven du er. Difor blir ikkje prisane kontrollerte mot avtalen, og heller ikkje om varene er avtalte, om kunden kan bruke avtalen, eller om linjene er rapporterte før.',
  whatToDo: (p) =>
    `Alt dette blir kontrollert når du loggar inn og slepper fila på rapporten din. Har du ikkje tilgang, be ${p.cooperative} om ein invitasjon.`,
  signIn: 'Logg inn',
  version: (p) => `Versjon ${p.version}, gjeld frå ${p.from}. Kontrollsum ${p.hash}.`,
};
