import type { Site } from '../../../setting/sites.ts';
import { monthOf } from '../../../values/calendar.ts';
import { netOf } from '../../latent/invoices.ts';
import { postingOf, type Posting } from '../../latent/postings.ts';
import { oreOf, type Share } from '../../latent/deliveries.ts';
import { ofSlot } from '../habit.ts';
import type { BookingHabit } from './booking-habit.ts';

/** Splits an amount in proportion to the shares. The parts add up to the amount. */
function splitAmount(ore: number, shares: readonly number[]): number[] {
  const shareSum = shares.reduce((sum, share) => sum + share, 0);
  const list = shares.map((share) => Math.round((ore * share) / shareSum));
  list[0] = ore - list.slice(1).reduce((sum, part) => sum + part, 0);
  return list;
}

/** Splits a posting and its delivery shares in the given proportions. */
function splitPosting(
  posting: Posting,
  shares: readonly number[],
  change: (part: Posting, at: number) => void,
): Posting[] {
  const of = posting.shares.map(({ ore }) => splitAmount(ore, shares));
  return splitAmount(posting.amount, shares).map((amount, at) => {
    const own = posting.shares.map(({ delivery }, index): Share => ({
      delivery,
      ore: (of[index] as number[])[at] as number,
    }));
    const part: Posting = { ...posting, amount, shares: own, habits: new Set(posting.habits) };
    change(part, at);
    return part;
  });
}

const groupOf = (postings: readonly Posting[], key: (posting: Posting) => string, habit: string): Posting[] =>
  [...Map.groupBy(postings, key).values()].map((own) => {
    const [first] = own as [Posting, ...Posting[]];
    if (own.length === 1) return first;
    return {
      ...first,
      amount: own.reduce((sum, { amount }) => sum + amount, 0),
      shares: own.flatMap(({ shares }) => shares),
      invoices: [...new Set(own.flatMap(({ invoices }) => invoices))],
      habits: new Set([...own.flatMap(({ habits }) => [...habits]), habit]),
    };
  });

/** Habits for the number of postings per invoice and of invoices per posting. */
export const splittingHabits: readonly BookingHabit[] = [
  ...ofSlot<BookingHabit>('split', [
    {
      key: 'one-posting',
      does: 'An invoice is one posting, on one account.',
      leaves: 'The invoice.',
      split: (postings) => (postings.length > 1 ? groupOf(postings, () => '', 'one-posting') : null),
    },
    {
      key: 'cost-split',
      does: 'Every posting is spread over two places by a fixed share.',
      leaves: 'The invoice; each posting holds a part of each line.',
      split: (postings, _, { draw }) =>
        postings.flatMap((posting) =>
          splitPosting(
            posting,
            draw.pick([
              [60, 40],
              [70, 30],
              [50, 50],
            ]),
            (part, at) => {
              part.site = posting.customer.sites[
                (posting.customer.sites.indexOf(posting.site) + at) % posting.customer.sites.length
              ] as Site;
            },
          ),
        ),
    },
    {
      key: 'account-split',
      does: 'Some invoices are spread over several accounts, whatever is on them.',
      leaves: 'The invoice; each posting holds a part of each line.',
      strength: [0.3, 0.7],
      split: (postings, _, { draw, strength }) =>
        draw.chance(strength)
          ? postings.flatMap((posting) =>
              splitPosting(posting, [55, 30, 15], (part, at) => {
                part.account = [posting.account, '120', '240'][at] as string;
              }),
            )
          : null,
    },
    {
      key: 'posting-for-line',
      does: 'Each line of an invoice is a posting.',
      leaves: 'The line.',
      split: (postings, invoice) => {
        const [first] = postings;
        if (!first) return null;
        const lines = invoice.lines.map((line) =>
          postingOf(
            first.customer,
            invoice,
            first.bookedOn,
            first.voucher,
            line.goods?.category.art ?? first.account,
            line.amount,
            [line],
            line.goods || line.shares.length > 0 ? 'goods' : 'fee',
          ),
        );
        const rest = netOf(invoice) - lines.reduce((sum, { amount }) => sum + amount, 0);
        return rest === 0
          ? lines
          : [...lines, postingOf(first.customer, invoice, first.bookedOn, first.voucher, '130', rest, [], 'fee')];
      },
    },
    {
      key: 'ledger-day-sum',
      does: 'All of a supplier’s invoices of a day are one posting.',
      leaves: 'Supplier and day; which invoices only by their sum.',
      ledger: (postings) =>
        groupOf(
          postings,
          ({ supplierOrgNumber, bookedOn, account }) => `${supplierOrgNumber} ${bookedOn} ${account}`,
          'ledger-day-sum',
        ),
    },
    {
      key: 'ledger-month-sum',
      does: 'All of a supplier’s invoices of a month are one posting for each account, without numbers.',
      leaves: 'Supplier and month; which invoices only by their sum.',
      excludes: ['number'],
      ledger: (postings) =>
        groupOf(
          postings,
          ({ supplierOrgNumber, period, account }) => `${supplierOrgNumber} ${period} ${account}`,
          'ledger-month-sum',
        ).map((posting) => ({
          ...posting,
          invoiceNumber: '',
          invoiceDate: null,
          habits: new Set([...posting.habits, 'ledger-month-sum']),
        })),
    },
  ]),
  ...ofSlot<BookingHabit>('fees', [
    {
      key: 'fees-apart',
      does: 'Fees have a posting of their own.',
      leaves: 'The goods’ sum is the lines’ sum.',
      split: (postings, invoice) => {
        const [first] = postings.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
        const goods = invoice.lines.reduce(
          (sum, line) => sum + (line.kind === 'fee' || line.kind === 'deposit' ? 0 : line.amount),
          0,
        );
        const fee = netOf(invoice) - goods;
        if (!first || fee === 0 || first.invoices.length > 1) return null;
        const all = oreOf(postings.flatMap(({ shares }) => shares));
        if (postings.length > 1 && all === 0) return null;
        return [
          ...postings.map((posting) =>
            posting === first ? { ...posting, amount: posting.amount - fee, habits: new Set(posting.habits) } : posting,
          ),
          {
            ...postingOf(first.customer, invoice, first.bookedOn, first.voucher, '130', fee, [], 'fee'),
            text: 'Frakt og gebyr',
          },
        ];
      },
      excludes: ['split'],
    },
  ]),
  ...ofSlot<BookingHabit>('accounts', [
    {
      key: 'accounts-mixed',
      does: 'Some postings stand on a wrong account.',
      leaves: 'All but the account.',
      strength: [0.1, 0.3],
      posting: (posting, { draw, strength }) => {
        if (posting.kind !== 'goods' || !draw.chance(strength)) return false;
        posting.account = draw.pick(['100', '120', '200', '240']);
        return true;
      },
    },
    {
      key: 'accounts-one',
      does: 'All is booked on account 120.',
      leaves: 'All but the account.',
      posting: (posting) => {
        if (posting.kind !== 'goods') return false;
        posting.account = '120';
        return true;
      },
    },
    {
      key: 'places-central',
      does: 'All is booked at the town hall.',
      leaves: 'All but the place.',
      posting: (posting) => {
        posting.site = posting.customer.sites[0] as Site;
      },
    },
  ]),
  ...ofSlot<BookingHabit>('text', [
    {
      key: 'texts-none',
      does: 'Texts are empty.',
      leaves: 'All but the text.',
      without: ['text'],
      posting: (posting) => {
        posting.text = '';
      },
    },
    {
      key: 'texts-month',
      does: 'Texts say only the month.',
      leaves: 'All but the text.',
      posting: (posting) => {
        posting.text = `Varekjøp ${monthOf(posting.bookedOn)}`;
      },
    },
  ]),
];
