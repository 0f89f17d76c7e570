import { formatMoney, formatPeriod, formatShare, monthSpans, Period } from '@tallgrunn/values';
import type { ComparisonTexts } from './comparison-nb.ts';

const kroner = (amount: string) => formatMoney(amount, 'NOK', 'en', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'en');
const months = (p: { from: string; to: string }) =>
  p.from === p.to ? month(p.from) : `${month(p.from)} to ${month(p.to)}`;
/** Formats months, joining consecutive ones to spans. */
const spans = (keys: readonly string[]) => monthSpans(keys).map(months).join(', ');

export const en: ComparisonTexts = {
  compared: (p) => `Compared: ${months(p.before)} with ${months(p.after)}.`,
  buyers: (p) => `Covers ${p.names.join(', ')}.`,
  excluded: (p) => `Not included, because the ledger lacks months: ${p.names.join(', ')}.`,
  more: 'More about the comparison',
  complete: 'Only months and municipalities whose ledger is complete in both periods are included.',
  leftOut: (p) => `${p.name} is not included: its ledger is not complete for ${spans(p.months)}.`,
  lockedTitle: 'Cannot be compared',
  incomplete: 'No municipality has a ledger that is complete for the same months of both periods.',
  lacking: (p) => `${p.name}: not complete for ${spans(p.months)}.`,
  otherSeason:
    'The periods are different parts of the year. The difference may be seasonal, so no decrease or increase is stated.',
  toCompleteness: 'See which months are available',
  prices: (p) =>
    `Price increases are not calculated for ${p.figure}. An increase may come from higher prices, and is not called certain where prices alone may explain it.`,
  classes: {
    of: {
      operating: 'The figures cover operating accounts.',
      investment:
        'The figures cover investment. Investment varies widely from year to year, so no decrease or increase is stated.',
      unknown:
        'The figures cover purchases that are not known to be operating or investment, so no decrease or increase is stated.',
      together: 'The figures cover operating and investment together.',
    },
    investment: (p) =>
      `Investment, for comparison: from ${kroner(p.spendBefore)} to ${kroner(p.spendAfter)}, from ${p.before} to ${p.after}. Investment varies widely from year to year and is not part of the assessment.`,
    notKnown:
      'No decrease or increase is stated: for some municipalities it is not known what is operating and what is investment.',
    little:
      'For some purchases it is not known whether they are operating or investment. They are not part of the operating figures.',
    unknownOf: (p) =>
      `${p.name}: not known for ${kroner(p.before)} in the first period and ${kroner(p.after)} in the second.`,
    show: 'Operating or investment',
    all: 'Everything together',
    names: { operating: 'Operating', investment: 'Investment', unknown: 'Not known' },
  },
  spend: {
    up: (p) =>
      `Purchases are ${formatShare(p.share, 'en')} higher: from ${kroner(p.before)} to ${kroner(p.after)}, excluding VAT.`,
    down: (p) =>
      `Purchases are ${formatShare(p.share, 'en')} lower: from ${kroner(p.before)} to ${kroner(p.after)}, excluding VAT.`,
    same: (p) => `Purchases are about as before: from ${kroner(p.before)} to ${kroner(p.after)}, excluding VAT.`,
    none: (p) => `Purchases: from ${kroner(p.before)} to ${kroner(p.after)}, excluding VAT.`,
  },
};
