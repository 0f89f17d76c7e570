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
import type { MunicipalitiesTexts } from './municipalities-nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nn', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'nn');
const spans = (months: readonly string[]) =>
  listing(
    'nn',
    monthSpans(months).map(({ from, to }) => (from === to ? month(from) : `${month(from)}–${month(to)}`)),
  );
const accountsOf = { operating: 'berre driftsrekneskapen', all: 'drift og investering saman' };

export const municipalitiesNn: MunicipalitiesTexts = {
  title: 'Kommunane side om side',
  lead: 'Dei same tala som kvar kommune har på sine eigne sider. Ein kommune som manglar rekneskap for ein månad, blir vist, men kan ikkje samanliknast.',
  period: 'Periode',
  measure: 'Mål',
  measures: { emissions: 'Klimafotavtrykk', spend: 'Innkjøp' },
  per: 'Vis',
  pers: { inhabitant: 'per innbyggjar', total: 'totalt' },
  accounts: 'Rekneskap',
  accountsCompared: { operating: 'berre drift', all: 'drift og investering saman' },
  heads: {
    municipality: 'Kommune',
    figure: 'Tal',
    interval: '95 % intervall',
    byItem: 'Kjent som vare',
    withFactor: 'Med utsleppsfaktor',
    population: 'Innbyggjarar',
  },
  caption: (p) => `Kommunane side om side, ${formatPeriod(Period.parse(p.period), 'nn')}`,
  /** Main finding of the chart; `isSure`: the interval of the largest is above all others. */
  finding: {
    emissions: (p) =>
      p.isSure
        ? `${p.name} har størst klimafotavtrykk`
        : 'Intervalla overlappar: kva kommune som har størst klimafotavtrykk, er ikkje sikkert',
    spend: (p) => `${p.name} kjøpte for mest`,
  },
  findingPer: {
    emissions: (p) =>
      p.isSure
        ? `${p.name} har størst klimafotavtrykk per innbyggjar`
        : 'Intervalla overlappar: kva kommune som har størst klimafotavtrykk per innbyggjar, er ikkje sikkert',
    spend: (p) => `${p.name} kjøpte for mest per innbyggjar`,
  },
  findingFew: 'Færre enn to kommunar kan samanliknast i denne perioden',
  basis: {
    emissions: (p) =>
      `${formatPeriod(Period.parse(p.period), 'nn')}. Klimafotavtrykk av bokførte innkjøp, ${accountsOf[p.accounts]}. Streken er eit intervall på 95 %. Di meir som er kjent som vare, di sikrare er talet.`,
    spend: (p) =>
      `${formatPeriod(Period.parse(p.period), 'nn')}. Bokførte innkjøp utan mva., ${accountsOf[p.accounts]}.`,
  },
  units: {
    emissions: { inhabitant: 'kg CO₂e per innbyggjar', total: 'tonn CO₂e' },
    spend: { inhabitant: 'kr per innbyggjar', total: 'kr' },
  },
  emissionsFigure: {
    inhabitant: (p) => `${formatQuantity(p.value, 'nn')} kg`,
    total: (p) => `${formatQuantity(p.value, 'nn')} t`,
  },
  spendFigure: (p) => kroner(p.value),
  interval: (p) => `${p.low} til ${p.high}`,
  share: (p) => formatShare(p.share, 'nn', 1),
  notKnown: 'ikkje kjent',
  missing: (p) => `kan ikkje samanliknast: rekneskapen er ikkje komplett for ${spans(p.months)}`,
  classUnknown: (p) =>
    `kan ikkje samanliknast: rekneskapen oppgir ikkje kva som er drift og kva som er investering, for ${kroner(p.amount)}`,
  classLittle: (p) =>
    `${p.name}: ${kroner(p.amount)} er ikkje med, fordi det ikkje er kjent om det er drift eller investering.`,
  nothing: 'ingen innkjøp er importerte',
  noPopulation: 'innbyggjartal er ikkje lagt inn',
  population: (p) => `${count(p.inhabitants)} (${p.year})`,
  populationNone: 'Innbyggjartal er ikkje lagde inn, så tala er totalt og følgjer storleiken på kommunen.',
  populationWhy: 'Innbyggjartalet er det nyaste som er lagt inn for eit år som ikkje er etter perioden.',
  populationSources: 'Kjelder for innbyggjartal',
  toCompleteness: 'Sjå kva som er på plass',
  none: 'Ingen tal enno',
  noneReason: 'Importer rekneskap for å samanlikne kommunane.',
  form: {
    title: 'Legg inn innbyggjartal',
    lead: 'Tidlegare tal blir ikkje sletta. Det nyaste gjeld.',
    year: 'År (1. januar)',
    source: 'Kjelde',
    sourceHelp: 'Til dømes: SSB, tabell 07459, lesen 12. mars 2026.',
    rows: 'Innbyggjarar',
    rowsHelp: 'Éi linje for kvar kommune: namn; tal. Kan limast inn frå eit rekneark.',
    act: 'Lagre innbyggjartal',
    done: (p) =>
      plural('nn', p.count, {
        one: 'Innbyggjartalet for éin kommune er lagra.',
        other: `Innbyggjartalet for ${count(p.count)} kommunar er lagra.`,
      }),
    missing: 'Feltet må fyllast ut',
    yearOdd: 'Skriv årstalet med fire siffer',
    rowOdd: (p) => `Linje ${count(p.row)}: «${p.found}» er ikkje eit namn og eit heilt tal med semikolon mellom`,
    buyerOdd: (p) => `Linje ${count(p.row)}: «${p.found}» er ikkje ein kommune i innkjøpssamarbeidet`,
    twice: (p) => `Linje ${count(p.row)}: «${p.found}» er oppgitt to gonger`,
  },
};
