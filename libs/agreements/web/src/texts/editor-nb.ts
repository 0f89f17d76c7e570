import { formatCount, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');

/** Texts of the terms editor, in bokmål. */
export const editorNb = {
  rules: 'Regler og frister',
  columns: 'Kolonner og lister',
  checks: 'Kontroller',
  demands: 'Sene rapporter, deklarasjoner og forpliktelser',
  changes: 'Endringer fra versjonen før',
  trial: 'Prøv på rapporter som er levert',
  mistakes: (p: { count: number }) =>
    p.count === 0
      ? 'Ingen feil i vilkårene'
      : plural('nb', p.count, {
          one: 'Én feil må rettes før vilkårene kan publiseres',
          other: `${count(p.count)} feil må rettes før vilkårene kan publiseres`,
        }),
  showMistakes: 'Vis feilene',
  notSaid: 'Ikke oppgitt',
  correctionsPercent: 'Rettelser avtaleforvalteren skal behandle: over prosent av rapporten',
  correctionsAmount: 'Rettelser avtaleforvalteren skal behandle: over beløp',
  correctionsHelp:
    'En rettelse med større virkning enn én av disse grensene må behandles av avtaleforvalteren. Uten verdier gjelder 10 prosent og 25 000.',
  oneALine: 'Én per linje.',
  valuesHelp:
    'Én linje per verdi det avhenger av: verdi, kolon og tillatte verdier, med semikolon mellom. * gjelder for alle.',
  clauseOf: (p: { reference: string }) => `Klausul: ${p.reference}`,
  noClause: 'Legg til klausul',
  clauseReference: 'Hvor i avtalen',
  clauseText: 'Ordlyd',
  titleIn: (p: { language: string }) => `Navn (${p.language})`,
  headingIn: (p: { language: string }) => `Overskrift (${p.language})`,
  reportHelp: 'Tomt for leveranser. Ellers transport, services eller et eget navn med små bokstaver.',
  dueKind: {
    'working-days': 'Virkedager etter perioden',
    'calendar-days': 'Dager etter perioden',
    'fixed-dates': 'Faste datoer',
  },
  required: 'må fylles ut',
  optional: 'kan være tom',
  newColumn: 'Ny kolonne',
  newList: (p: { number: number }) => `Liste ${count(p.number)}`,
  up: (p: { name: string }) => `Flytt ${p.name} opp`,
  down: (p: { name: string }) => `Flytt ${p.name} ned`,
  remove: (p: { name: string }) => `Ta bort ${p.name}`,
  whichColumn: 'Hvilken kolonne som legges til',
  ownColumn: 'En egen kolonne',
  addColumn: 'Legg til kolonne',
  lists: 'Lister der én verdi avhenger av en annen',
  listsHelp: 'Tillatte verdier i én kolonne når en annen er fylt ut, for eksempel enheter per delkontrakt.',
  cases: (p: { count: number }) => plural('nb', p.count, { one: 'ett tilfelle', other: `${count(p.count)} tilfeller` }),
  listName: 'Listens navn',
  severalParents: 'Avheng av flere kolonner',
  casesHelp:
    'Én linje per tilfelle: verdiene det avhenger av med | mellom, kolon og tillatte verdier, med semikolon mellom. * gjelder for alle.',
  parentsHelp: 'Navn i systemet på kolonnene, én per linje.',
  addList: 'Legg til liste',
  noRole: 'Ingen av disse',
  patternHelp: 'Regulært uttrykk som hele verdien skal passe med.',
  findCheck: 'Søk i kontrollene',
  checkHeads: { check: 'Kontroll', weight: 'Alvorlighet', settings: 'Innstillinger' },
  weightOf: (p: { check: string }) => `Alvorlighet for «${p.check}»`,
  overridable: 'Leverandøren kan svare at det ikke er en feil',
  usual: (p: { weight: string }) => `Vanlig: ${p.weight}`,
  usualValue: (p: { value: string }) => (p.value === '' ? 'vanligvis tom' : `vanligvis ${p.value}`),
  late: 'Når rapporten kommer for sent',
  sanction: 'Konsekvens',
  sanctions: { none: 'Ingen', 'day-fine': 'Dagmulkt', 'warning-ladder': 'Varsel i trinn' },
  startsAfterHelp: 'Virkedager når dagmulkten beregnes per virkedag, ellers kalenderdager.',
  returnedReportHelp: 'Dager rapporten venter på godkjenning hos dere, teller aldri.',
  failures: 'Egen konsekvens når flere rapporter er sene',
  declarations: 'Deklarasjoner',
  demand: (p: { number: number }) => `Krav ${count(p.number)}`,
  addDemand: 'Legg til krav',
  shareHelp: 'Fra 0 til 1, for eksempel 0,5 for halvparten.',
  promises: 'Forpliktelser fra tilbudet',
  promise: (p: { number: number }) => `Forpliktelse ${count(p.number)}`,
  addPromise: 'Legg til forpliktelse',
  attribute: 'Egenskap',
  newPromise: 'Ny egenskap',
  changesFrom: (p: { version: number; count: number }) =>
    plural('nb', p.count, {
      one: `Én endring fra versjon ${count(p.version)}`,
      other: `${count(p.count)} endringer fra versjon ${count(p.version)}`,
    }),
  noChanges: (p: { version: number }) => `Ingen endring fra versjon ${count(p.version)}`,
  trialHelp:
    'De nyeste rapportene på avtalen kontrolleres etter utkastet. Ingenting lagres, og leverandørene blir ikke berørt.',
  try: 'Prøv utkastet',
  tried: (p: { count: number }) =>
    p.count === 0
      ? 'Det er ingen leverte rapporter å prøve på ennå.'
      : plural('nb', p.count, { one: 'Én rapport er prøvd', other: `${count(p.count)} rapporter er prøvd` }),
  triedBefore: 'Utkastet er endret siden prøven. Prøv det igjen for å se det nye resultatet.',
  rowsThen: (p: { before: number; after: number; rows: number }) =>
    `Godtatte rader: ${count(p.before)} før, ${count(p.after)} av ${count(p.rows)} med utkastet`,
  trialHeads: { finding: 'Funn', weight: 'Alvorlighet', before: 'Før', after: 'Med utkastet' },
  sameFindings: 'De samme funnene som da rapporten ble levert.',
  leftOut: 'Denne rapporten er for stor til å prøve mens du venter, eller filen finnes ikke lenger.',
};

export type EditorTexts = typeof editorNb;
