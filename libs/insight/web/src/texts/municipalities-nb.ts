import {
  formatCount,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  listing,
  monthSpans,
  Period,
  plural,
} from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nb', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
const spans = (months: readonly string[]) =>
  listing(
    'nb',
    monthSpans(months).map(({ from, to }) => (from === to ? month(from) : `${month(from)}–${month(to)}`)),
  );
const accountsOf = { operating: 'bare driftsregnskapet', all: 'drift og investering sammen' };

export const municipalitiesNb = {
  title: 'Kommunene side om side',
  lead: 'De samme tallene som hver kommune har på sine egne sider. En kommune som mangler regnskap for en måned, vises, men kan ikke sammenlignes.',
  period: 'Periode',
  measure: 'Mål',
  measures: { emissions: 'Klimafotavtrykk', spend: 'Innkjøp' },
  per: 'Vis',
  pers: { inhabitant: 'per innbygger', total: 'totalt' },
  accounts: 'Regnskap',
  accountsCompared: { operating: 'bare drift', all: 'drift og investering sammen' },
  heads: {
    municipality: 'Kommune',
    figure: 'Tall',
    interval: '95 % intervall',
    byItem: 'Kjent som vare',
    withFactor: 'Med utslippsfaktor',
    population: 'Innbyggere',
  },
  caption: (p: { period: string }) => `Kommunene side om side, ${formatPeriod(Period.parse(p.period), 'nb')}`,
  /** Main finding of the chart; `isSure`: the interval of the largest is above all others. */
  finding: {
    emissions: (p: { name: string; isSure: boolean }) =>
      p.isSure
        ? `${p.name} har størst klimafotavtrykk`
        : 'Intervallene overlapper: hvilken kommune som har størst klimafotavtrykk, er ikke sikkert',
    spend: (p: { name: string; isSure: boolean }) => `${p.name} kjøpte for mest`,
  },
  findingPer: {
    emissions: (p: { name: string; isSure: boolean }) =>
      p.isSure
        ? `${p.name} har størst klimafotavtrykk per innbygger`
        : 'Intervallene overlapper: hvilken kommune som har størst klimafotavtrykk per innbygger, er ikke sikkert',
    spend: (p: { name: string; isSure: boolean }) => `${p.name} kjøpte for mest per innbygger`,
  },
  findingFew: 'Færre enn to kommuner kan sammenlignes i denne perioden',
  basis: {
    emissions: (p: { period: string; accounts: 'operating' | 'all' }) =>
      `${formatPeriod(Period.parse(p.period), 'nb')}. Klimafotavtrykk av bokførte innkjøp, ${accountsOf[p.accounts]}. Streken er et intervall på 95 %. Jo mer som er kjent som vare, desto sikrere er tallet.`,
    spend: (p: { period: string; accounts: 'operating' | 'all' }) =>
      `${formatPeriod(Period.parse(p.period), 'nb')}. Bokførte innkjøp uten mva., ${accountsOf[p.accounts]}.`,
  },
  units: {
    emissions: { inhabitant: 'kg CO₂e per innbygger', total: 'tonn CO₂e' },
    spend: { inhabitant: 'kr per innbygger', total: 'kr' },
  },
  emissionsFigure: {
    inhabitant: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} kg`,
    total: (p: { value: string }) => `${formatQuantity(p.value, 'nb')} t`,
  },
  spendFigure: (p: { value: string }) => kroner(p.value),
  interval: (p: { low: string; high: string }) => `${p.low} til ${p.high}`,
  share: (p: { share: string }) => formatShare(p.share, 'nb', 1),
  notKnown: 'ikke kjent',
  missing: (p: { months: readonly string[] }) =>
    `kan ikke sammenlignes: regnskapet er ikke komplett for ${spans(p.months)}`,
  classUnknown: (p: { amount: string }) =>
    `kan ikke sammenlignes: regnskapet oppgir ikke hva som er drift og hva som er investering, for ${kroner(p.amount)}`,
  classLittle: (p: { name: string; amount: string }) =>
    `${p.name}: ${kroner(p.amount)} er ikke med, fordi det ikke er kjent om det er drift eller investering.`,
  nothing: 'ingen innkjøp er importert',
  noPopulation: 'innbyggertall er ikke lagt inn',
  population: (p: { inhabitants: number; year: number }) => `${count(p.inhabitants)} (${p.year})`,
  populationNone: 'Innbyggertall er ikke lagt inn, så tallene er totalt og følger størrelsen på kommunen.',
  populationWhy: 'Innbyggertallet er det nyeste som er lagt inn for et år som ikke er etter perioden.',
  populationSources: 'Kilder for innbyggertall',
  toCompleteness: 'Se hva som er på plass',
  none: 'Ingen tall ennå',
  noneReason: 'Importer regnskap for å sammenligne kommunene.',
  form: {
    title: 'Legg inn innbyggertall',
    lead: 'Tidligere tall blir ikke slettet. Det nyeste gjelder.',
    year: 'År (1. januar)',
    source: 'Kilde',
    sourceHelp: 'For eksempel: SSB, tabell 07459, lest 12. mars 2026.',
    rows: 'Innbyggere',
    rowsHelp: 'Én linje for hver kommune: navn; antall. Kan limes inn fra et regneark.',
    act: 'Lagre innbyggertall',
    done: (p: { count: number }) =>
      plural('nb', p.count, {
        one: 'Innbyggertallet for én kommune er lagret.',
        other: `Innbyggertallet for ${count(p.count)} kommuner er lagret.`,
      }),
    missing: 'Feltet må fylles ut',
    yearOdd: 'Skriv årstallet med fire sifre',
    rowOdd: (p: { row: number; found: string }) =>
      `Linje ${count(p.row)}: «${p.found}» er ikke et navn og et helt tall med semikolon mellom`,
    buyerOdd: (p: { row: number; found: string }) =>
      `Linje ${count(p.row)}: «${p.found}» er ikke en kommune i innkjøpssamarbeidet`,
    twice: (p: { row: number; found: string }) => `Linje ${count(p.row)}: «${p.found}» er oppgitt to ganger`,
  },
};
export type MunicipalitiesTexts = typeof municipalitiesNb;
