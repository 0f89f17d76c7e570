import { formatMoney, formatPeriod, formatShare, monthSpans, Period } from '@tallgrunn/values';

const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nb', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
const months = (p: { from: string; to: string }) =>
  p.from === p.to ? month(p.from) : `${month(p.from)} til ${month(p.to)}`;
/** Formats months, joining consecutive ones to spans. */
const spans = (keys: readonly string[]) => monthSpans(keys).map(months).join(', ');

interface Sums {
  before: string;
  after: string;
}

export const nb = {
  /** The periods and buyers compared. */
  compared: (p: { before: { from: string; to: string }; after: { from: string; to: string } }) =>
    `Sammenlignet: ${months(p.before)} med ${months(p.after)}.`,
  buyers: (p: { names: readonly string[] }) => `Gjelder ${p.names.join(', ')}.`,
  excluded: (p: { names: readonly string[] }) => `Ikke med, fordi regnskapet mangler måneder: ${p.names.join(', ')}.`,
  more: 'Mer om sammenligningen',
  complete: 'Bare måneder og kommuner der regnskapet er komplett i begge perioder, er med.',
  leftOut: (p: { name: string; months: readonly string[] }) =>
    `${p.name} er ikke med: regnskapet er ikke komplett for ${spans(p.months)}.`,
  lockedTitle: 'Kan ikke sammenlignes',
  incomplete: 'Ingen kommune har regnskap som er komplett for de samme månedene i begge perioder.',
  lacking: (p: { name: string; months: readonly string[] }) => `${p.name}: ikke komplett for ${spans(p.months)}.`,
  otherSeason:
    'Periodene er ulike deler av året. Forskjellen kan skyldes sesongen, så nedgang eller økning oppgis ikke.',
  toCompleteness: 'Se hvilke måneder som er på plass',
  prices: (p: { figure: string }) =>
    `Prisstigningen er ikke beregnet for ${p.figure}. En økning kan skyldes høyere priser, og kalles ikke sikker når prisene alene kan forklare den.`,
  classes: {
    /** The account class of the figures. */
    of: {
      operating: 'Tallene gjelder drift.',
      investment:
        'Tallene gjelder investering. Investeringer varierer mye fra år til år, så nedgang eller økning oppgis ikke.',
      unknown:
        'Tallene gjelder innkjøp der det ikke er kjent om de er drift eller investering. Nedgang eller økning oppgis derfor ikke.',
      together: 'Tallene gjelder drift og investering sammen.',
    },
    investment: (p: { spendBefore: string; spendAfter: string; before: string; after: string }) =>
      `Investering, til sammenligning: fra ${kroner(p.spendBefore)} til ${kroner(p.spendAfter)}, fra ${p.before} til ${p.after}. Investeringer varierer mye fra år til år, og er ikke med i vurderingen.`,
    /** The reason why no direction is stated: too much is unclassified. */
    notKnown:
      'Nedgang eller økning oppgis ikke: for noen kommuner er det ikke kjent hva som er drift og hva som er investering.',
    little: 'For noen innkjøp er det ikke kjent om de er drift eller investering. De er ikke med i tallene for drift.',
    unknownOf: (p: { name: string; before: string; after: string }) =>
      `${p.name}: ikke kjent for ${kroner(p.before)} i den første perioden og ${kroner(p.after)} i den andre.`,
    show: 'Drift eller investering',
    all: 'Alt sammen',
    names: { operating: 'Drift', investment: 'Investering', unknown: 'Ikke kjent' },
  },
  spend: {
    up: (p: Sums & { share: string }) =>
      `Innkjøpene er ${formatShare(p.share, 'nb')} høyere: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    down: (p: Sums & { share: string }) =>
      `Innkjøpene er ${formatShare(p.share, 'nb')} lavere: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    same: (p: Sums & { share: string }) =>
      `Innkjøpene er omtrent som før: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    none: (p: Sums & { share: string }) => `Innkjøpene: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
  },
};

export type ComparisonTexts = typeof nb;
