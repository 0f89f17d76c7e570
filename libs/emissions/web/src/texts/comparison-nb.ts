import { formatMoney, formatPeriod, formatShare, monthSpans, Period } from '@tallgrunn/values';

const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nb', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
const months = (p: { from: string; to: string }) => (p.from === p.to ? month(p.from) : `${month(p.from)} til ${month(p.to)}`);
/** Months, those that follow each other as one span. */
const spans = (keys: readonly string[]) => monthSpans(keys).map(months).join(', ');

interface Sums {
  before: string;
  after: string;
}

export const nb = {
  /** What is compared with what, of whom. */
  compared: (p: { before: { from: string; to: string }; after: { from: string; to: string } }) => `Sammenlignet: ${months(p.before)} med ${months(p.after)}.`,
  buyers: (p: { names: readonly string[] }) => `Gjelder ${p.names.join(', ')}.`,
  complete: 'Bare måneder og kommuner der regnskapet er komplett i begge perioder, er med.',
  leftOut: (p: { name: string; months: readonly string[] }) => `${p.name} er ikke med: regnskapet er ikke komplett for ${spans(p.months)}.`,
  lockedTitle: 'Kan ikke sammenlignes',
  incomplete: 'Ingen kommune har regnskap som er komplett for de samme månedene i begge perioder.',
  lacking: (p: { name: string; months: readonly string[] }) => `${p.name}: ikke komplett for ${spans(p.months)}.`,
  otherSeason: 'Periodene er ulike deler av året. Da kan forskjellen skyldes sesongen, og vi sier ikke om det er nedgang eller økning.',
  toCompleteness: 'Se hvilke måneder som er på plass',
  prices: (p: { figure: string }) => `Prisstigningen er ikke regnet ut for ${p.figure}. En økning kan komme av høyere priser, og kalles ikke sikker når prisene alene kan forklare den.`,
  spend: {
    up: (p: Sums & { share: string }) => `Innkjøpene er ${formatShare(p.share, 'nb')} høyere: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    down: (p: Sums & { share: string }) => `Innkjøpene er ${formatShare(p.share, 'nb')} lavere: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    same: (p: Sums & { share: string }) => `Innkjøpene er omtrent som før: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    none: (p: Sums & { share: string }) => `Innkjøpene: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
  },
};

export type ComparisonTexts = typeof nb;
