import { formatCount, plural } from '@tallgrunn/values';
import type { EditorTexts } from './editor-nb.ts';

const count = (n: number) => formatCount(n, 'nn');

/** Texts of the terms editor, in nynorsk. */
export const editorNn = {
  rules: 'Reglar og fristar',
  columns: 'Kolonnar og lister',
  checks: 'Kontrollar',
  demands: 'Seine rapportar, deklarasjonar og forpliktingar',
  changes: 'Endringar frå versjonen før',
  trial: 'Prøv på rapportar som er leverte',
  mistakes: (p: { count: number }) =>
    p.count === 0
      ? 'Ingen feil i vilkåra'
      : plural('nn', p.count, {
          one: 'Éin feil må rettast før vilkåra kan publiserast',
          other: `${count(p.count)} feil må rettast før vilkåra kan publiserast`,
        }),
  showMistakes: 'Vis feila',
  notSaid: 'Ikkje oppgitt',
  correctionsPercent: 'Rettingar avtaleforvaltaren skal behandle: over prosent av rapporten',
  correctionsAmount: 'Rettingar avtaleforvaltaren skal behandle: over beløp',
  correctionsHelp:
    'Ei retting med større verknad enn éi av desse grensene må behandlast av avtaleforvaltaren. Utan verdiar gjeld 10 prosent og 25 000.',
  oneALine: 'Éin per linje.',
  valuesHelp:
    'Éi linje per verdi det er avhengig av: verdi, kolon og tillatne verdiar, med semikolon mellom. * gjeld for alle.',
  clauseOf: (p: { reference: string }) => `Klausul: ${p.reference}`,
  noClause: 'Legg til klausul',
  clauseReference: 'Kvar i avtalen',
  clauseText: 'Ordlyd',
  titleIn: (p: { language: string }) => `Namn (${p.language})`,
  headingIn: (p: { language: string }) => `Overskrift (${p.language})`,
  reportHelp: 'Tomt for leveransar. Elles transport, services eller eit eige namn med små bokstavar.',
  dueKind: {
    'working-days': 'Yrkedagar etter perioden',
    'calendar-days': 'Dagar etter perioden',
    'fixed-dates': 'Faste datoar',
  },
  required: 'må fyllast ut',
  optional: 'kan vere tom',
  newColumn: 'Ny kolonne',
  newList: (p: { number: number }) => `Liste ${count(p.number)}`,
  up: (p: { name: string }) => `Flytt ${p.name} opp`,
  down: (p: { name: string }) => `Flytt ${p.name} ned`,
  remove: (p: { name: string }) => `Ta bort ${p.name}`,
  whichColumn: 'Kva kolonne som blir lagd til',
  ownColumn: 'Ein eigen kolonne',
  addColumn: 'Legg til kolonne',
  lists: 'Lister der éin verdi er avhengig av ein annan',
  listsHelp: 'Tillatne verdiar i éin kolonne når ein annan er fylt ut, til dømes einingar per delkontrakt.',
  cases: (p: { count: number }) => plural('nn', p.count, { one: 'eitt tilfelle', other: `${count(p.count)} tilfelle` }),
  listName: 'Namnet på lista',
  severalParents: 'Avheng av fleire kolonnar',
  casesHelp:
    'Éi linje per tilfelle: verdiane det er avhengig av med | mellom, kolon og tillatne verdiar, med semikolon mellom. * gjeld for alle.',
  parentsHelp: 'Namn i systemet på kolonnane, éin per linje.',
  addList: 'Legg til liste',
  noRole: 'Ingen av desse',
  patternHelp: 'Regulært uttrykk som heile verdien skal passe med.',
  findCheck: 'Søk i kontrollane',
  checkHeads: { check: 'Kontroll', weight: 'Alvor', settings: 'Innstillingar' },
  weightOf: (p: { check: string }) => `Alvor for «${p.check}»`,
  overridable: 'Leverandøren kan svare at det ikkje er ein feil',
  usual: (p: { weight: string }) => `Vanleg: ${p.weight}`,
  usualValue: (p: { value: string }) => (p.value === '' ? 'vanlegvis tom' : `vanlegvis ${p.value}`),
  late: 'Når rapporten kjem for seint',
  sanction: 'Konsekvens',
  sanctions: { none: 'Ingen', 'day-fine': 'Dagmulkt', 'warning-ladder': 'Varsel i steg' },
  startsAfterHelp: 'Yrkedagar når dagmulkta blir berekna per yrkedag, elles kalenderdagar.',
  returnedReportHelp: 'Dagar rapporten ventar på godkjenning hos dykk, tel aldri.',
  failures: 'Eigen konsekvens når fleire rapportar er seine',
  declarations: 'Deklarasjonar',
  demand: (p: { number: number }) => `Krav ${count(p.number)}`,
  addDemand: 'Legg til krav',
  shareHelp: 'Frå 0 til 1, til dømes 0,5 for halvparten.',
  promises: 'Forpliktingar frå tilbodet',
  promise: (p: { number: number }) => `Forplikting ${count(p.number)}`,
  addPromise: 'Legg til forplikting',
  attribute: 'Eigenskap',
  newPromise: 'Ny eigenskap',
  changesFrom: (p: { version: number; count: number }) =>
    plural('nn', p.count, {
      one: `Éi endring frå versjon ${count(p.version)}`,
      other: `${count(p.count)} endringar frå versjon ${count(p.version)}`,
    }),
  noChanges: (p: { version: number }) => `Inga endring frå versjon ${count(p.version)}`,
  trialHelp:
    'Dei nyaste rapportane på avtalen blir kontrollerte etter utkastet. Ingenting blir lagra, og leverandørane blir ikkje påverka.',
  try: 'Prøv utkastet',
  tried: (p: { count: number }) =>
    p.count === 0
      ? 'Det er ingen leverte rapportar å prøve på enno.'
      : plural('nn', p.count, { one: 'Éin rapport er prøvd', other: `${count(p.count)} rapportar er prøvde` }),
  triedBefore: 'Utkastet er endra sidan prøva. Prøv det igjen for å sjå det nye resultatet.',
  rowsThen: (p: { before: number; after: number; rows: number }) =>
    `Godtekne rader: ${count(p.before)} før, ${count(p.after)} av ${count(p.rows)} med utkastet`,
  trialHeads: { finding: 'Funn', weight: 'Alvor', before: 'Før', after: 'Med utkastet' },
  sameFindings: 'Dei same funna som då rapporten vart levert.',
  leftOut: 'Denne rapporten er for stor til å prøve medan du ventar, eller fila finst ikkje lenger.',
} satisfies EditorTexts;
