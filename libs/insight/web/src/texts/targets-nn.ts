import type { TargetsTexts } from './targets-nb.ts';
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

const month = (key: string) => formatPeriod(Period.parse(key), 'nn');
const months = (p: { from: string; to: string }) =>
  p.from === p.to ? month(p.from) : `${month(p.from)} til ${month(p.to)}`;
const tonne = (t: string) => `${formatQuantity(t, 'nn')} tonn CO₂e`;

const lower = (name: string): string => name.slice(0, 1).toLocaleLowerCase('nn') + name.slice(1);
const changeText = (share: string): string => `${Number(share) > 0 ? '+' : ''}${formatShare(share, 'nn', 0)}`;
const costText = (amount: string): string =>
  Number(amount) < 0
    ? `Innkjøpa blir om lag ${formatMoney(amount.replace('-', ''), 'NOK', 'nn', 0)} billegare.`
    : `Innkjøpa blir om lag ${formatMoney(amount, 'NOK', 'nn', 0)} dyrare.`;
interface Compared {
  readonly before: { readonly from: string; readonly to: string };
  readonly after: { readonly from: string; readonly to: string };
  readonly knownBefore: string;
  readonly knownAfter: string;
}

export const targetsNn = {
  title: 'Mål og tiltak',
  lead: 'Kvar vi skal, kvar vi er, og kva vi gjer for å kome dit. Alle tal gjeld berre månader der rekneskapen er komplett.',
  targets: 'Mål',
  noTargets: 'Ingen mål er sette enno',
  noTargetsReason: 'Ein avtaleforvaltar kan setje mål for samarbeidet og for kvar kommune.',
  whole: 'Heile samarbeidet',
  kinds: {
    emissions: 'Klimafotavtrykk',
    'emissions-per-krone': 'Klimafotavtrykk per krone',
    'emissions-per-inhabitant': 'Klimafotavtrykk per innbyggjar',
    'share-by-item': 'Del av innkjøpa som er kjend som vare',
    'share-declared': 'Del av innkjøpa med leverandøren sin eigen deklarasjon',
  },
  units: {
    emissions: (p: { value: string }) => tonne(p.value),
    'emissions-per-krone': (p: { value: string }) => `${formatQuantity(p.value, 'nn')} g CO₂e per krone`,
    'emissions-per-inhabitant': (p: { value: string }) => `${formatQuantity(p.value, 'nn')} kg CO₂e per innbyggjar`,
    'share-by-item': (p: { value: string }) => formatShare(p.value, 'nn', 1),
    'share-declared': (p: { value: string }) => formatShare(p.value, 'nn', 1),
  },
  goal: (p: { figure: string; year: number }) => `Mål for ${p.year}: ${p.figure}`,
  base: (p: { figure: string; year: number }) => `I ${p.year} var det ${p.figure}.`,
  baseIncomplete: (p: { year: number; names: readonly string[] }) =>
    `Rekneskapen for ${p.year} er ikkje komplett for ${listing('nn', p.names)}. Derfor kan vi ikkje fastslå om vi er på veg mot målet.`,
  interval: (p: { low: string; high: string }) => `95 % sikkert mellom ${p.low} og ${p.high}`,
  columns: {
    year: 'År',
    months: 'Månader',
    base: 'Same månader i basisåret',
    figure: 'No',
    required: 'Banen krev',
    position: 'Vurdering',
  },
  progressCaption: (p: { who: string; kind: string }) => `${p.kind}, ${p.who}, samanlikna med basisåret`,
  position: {
    'on-path': 'I rute',
    behind: 'På etterskot',
    unclear: 'Kan ikkje fastslåast: banen er innanfor uvissa',
  },
  reasons: {
    incomplete: 'Kan ikkje fastslåast: rekneskapane er ikkje komplette',
    'no-purchases': 'Kan ikkje fastslåast: ingen innkjøp er importerte',
    'no-population': 'Kan ikkje fastslåast: innbyggjartal manglar',
  },
  months,
  spans: (p: { months: readonly string[] }) => monthSpans(p.months).map(months).join(', '),
  notStarted: 'Ingen år etter basisåret enno.',
  lacking: 'Ikkje med',
  krone: 'Beløpa er ikkje justerte for prisvekst. Høgare prisar aleine gjer talet lågare.',
  note: 'Grunnlag',
  end: 'Avslutt målet',
  wedge: {
    finding: (p: { share: string; year: number }) =>
      `Tiltaka gir ${formatShare(p.share, 'nn', 0)} av reduksjonen som trengst til ${p.year}`,
    none: (p: { year: number }) => `Ingen tiltak med berekna effekt fører mot målet for ${p.year} enno`,
    reached: (p: { year: number }) => `Nivået i dag er lågare enn målet for ${p.year}`,
    basis: (p: { who: string; year: number; isFromData: boolean }) =>
      `${p.who}, tonn CO₂e i året. Toppen er ${p.isFromData ? 'nivået i dag, berekna frå månader som kan samanliknast med basisåret' : `nivået i basisåret ${p.year}, fordi ingen nyare månader kan samanliknast`}. Det er ikkje ein prognose.`,
    unknown: 'Diagrammet viser ikkje',
    growth: 'om det blir kjøpt meir eller mindre i åra som kjem',
    overlap: 'om tiltak overlappar: effektane er lagde saman',
    withoutEffect: (p: { titles: readonly string[] }) => `kva desse tiltaka gir: ${listing('nn', p.titles)}`,
    ofOthers: (p: { titles: readonly string[] }) =>
      `kor mykje av tiltak for andre eller for heile samarbeidet som gjeld her: ${listing('nn', p.titles)}`,
    heads: ['Tiltak', 'Tonn CO₂e i målåret', '95 % intervall'],
    today: 'Nivået i dag',
    path: 'Målbanen',
    goal: 'Mål',
    remaining: 'Med alle tiltak',
    proposed: (p: { title: string }) => `${p.title} (føreslått)`,
    legend: { decided: 'Vedteke', proposed: 'Føreslått', path: 'Målbanen' },
    unit: 'tonn CO₂e',
    tonne,
    spoken: (p: { finding: string; start: string; remaining: string; low: string; high: string; goal: string }) =>
      `${p.finding}. Nivået i dag er ${p.start} i året. Med alle tiltak blir det ${p.remaining}, mellom ${p.low} og ${p.high}. Målet er ${p.goal}.`,
  },
  measures: 'Tiltak',
  noMeasures: 'Ingen tiltak er føreslåtte enno',
  noMeasuresReason:
    'Eit tiltak flyttar ein del av mengda frå nokre varetypar til andre, og effekten blir berekna frå innkjøpa.',
  shift: (p: { share: string; from: readonly string[]; to: readonly string[] }) =>
    `Flytt ${formatShare(p.share, 'nn', 0)} av mengda frå ${listing('nn', p.from)} til ${listing('nn', p.to)}`,
  among: (p: { who: string; agreement: string | null; supplier: string | null }) =>
    `Gjeld ${[p.who, p.agreement && `avtale ${p.agreement}`, p.supplier].filter((each) => each).join(', ')}.`,
  owner: 'Ansvarleg',
  starts: 'Startar',
  startsIn: (p: { on: string }) => month(p.on.slice(0, 7)),
  cost: 'Kostnad',
  noCost: 'Ikkje oppgitt',
  noOwner: 'Kan ikkje visast',
  expected: 'Venta effekt',
  expectedFigure: (p: { kg: string; low: string; high: string }) =>
    `${tonne(p.kg)} i året, mellom ${formatQuantity(p.low, 'nn')} og ${formatQuantity(p.high, 'nn')}`,
  expectedReasons: {
    incomplete: 'Ikkje berekna: ingen månad i året før start er komplett i rekneskapen.',
    'nothing-bought': 'Ikkje berekna: ingenting av dette er kjøpt med kjend mengd i året før start.',
    'no-factor': 'Ikkje berekna: varetypane som mengda blir flytta til, har ingen faktor per kg.',
  },
  states: { proposed: 'Føreslått', decided: 'Vedteke', 'under-way': 'I gang', ended: 'Avslutta' },
  toState: { decided: 'Vedta', 'under-way': 'Set i gang', ended: 'Avslutt', proposed: 'Føreslå' },
  stateReason: 'Grunngiving',
  missingReason: 'Skriv ei grunngiving.',
  stateSaved: 'Lagra.',
  history: 'Avgjerder',
  decided: (p: { state: string; by: string | null; at: string }) =>
    `${p.state} ${formatDate(p.at.slice(0, 10), 'nn')}${p.by ? ` av ${p.by}` : ''}`,
  realised: 'Oppnådd effekt, berekna frå dataa',
  notYet: 'Tiltaket har ikkje starta.',
  effectTitle: {
    fall: (p: { kg: string }) => `${tonne(p.kg)} mindre på grunn av endra samansetjing`,
    rise: (p: { kg: string }) => `${tonne(p.kg)} meir på grunn av endra samansetjing`,
    unclear: () => 'Kan ikkje fastslåast: effekten kan vere null',
  },
  effectPeriod: (p: { after: { from: string; to: string }; before: { from: string; to: string } }) =>
    `${months(p.after)} mot ${months(p.before)}`,
  effectReasons: {
    incomplete: 'Kan ikkje fastslåast: ingen månad er komplett både før og etter start.',
    'nothing-bought': 'Kan ikkje fastslåast: ingenting vart kjøpt før start hos leverandørar med like gode data.',
    'quantity-unknown': 'Kan ikkje fastslåast: mengda er kjend for mindre enn halvparten av beløpet.',
  },
  steps: {
    before: 'Før',
    data: 'Data: leverandørar med endra datagrunnlag, og linjer utan mengd',
    volume: 'Volum: samla mengd',
    mix: 'Effekt: endra samansetjing',
    supplier: 'Leverandøren sitt eige tal',
    factor: 'Faktor: andre utsleppstal for same varetype',
    method: 'Metode',
    price: 'Pris: ingen effekt, fordi utsleppet blir berekna frå mengd',
    after: 'Etter',
  },
  stepHeads: { cause: 'Årsak', emitted: 'Tonn CO₂e' },
  shares: (p: { before: string; after: string }) =>
    `Varetypane det blir flytta til, gjekk frå ${formatShare(p.before, 'nn', 0)} til ${formatShare(p.after, 'nn', 0)} av mengda.`,
  massKnown: (p: { before: string; after: string }) =>
    `Mengda er kjend for ${formatShare(p.before, 'nn', 0)} av beløpet før og ${formatShare(p.after, 'nn', 0)} etter. Resten er anteken å ha same samansetjing.`,
  excluded: (p: { names: readonly string[] }) =>
    `Utelatne frå effekten fordi datagrunnlaget er endra: ${listing('nn', p.names)}.`,
  proposal: {
    title: 'Forslag frå dataa',
    finding: (p: { count: number; share: string; months: { from: string; to: string } }) =>
      `${formatCount(p.count, 'nn')} ${p.count === 1 ? 'varetype' : 'varetypar'} gir ${formatShare(p.share, 'nn', 0)} av utsleppet frå varer med kjend mengd, ${months(p.months)}.`,
    none: 'Ingen varer med kjend mengd i komplette månader.',
    heads: {
      name: 'Varetype',
      mass: 'Mengd (kg)',
      change: 'Mengd mot året før',
      emitted: 'Tonn CO₂e',
      perKg: 'Kg CO₂e per kg',
    },
    change: (p: { share: string }) => changeText(p.share),
    notBought: 'ikkje kjøpt året før',
    noYearBefore: 'Mengda kan ikkje samanliknast med året før: ingen månad har komplett rekneskap i begge åra.',
    compared: (p: Compared) =>
      `Mengd mot året før, etter leveringsdato: ${months(p.after)} mot ${months(p.before)}. Mengda er kjend for ${formatShare(p.knownAfter, 'nn', 0)} av beløpet i kategoriane, mot ${formatShare(p.knownBefore, 'nn', 0)} året før.`,
    notComparable: (p: Compared) =>
      `Mengda kan ikkje samanliknast med året før: ho er kjend for ${formatShare(p.knownAfter, 'nn', 0)} av beløpet i kategoriane (${months(p.after)}), mot ${formatShare(p.knownBefore, 'nn', 0)} (${months(p.before)}).`,
    shifts: {
      title: 'Byte innanfor avtalane',
      note: 'Varetypane er kjøpte på same avtale. Om den eine kan brukast i staden for den andre, må dei som bruker varene, vurdere. Prisane er det som er betalt per kg.',
      finding: (p: { share: string; from: string; to: string; kg: string }) =>
        `Byt ut ${formatShare(p.share, 'nn', 0)} av ${lower(p.from)} med ${lower(p.to)}: ${tonne(p.kg)} i året`,
      effect: (p: { mass: string; low: string; high: string; cost: string }) =>
        `${p.mass} kg blir flytta i året. Med 95 % sannsyn mellom ${formatQuantity(p.low, 'nn')} og ${tonne(p.high)}. ${costText(p.cost)}${Number(p.high) < 0 ? '' : ' Det er ikkje sikkert at utsleppa går ned.'}`,
      agreement: (p: { agreement: string }) => `Avtale ${p.agreement}`,
      use: 'Føreslå som tiltak',
      useFor: (p: { finding: string }) => `Føreslå som tiltak: ${p.finding}`,
    },
  },
  form: {
    within: (p: { agreement: string }) => `Gjeld kjøp på avtale ${p.agreement}.`,
    titleOf: (p: { from: string; to: string }) => `${p.to} i staden for ${lower(p.from)}`,
    target: 'Set eit mål',
    measure: 'Føreslå eit tiltak',
    who: 'Gjeld',
    kind: 'Kva målet gjeld',
    baseYear: 'Basisår',
    targetYear: 'Målår',
    value: 'Verdi i målåret',
    valueHelp: 'Tonn CO₂e, gram per krone, kg per innbyggjar, eller prosent',
    path: 'Verdiar på vegen',
    pathHelp: 'Éi linje per år: 2028; 700. Tomt felt gir ei rett linje.',
    note: 'Grunnlag, til dømes saksnummer',
    save: 'Set målet',
    titleField: 'Namn på tiltaket',
    category: 'Kategori',
    owner: 'Ansvarleg',
    start: 'Første månad',
    startHelp: 'Som 2026-08. Effekten blir samanlikna med dei tolv månadene før.',
    cost: 'Kostnad i kroner, om han er kjend',
    from: 'Flytt frå',
    to: 'Flytt til',
    share: 'Kor mange prosent av mengda',
    reason: 'Grunngiving',
    propose: 'Føreslå tiltaket',
    missing: 'Fyll ut dette feltet.',
    odd: 'Verdien kan ikkje lesast.',
    choose: 'Vel',
    done: 'Lagra.',
  },
} satisfies TargetsTexts;
