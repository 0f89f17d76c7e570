import { canonicalJson } from '../canonical-json.ts';
import type { CheckContext } from '../context.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import { linePlacement } from '../reading/line-placement.ts';
import type { PlaceLine } from '../reading/line-placement.ts';
import type { SplitObligation } from './split-types.ts';

/** One report of a group, with the function that places lines in its period. */
export interface SplitMember {
  readonly at: number;
  readonly obligation: SplitObligation;
  readonly standing: PlaceLine;
  readonly start: string;
}

/** Reports that read a file in the same way: same agreement and terms. They differ in period and branch. */
export interface SplitGroup {
  readonly plan: Plan;
  readonly members: readonly SplitMember[];
  /** normalised names that may be in an agreement column */
  readonly names: ReadonlySet<string>;
  /** normalised keys and titles of the lots; empty when the agreement has none */
  readonly lots: ReadonlySet<string>;
}

/** Removes the parts of a context that change daily and do not affect which report a line belongs to. */
function lastingContext({
  earlier: _earlier,
  openPeriods: _open,
  booked: _booked,
  bookedInvoices: _invoices,
  declarations: _declarations,
  ...context
}: CheckContext): CheckContext {
  return context;
}

function namesOf({ terms, context, agreementNumber }: SplitObligation): string[] {
  return [agreementNumber, context.agreement?.id, context.agreement?.title, terms.id]
    .filter((name) => name !== undefined)
    .map(normaliseHeading)
    .filter((name) => name !== '');
}

function lotsOf({ lots, context }: SplitObligation): string[] {
  const titles = lots.map((key) => context.lots?.name[context.lots.key.indexOf(key)] ?? '');
  return [...lots, ...titles].map(normaliseHeading).filter((name) => name !== '');
}

/**
 * Groups reports by how they read a file. Reports without a period are left out, since no line could be assigned to
 * them.
 */
export function groupObligations(obligations: readonly SplitObligation[]): SplitGroup[] {
  const known = obligations
    .map((obligation, at) => ({ at, obligation }))
    .filter(({ obligation }) => obligation.context.period !== undefined);
  const groups = Map.groupBy(
    known,
    ({ obligation }) => `${obligation.context.agreement?.id ?? ''} ${canonicalJson(obligation.terms)}`,
  );
  return [...groups.values()].map((list) => {
    const newest = list.reduce((one, other) =>
      other.obligation.context.period!.start > one.obligation.context.period!.start ? other : one,
    );
    const plan = compilePlan(newest.obligation.terms, lastingContext(newest.obligation.context));
    const members = list.map(({ at, obligation }) => {
      const context = lastingContext(obligation.context);
      return {
        at,
        obligation,
        standing: linePlacement({ ...plan, context, period: context.period! }),
        start: context.period!.start,
      };
    });
    members.sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : one.at - other.at));
    return {
      plan,
      members,
      names: new Set(list.flatMap(({ obligation }) => namesOf(obligation))),
      lots: new Set(list.flatMap(({ obligation }) => lotsOf(obligation))),
    };
  });
}
