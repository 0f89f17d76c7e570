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
  complete: 'Bare måneder og kommuner der regnskapet er komplett i begge perioder, er med.',
  leftOut: (p: { name: string; months: readonly string[] }) =>
    `${p.name} er ikke med: regnskapet er ikke komplett for ${spans(p.months)}.`,
  lockedTitle: 'Kan ikke sammenlignes',
  incomplete: 'Ingen kommune har regnskap som er komplett for de samme månedene i begge perioder.',
  lacking: (p: { name: string; months: readonly string[] }) => `${p.name}: ikke komplett for ${spans(p.months)}.`,
  otherSeason:
    'Periodene er ulike deler av året. Da kan forskjellen skyldes sesongen, og vi sier ikke om det er nedgang eller økning.',
  toCompleteness: 'Se hvilke måneder som er på plass',
  prices: (p: { figure: string }) =>
    `Prisstigningen er ikke regnet ut for ${p.figure}. En økning kan komme av høyere priser, og kalles ikke sikker når prisene alene kan forklare den.`,
  classes: {
    /** The account class of the figures. */
    of: {
      operating: 'Tallene gjelder drift.',
      investment:
        'Tallene gjelder investering. Investering kommer i rykk og napp, og vi sier ikke om det er nedgang eller økning.',
      unknown:
        'Tallene gjelder det som verken er kjent som drift eller investering. Da sier vi ikke om det er nedgang eller økning.',
      together: 'Tallene gjelder drift og investering sammen.',
    },
    investment: (p: { spendBefore: string; spendAfter: string; before: string; after: string }) =>
      `Investering, ved siden av: fra ${kroner(p.spendBefore)} til ${kroner(p.spendAfter)}, fra ${p.before} til ${p.after}. Investering kommer i rykk og napp, og er ikke med i vurderingen.`,
    /** The reason why no direction is stated: too much is unclassified. */
    notKnown:
      'Vi sier ikke om det er nedgang eller økning: for noen er det ikke kjent hva som er drift og hva som er investering.',
    little: 'For noe er det ikke kjent om det er drift eller investering. Det er ikke med i tallene for drift.',
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
