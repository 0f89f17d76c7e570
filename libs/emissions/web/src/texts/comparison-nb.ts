import { formatMoney, formatPeriod, formatShare, Period } from '@tallgrunn/values';

const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nb', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
const months = (p: { from: string; to: string }) => (p.from === p.to ? month(p.from) : `${month(p.from)} til ${month(p.to)}`);
/** The first few of many. */
const some = (texts: readonly string[], most: number) => (texts.length > most ? `${texts.slice(0, most).join(', ')} og ${texts.length - most} til` : texts.join(', '));

interface Sums {
  before: string;
  after: string;
}

export const nb = {
  /** What is compared with what, of whom. */
  compared: (p: { before: { from: string; to: string }; after: { from: string; to: string } }) => `Sammenlignet: ${months(p.before)} med ${months(p.after)}.`,
  buyers: (p: { names: readonly string[] }) => `Gjelder ${p.names.join(', ')}.`,
  complete: 'Bare måneder og kommuner der regnskapet er komplett i begge perioder, er med.',
  leftOut: (p: { name: string; months: readonly string[] }) => `${p.name} er ikke med: regnskapet er ikke komplett for ${some(p.months.map(month), 6)}.`,
  lockedTitle: 'Kan ikke sammenlignes',
  incomplete: 'Ingen kommune har regnskap som er komplett for de samme månedene i begge perioder.',
  lacking: (p: { name: string; months: readonly string[] }) => `${p.name}: ikke komplett for ${some(p.months.map(month), 6)}.`,
  otherSeason: 'Periodene er ulike deler av året. Da kan forskjellen skyldes sesongen, og vi sier ikke om det er nedgang eller økning.',
  toCompleteness: 'Se hvilke måneder som er på plass',
  spend: {
    up: (p: Sums & { share: string }) => `Innkjøpene er ${formatShare(p.share, 'nb')} høyere: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    down: (p: Sums & { share: string }) => `Innkjøpene er ${formatShare(p.share, 'nb')} lavere: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    same: (p: Sums & { share: string }) => `Innkjøpene er omtrent som før: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
    none: (p: Sums & { share: string }) => `Innkjøpene: fra ${kroner(p.before)} til ${kroner(p.after)}, uten mva.`,
  },
};

export type ComparisonTexts = typeof nb;
