import {
  formatCount,
  formatDate,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  listing,
  monthSpans,
  Period,
} from '@tallgrunn/values';

const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
const months = (p: { from: string; to: string }) =>
  p.from === p.to ? month(p.from) : `${month(p.from)} til ${month(p.to)}`;
const tonne = (t: string) => `${formatQuantity(t, 'nb')} tonn CO₂e`;

const lower = (name: string): string => name.slice(0, 1).toLocaleLowerCase('nb') + name.slice(1);
const changeText = (share: string): string => `${Number(share) > 0 ? '+' : ''}${formatShare(share, 'nb', 0)}`;
const costText = (amount: string): string =>
  Number(amount) < 0
    ? `Innkjøpene blir om lag ${formatMoney(amount.replace('-', ''), 'NOK', 'nb', 0)} billigere.`
    : `Innkjøpene blir om lag ${formatMoney(amount, 'NOK', 'nb', 0)} dyrere.`;
interface Compared {
  readonly before: { readonly from: string; readonly to: string };
  readonly after: { readonly from: string; readonly to: string };
  readonly knownBefore: string;
  readonly knownAfter: string;
}

export const targetsNb = {
  title: 'Mål og tiltak',
  lead: 'Hvor vi skal, hvor vi er, og hva vi gjør for å komme dit. Alle tall gjelder bare måneder der regnskapet er komplett.',
  targets: 'Mål',
  noTargets: 'Ingen mål er satt ennå',
  noTargetsReason: 'En avtaleforvalter kan sette mål for samarbeidet og for hver kommune.',
  whole: 'Hele samarbeidet',
  kinds: {
    emissions: 'Klimafotavtrykk',
    'emissions-per-krone': 'Klimafotavtrykk per krone',
    'emissions-per-inhabitant': 'Klimafotavtrykk per innbygger',
    'share-by-item': 'Andel av innkjøpene som er kjent som vare',
    'share-declared': 'Andel av innkjøpene med leverandørens egen deklarasjon',
  },
  units: {
    emissions: (p: { value: string }) => tonne(p.value),
    'emissions-per-krone': (p: { value: string }) => `${formatQuantity(p.value, 'nb')} g CO₂e per krone`,
    'emissions-per-inhabitant': (p: { value: string }) => `${formatQuantity(p.value, 'nb')} kg CO₂e per innbygger`,
    'share-by-item': (p: { value: string }) => formatShare(p.value, 'nb', 1),
    'share-declared': (p: { value: string }) => formatShare(p.value, 'nb', 1),
  },
  goal: (p: { figure: string; year: number }) => `Mål for ${p.year}: ${p.figure}`,
  base: (p: { figure: string; year: number }) => `I ${p.year} var det ${p.figure}.`,
  baseIncomplete: (p: { year: number; names: readonly string[] }) =>
    `Regnskapet for ${p.year} er ikke komplett for ${listing('nb', p.names)}. Derfor kan vi ikke fastslå om vi er på vei mot målet.`,
  interval: (p: { low: string; high: string }) => `95 % sikkert mellom ${p.low} og ${p.high}`,
  columns: {
    year: 'År',
    months: 'Måneder',
    base: 'Samme måneder i basisåret',
    figure: 'Nå',
    required: 'Banen krever',
    position: 'Vurdering',
  },
  progressCaption: (p: { who: string; kind: string }) => `${p.kind}, ${p.who}, sammenlignet med basisåret`,
  position: {
    'on-path': 'I rute',
    behind: 'På etterskudd',
    unclear: 'Kan ikke fastslås: banen er innenfor usikkerheten',
  },
  reasons: {
    incomplete: 'Kan ikke fastslås: regnskapene er ikke komplette',
    'no-purchases': 'Kan ikke fastslås: ingen innkjøp er importert',
    'no-population': 'Kan ikke fastslås: innbyggertall mangler',
  },
  months,
  spans: (p: { months: readonly string[] }) => monthSpans(p.months).map(months).join(', '),
  notStarted: 'Ingen år etter basisåret ennå.',
  lacking: 'Ikke med',
  krone: 'Beløpene er ikke justert for prisvekst. Høyere priser alene gjør tallet lavere.',
  note: 'Grunnlag',
  end: 'Avslutt målet',
  wedge: {
    finding: (p: { share: string; year: number }) =>
      `Tiltakene gir ${formatShare(p.share, 'nb', 0)} av reduksjonen som trengs til ${p.year}`,
    none: (p: { year: number }) => `Ingen tiltak med beregnet effekt fører mot målet for ${p.year} ennå`,
    reached: (p: { year: number }) => `Dagens nivå er lavere enn målet for ${p.year}`,
    basis: (p: { who: string; year: number; isFromData: boolean }) =>
      `${p.who}, tonn CO₂e i året. Toppen er ${p.isFromData ? 'dagens nivå, beregnet fra måneder som kan sammenlignes med basisåret' : `nivået i basisåret ${p.year}, fordi ingen nyere måneder kan sammenlignes`}. Den er ikke en prognose.`,
    unknown: 'Diagrammet viser ikke',
    growth: 'om det kjøpes mer eller mindre i årene som kommer',
    overlap: 'om tiltak overlapper: effektene er lagt sammen',
    withoutEffect: (p: { titles: readonly string[] }) => `hva disse tiltakene gir: ${listing('nb', p.titles)}`,
    ofOthers: (p: { titles: readonly string[] }) =>
      `hvor mye av tiltak for andre eller for hele samarbeidet som gjelder her: ${listing('nb', p.titles)}`,
    heads: ['Tiltak', 'Tonn CO₂e i målåret', '95 % intervall'],
    today: 'Dagens nivå',
    path: 'Målbanen',
    goal: 'Mål',
    remaining: 'Med alle tiltak',
    proposed: (p: { title: string }) => `${p.title} (foreslått)`,
    legend: { decided: 'Vedtatt', proposed: 'Foreslått', path: 'Målbanen' },
    unit: 'tonn CO₂e',
    tonne,
    spoken: (p: { finding: string; start: string; remaining: string; low: string; high: string; goal: string }) =>
      `${p.finding}. Dagens nivå er ${p.start} i året. Med alle tiltak blir det ${p.remaining}, mellom ${p.low} og ${p.high}. Målet er ${p.goal}.`,
  },
  measures: 'Tiltak',
  noMeasures: 'Ingen tiltak er foreslått ennå',
  noMeasuresReason:
    'Et tiltak flytter en del av mengden fra noen varetyper til andre, og effekten beregnes fra innkjøpene.',
  shift: (p: { share: string; from: readonly string[]; to: readonly string[] }) =>
    `Flytt ${formatShare(p.share, 'nb', 0)} av mengden fra ${listing('nb', p.from)} til ${listing('nb', p.to)}`,
  among: (p: { who: string; agreement: string | null; supplier: string | null }) =>
    `Gjelder ${[p.who, p.agreement && `avtale ${p.agreement}`, p.supplier].filter((each) => each).join(', ')}.`,
  owner: 'Ansvarlig',
  starts: 'Starter',
  startsIn: (p: { on: string }) => month(p.on.slice(0, 7)),
  cost: 'Kostnad',
  noCost: 'Ikke oppgitt',
  noOwner: 'Kan ikke vises',
  expected: 'Forventet effekt',
  expectedFigure: (p: { kg: string; low: string; high: string }) =>
    `${tonne(p.kg)} i året, mellom ${formatQuantity(p.low, 'nb')} og ${formatQuantity(p.high, 'nb')}`,
  expectedReasons: {
    incomplete: 'Ikke beregnet: ingen måned i året før start er komplett i regnskapet.',
    'nothing-bought': 'Ikke beregnet: ingenting av dette er kjøpt med kjent mengde i året før start.',
    'no-factor': 'Ikke beregnet: varetypene som mengden flyttes til, har ingen faktor per kg.',
  },
  states: { proposed: 'Foreslått', decided: 'Vedtatt', 'under-way': 'I gang', ended: 'Avsluttet' },
  toState: { decided: 'Vedta', 'under-way': 'Sett i gang', ended: 'Avslutt', proposed: 'Foreslå' },
  stateReason: 'Begrunnelse',
  missingReason: 'Skriv en begrunnelse.',
  stateSaved: 'Lagret.',
  history: 'Beslutninger',
  decided: (p: { state: string; by: string | null; at: string }) =>
    `${p.state} ${formatDate(p.at.slice(0, 10), 'nb')}${p.by ? ` av ${p.by}` : ''}`,
  realised: 'Oppnådd effekt, beregnet fra dataene',
  notYet: 'Tiltaket har ikke startet.',
  effectTitle: {
    fall: (p: { kg: string }) => `${tonne(p.kg)} mindre på grunn av endret sammensetning`,
    rise: (p: { kg: string }) => `${tonne(p.kg)} mer på grunn av endret sammensetning`,
    unclear: () => 'Kan ikke fastslås: effekten kan være null',
  },
  effectPeriod: (p: { after: { from: string; to: string }; before: { from: string; to: string } }) =>
    `${months(p.after)} mot ${months(p.before)}`,
  effectReasons: {
    incomplete: 'Kan ikke fastslås: ingen måned er komplett både før og etter start.',
    'nothing-bought': 'Kan ikke fastslås: ingenting ble kjøpt før start hos leverandører med like gode data.',
    'quantity-unknown': 'Kan ikke fastslås: mengden er kjent for mindre enn halvparten av beløpet.',
  },
  steps: {
    before: 'Før',
    data: 'Data: leverandører med endret datagrunnlag, og linjer uten mengde',
    volume: 'Volum: samlet mengde',
    mix: 'Effekt: endret sammensetning',
    supplier: 'Leverandørens eget tall',
    factor: 'Faktor: andre utslippstall for samme varetype',
    method: 'Metode',
    price: 'Pris: ingen effekt, fordi utslippet beregnes fra mengde',
    after: 'Etter',
  },
  stepHeads: { cause: 'Årsak', emitted: 'Tonn CO₂e' },
  shares: (p: { before: string; after: string }) =>
    `Varetypene det flyttes til, gikk fra ${formatShare(p.before, 'nb', 0)} til ${formatShare(p.after, 'nb', 0)} av mengden.`,
  massKnown: (p: { before: string; after: string }) =>
    `Mengden er kjent for ${formatShare(p.before, 'nb', 0)} av beløpet før og ${formatShare(p.after, 'nb', 0)} etter. Resten antas å ha samme sammensetning.`,
  excluded: (p: { names: readonly string[] }) =>
    `Utelatt fra effekten fordi datagrunnlaget er endret: ${listing('nb', p.names)}.`,
  proposal: {
    title: 'Forslag fra dataene',
    finding: (p: { count: number; share: string; months: { from: string; to: string } }) =>
      `${formatCount(p.count, 'nb')} ${p.count === 1 ? 'varetype' : 'varetyper'} gir ${formatShare(p.share, 'nb', 0)} av utslippet fra varer med kjent mengde, ${months(p.months)}.`,
    none: 'Ingen varer med kjent mengde i komplette måneder.',
    heads: {
      name: 'Varetype',
      mass: 'Mengde (kg)',
      change: 'Mengde mot året før',
      emitted: 'Tonn CO₂e',
      perKg: 'Kg CO₂e per kg',
    },
    change: (p: { share: string }) => changeText(p.share),
    notBought: 'ikke kjøpt året før',
    noYearBefore: 'Mengden kan ikke sammenlignes med året før: ingen måned har komplett regnskap i begge årene.',
    compared: (p: Compared) =>
      `Mengde mot året før, etter leveringsdato: ${months(p.after)} mot ${months(p.before)}. Mengden er kjent for ${formatShare(p.knownAfter, 'nb', 0)} av beløpet i kategoriene, mot ${formatShare(p.knownBefore, 'nb', 0)} året før.`,
    notComparable: (p: Compared) =>
      `Mengden kan ikke sammenlignes med året før: den er kjent for ${formatShare(p.knownAfter, 'nb', 0)} av beløpet i kategoriene (${months(p.after)}), mot ${formatShare(p.knownBefore, 'nb', 0)} (${months(p.before)}).`,
    shifts: {
      title: 'Bytter innenfor avtalene',
      note: 'Varetypene er kjøpt på samme avtale. Om den ene kan brukes i stedet for den andre, må de som bruker varene, vurdere. Prisene er det som er betalt per kg.',
      finding: (p: { share: string; from: string; to: string; kg: string }) =>
        `Bytt ${formatShare(p.share, 'nb', 0)} av ${lower(p.from)} med ${lower(p.to)}: ${tonne(p.kg)} i året`,
      effect: (p: { mass: string; low: string; high: string; cost: string }) =>
        `${p.mass} kg flyttes i året. Med 95 % sannsynlighet mellom ${formatQuantity(p.low, 'nb')} og ${tonne(p.high)}. ${costText(p.cost)}${Number(p.high) < 0 ? '' : ' Det er ikke sikkert at utslippene går ned.'}`,
      agreement: (p: { agreement: string }) => `Avtale ${p.agreement}`,
      use: 'Foreslå som tiltak',
      useFor: (p: { finding: string }) => `Foreslå som tiltak: ${p.finding}`,
    },
  },
  form: {
    within: (p: { agreement: string }) => `Gjelder kjøp på avtale ${p.agreement}.`,
    titleOf: (p: { from: string; to: string }) => `${p.to} i stedet for ${lower(p.from)}`,
    target: 'Sett et mål',
    measure: 'Foreslå et tiltak',
    who: 'Gjelder',
    kind: 'Hva målet gjelder',
    baseYear: 'Basisår',
    targetYear: 'Målår',
    value: 'Verdi i målåret',
    valueHelp: 'Tonn CO₂e, gram per krone, kg per innbygger, eller prosent',
    path: 'Verdier på veien',
    pathHelp: 'Én linje per år: 2028; 700. Tomt felt gir en rett linje.',
    note: 'Grunnlag, for eksempel saksnummer',
    save: 'Sett målet',
    titleField: 'Navn på tiltaket',
    category: 'Kategori',
    owner: 'Ansvarlig',
    start: 'Første måned',
    startHelp: 'Som 2026-08. Effekten sammenlignes med de tolv månedene før.',
    cost: 'Kostnad i kroner, hvis den er kjent',
    from: 'Flytt fra',
    to: 'Flytt til',
    share: 'Hvor mange prosent av mengden',
    reason: 'Begrunnelse',
    propose: 'Foreslå tiltaket',
    missing: 'Fyll ut dette feltet.',
    odd: 'Verdien kan ikke leses.',
    choose: 'Velg',
    done: 'Lagret.',
  },
};
export type TargetsTexts = typeof targetsNb;
