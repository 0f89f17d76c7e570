import { monthOf } from '../../values/calendar.ts';
import type { Delivery } from '../latent/deliveries.ts';
import type { Composed } from './write-composed-truth.ts';

/** The reason why a delivery is missing on one side. */
export type MissingReason =
  | 'not-reported'
  | 'reported-later'
  | 'not-invoiced'
  | 'not-booked'
  | 'booked-earlier'
  | 'booked-later'
  | 'ledger-not-handed-over';

export interface WithoutCounterpart {
  readonly delivery: Delivery;
  readonly side: 'reports' | 'books';
  readonly cause: MissingReason;
}

const idsOf = (of: readonly { readonly shares: readonly { readonly delivery: Delivery }[] }[]): Set<number> =>
  new Set(of.flatMap(({ shares }) => shares.map(({ delivery }) => delivery.id)));

/** Returns each delivery that is in no report, and each that is in no ledger, with the true cause. */
export function withoutCounterpart({
  scene,
  deliveries,
  invoices,
  rows,
  reports,
  postings,
  ledgers,
}: Composed): WithoutCounterpart[] {
  const [everReported, reported] = [idsOf(rows), idsOf(reports.flatMap((report) => report.rows.map(({ row }) => row)))];
  const charged = idsOf(invoices.flatMap(({ lines }) => lines));
  const booked = idsOf(ledgers.flatMap((ledger) => ledger.rows.flatMap(({ posting }) => posting ?? [])));
  const everBooked = new Map(
    postings.flatMap((posting) => posting.shares.map(({ delivery }) => [delivery.id, posting] as const)),
  );
  const [firstMonth, endMonth] = [monthOf(scene.firstDay), monthOf(scene.endDay)];
  return deliveries.flatMap((delivery): WithoutCounterpart[] => {
    const { id } = delivery;
    const posting = everBooked.get(id);
    const reports = reported.has(id)
      ? []
      : [
          {
            delivery,
            side: 'reports' as const,
            cause: everReported.has(id) ? ('reported-later' as const) : ('not-reported' as const),
          },
        ];
    const why = !charged.has(id)
      ? 'not-invoiced'
      : !posting
        ? 'not-booked'
        : posting.period >= endMonth
          ? 'booked-later'
          : posting.period < firstMonth
            ? 'booked-earlier'
            : 'ledger-not-handed-over';
    return [...reports, ...(booked.has(id) ? [] : [{ delivery, side: 'books' as const, cause: why as MissingReason }])];
  });
}
