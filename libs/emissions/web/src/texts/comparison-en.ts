import { formatMoney, formatPeriod, formatShare, Period } from '@tallgrunn/values';
import type { ComparisonTexts } from './comparison-nb.ts';

const kroner = (amount: string) => formatMoney(amount, 'NOK', 'en', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'en');
const months = (p: { from: string; to: string }) => (p.from === p.to ? month(p.from) : `${month(p.from)} to ${month(p.to)}`);
/** The first few of many. */
const some = (texts: readonly string[], most: number) => (texts.length > most ? `${texts.slice(0, most).join(', ')} and ${texts.length - most} more` : texts.join(', '));

export const en: ComparisonTexts = {
  compared: (p) => `Compared: ${months(p.before)} with ${months(p.after)}.`,
  buyers: (p) => `Of ${p.names.join(', ')}.`,
  complete: 'Only months and municipalities whose ledger is complete in both periods are included.',
  leftOut: (p) => `${p.name} is not included: its ledger is not complete for ${some(p.months.map(month), 6)}.`,
  lockedTitle: 'Cannot be compared',
  incomplete: 'No municipality has a ledger that is complete for the same months of both periods.',
  lacking: (p) => `${p.name}: not complete for ${some(p.months.map(month), 6)}.`,
  otherSeason: 'The periods are different parts of the year. The difference may come from the season, so we do not say whether it is a fall or a rise.',
  toCompleteness: 'See which months are here',
  spend: {
    up: (p) => `Purchases are ${formatShare(p.share, 'en')} higher: from ${kroner(p.before)} to ${kroner(p.after)}, excluding VAT.`,
    down: (p) => `Purchases are ${formatShare(p.share, 'en')} lower: from ${kroner(p.before)} to ${kroner(p.after)}, excluding VAT.`,
    same: (p) => `Purchases are about as before: from ${kroner(p.before)} to ${kroner(p.after)}, excluding VAT.`,
    none: (p) => `Purchases: from ${kroner(p.before)} to ${kroner(p.after)}, excluding VAT.`,
  },
};
