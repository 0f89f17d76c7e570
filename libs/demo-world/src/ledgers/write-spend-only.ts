import type { OtherSpend } from '../latent/other-spend.ts';
import type { Posting, Voucher } from '../latent/vouchers.ts';
import type { Municipality } from '../setting/municipalities.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import { addDays, monthOf, monthsFrom, onWorkingDay, periodRange, yearOf } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import type { WorldFile } from '../world-file.ts';
import { writeLedger } from './write-ledgers.ts';

/** The seller name of postings that only exist as sums. */
const aggregateSeller = { name: 'Samlet fra regnskapet', orgNumber: '' };

/**
 * Writes ledgers for the years before reporting began: only sums by month, account code and function, as in an old
 * ledger.
 */
export function* writeSpendOnly(scenario: Scenario, book: TruthBook): Generator<WorldFile> {
  for (const one of scenario.buyers.filter(({ body }) => !body)) {
    const rng = randomStream(scenario.seed, `spend-only/${one.number}`);
    let count = 0;
    for (const quarter of scenario.spendOnlyQuarters) {
      const { start, end } = periodRange(quarter);
      const vouchers = monthsFrom(monthOf(start), monthOf(addDays(end, -1))).flatMap((month) => [
        ...agreedSums(scenario, one, month, rng),
        ...otherSums(scenario, one, month, rng),
      ]);
      for (const voucher of vouchers) voucher.number = String(Number(one.number.slice(2)) * 1_000_000 + 1 + count++);
      yield writeLedger(
        one,
        quarter,
        vouchers.flatMap((voucher) =>
          voucher.postings.map((posting) => ({ voucher, posting, supplierNumber: '', invoiceNumber: '' })),
        ),
        book,
      );
    }
  }
}

/** Multiplier for lower prices and volumes in earlier years: 3 % per year. */
const earlierPriceLevel = (month: string): number => 0.97 ** (2023 - yearOf(`${month}-01`));

function sum(
  scenario: Scenario,
  one: Municipality,
  month: string,
  { art, accountClass, site, text }: Pick<OtherSpend, 'art' | 'accountClass' | 'site' | 'text'>,
  kroner: number,
): Voucher {
  const bookedOn = onWorkingDay(`${month}-25`);
  const place =
    scenario.sites.find(({ municipality, kind }) => municipality === one && kind === site) ??
    (scenario.sites.find(({ municipality }) => municipality === one) as Scenario['sites'][number]);
  const posting: Posting = {
    kind: 'other',
    art,
    rightArt: art,
    accountClass,
    site: place,
    amount: Math.round(kroner * 100),
    category: null,
    text,
  };
  return {
    municipality: one,
    number: '',
    bookedOn,
    period: month,
    seller: aggregateSeller,
    invoiceNumber: '',
    issuedOn: bookedOn,
    dueOn: bookedOn,
    postings: [posting],
    invoice: null,
  };
}

/** Creates sums by account code for items that were later bought under the agreements. */
function agreedSums(scenario: Scenario, one: Municipality, month: string, rng: Rng): Voucher[] {
  const arts = Map.groupBy(scenario.items, ({ category }) => category.art);
  return [...arts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([art, items]) => {
      const kroner = (items.reduce((total, { plan }) => total + (plan[2022] as number), 0) * one.share) / 12;
      return sum(
        scenario,
        one,
        month,
        {
          art,
          accountClass: '1',
          site: art === '115' || art === '110' ? 'sykehjem' : 'rådhus',
          text: 'Sum for måneden',
        },
        kroner * earlierPriceLevel(month) * rng.logNormal(0.12),
      );
    });
}

const otherSums = (scenario: Scenario, one: Municipality, month: string, rng: Rng): Voucher[] =>
  scenario.otherSpend.map((habit) =>
    sum(
      scenario,
      one,
      month,
      habit,
      ((habit.million * 1_000_000 * one.share) / 12) * earlierPriceLevel(month) * rng.logNormal(0.2),
    ),
  );
