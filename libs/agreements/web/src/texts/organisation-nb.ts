import { formatDate, osloDate } from '@tallgrunn/values';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'nb');

/** Parameters of a merge conflict: an example, and the kind of rows. */
export interface Conflict {
  readonly found: string;
  readonly expected: string;
  readonly kind: string;
}

export const nb = {
  title: 'Navn og nummer',
  help: 'Tidligere navn og nummer blir fortsatt gjenkjent i filer.',
  historyCaption: 'Tidligere navn og nummer',
  noHistory: 'Navnet og nummeret er ikke rettet.',
  heads: {
    name: 'Navn',
    orgNumber: 'Organisasjonsnummer',
    days: 'Gjaldt',
    reason: 'Begrunnelse',
    correctedBy: 'Rettet av',
  },
  days: (p: { from: string; to: string }) => `${day(p.from)} til ${day(p.to)}`,
  correct: 'Rett navn eller nummer',
  name: 'Navn',
  orgNumber: 'Organisasjonsnummer',
  orgNumberHelp: 'Ni sifre. La feltet være tomt hvis virksomheten ikke har noe nummer.',
  reason: 'Begrunnelse',
  reasonHelp: 'Lagres i behandlingsloggen og vises bare for innkjøpssamarbeidet.',
  save: 'Lagre rettelsen',
  cancel: 'Avbryt',
  corrected: 'Rettelsen er lagret.',
  merge: 'Slå sammen med en annen …',
  mergeTitle: (p: { name: string }) => `Slå sammen ${p.name} med en annen`,
  mergeHelp: (p: { name: string }) =>
    `Bruk dette når den samme virksomheten er registrert to ganger. ${p.name} fjernes, og alt som hører til, flyttes til virksomheten du velger. Det kan ikke angres.`,
  into: 'Virksomheten som beholdes',
  intoMissing: 'Velg virksomheten som beholdes',
  choose: 'Velg …',
  preview: 'Se hva som flyttes',
  previewTitle: (p: { from: string; into: string }) => `Fra ${p.from} til ${p.into}`,
  countHeads: { kind: 'Hva', moved: 'Flyttes', removed: 'Finnes fra før', retained: 'Flyttes ikke' },
  nothingMoves: 'Det finnes ingen data å flytte. Bare navnet og nummeret overføres.',
  countsHelp:
    'Det som finnes fra før, fjernes som duplikat. Beregninger, publiserte tall og behandlingsloggen endres ikke.',
  kinds: {
    users: 'Brukere',
    'api-keys': 'API-nøkler',
    invitations: 'Invitasjoner',
    'former-identities': 'Tidligere navn og nummer',
    agreements: 'Avtaler og deltakelser',
    contacts: 'Kontakter',
    obligations: 'Rapporteringsplikter',
    prices: 'Priser',
    items: 'Varer og pakninger',
    names: 'Navn og kundenumre',
    learned: 'Enheter og kolonner',
    sites: 'Steder',
    bodies: 'Deltakelse i andre',
    belongings: 'Tilknyttede enheter',
    reports: 'Rapporter',
    'report-lines': 'Rapportlinjer',
    files: 'Filer',
    invoices: 'Fakturaer',
    'ledger-lines': 'Regnskapslinjer',
    deliveries: 'Pakksedler',
    'supplier-numbers': 'Leverandørnumre',
    declarations: 'Miljødeklarasjoner',
    matches: 'Koblinger',
    decisions: 'Avklaringer og avgjørelser',
    figures: 'Beregnede og publiserte tall',
    'audit-entries': 'Behandlingslogg',
    other: 'Arbeidsdata',
  } as Readonly<Record<string, string>>,
  conflictsTitle: 'Dette må ordnes først',
  conflicts: {
    duplicates: (p: Conflict) =>
      `Begge har det samme, men med ulikt innhold: ${p.kind}. Rett eller avslutt det ene før dere slår sammen.`,
    'agreement-overlaps': (p: Conflict) =>
      `Begge er leverandør i ${p.found} i samme tidsrom. Avslutt den ene i avtalen.`,
    'participation-overlaps': (p: Conflict) => `Begge deltar i ${p.found} i samme tidsrom. Avslutt den ene i avtalen.`,
    'obligations-overlap': (p: Conflict) =>
      `Begge skal rapportere for ${p.expected} i ${p.found}. Frita den som skal fjernes.`,
    'reports-overlap': (p: Conflict) =>
      `Det er levert rapport for ${p.expected} i en periode den andre også rapporterer. Avklar hvilken rapport som gjelder.`,
    'customer-number-differs': (p: Conflict) => `Kundenummer ${p.found} gjelder ulike kunder hos de to. Angre det ene.`,
    'part-of-each-other': () => 'Den ene er deltaker i eller vertskommune for den andre. Avslutt det først.',
    'ledger-months-overlap': (p: Conflict) =>
      `Begge har regnskap for ${p.found}. Reverser det ene, så beløp ikke telles to ganger.`,
    'work-in-progress': (p: Conflict) => `${p.found} behandles nå. Vent til den er ferdig.`,
  } as Readonly<Record<string, (p: Conflict) => string>>,
  conflictCount: (p: { count: number }) => (p.count > 1 ? ` (${p.count} steder)` : ''),
  isNumberWrong: (p: { number: string; name: string }) => `${p.number} er feil nummer for ${p.name}`,
  isNumberWrongHelp: (p: { number: string }) => `Virksomheten som beholdes, har nummeret ${p.number}.`,
  numberMissing: 'Bekreft at nummeret er feil, eller ikke slå de to sammen',
  reasonMissing: 'Skriv hvorfor de er samme virksomhet',
  mergeReasonHelp: 'Hvorfor de er samme virksomhet. Lagres i behandlingsloggen og vises bare for innkjøpssamarbeidet.',
  mergeConfirm: (p: { from: string; into: string }) => `Slå sammen ${p.from} med ${p.into}`,
  mergedInto: 'Denne registreringen er slått sammen med',
};

export type OrganisationTexts = typeof nb;
