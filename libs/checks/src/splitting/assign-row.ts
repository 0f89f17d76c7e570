import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import type { RowMarkers } from './row-markers.ts';
import type { SplitGroup, SplitMember } from './split-groups.ts';
import type { UnclaimedReason } from './split-types.ts';

/** One row as read by one group of reports. */
export interface Candidate {
  readonly group: SplitGroup;
  readonly line: Line;
}

export type RowAssignment =
  | { readonly claimed: true; readonly member: SplitMember; readonly group: SplitGroup; readonly line: Line }
  | {
      readonly claimed: false;
      readonly reason: UnclaimedReason;
      readonly found: string;
      readonly line: Line;
      readonly candidates: readonly Candidate[];
    };

const unclaimed = (reason: UnclaimedReason, found: string, candidates: readonly Candidate[]): RowAssignment => ({
  claimed: false,
  reason,
  found,
  line: candidates[0]!.line,
  candidates,
});

/** Kinds of item matches that are certain. */
const certain = new Set(['number', 'punctuation', 'former', 'zeros', 'own-gtin', 'gtin']);

/** Returns the candidates that fit a marker; null when it fits none that could have it. */
function narrowByMarker(
  candidates: readonly Candidate[],
  text: string,
  valuesOf: (group: SplitGroup) => ReadonlySet<string>,
): readonly Candidate[] | null {
  const could = candidates.filter(({ group }) => valuesOf(group).size > 0);
  if (text === '' || could.length === 0) return candidates;
  const fits = could.filter(({ group }) => valuesOf(group).has(normaliseHeading(text)));
  return fits.length > 0 ? fits : null;
}

const isKnownItem = ({ line }: Candidate, sure: boolean): boolean =>
  line.itemHow !== null && (!sure || certain.has(line.itemHow));

/**
 * Narrows candidates by agreed item. An item that is in no assortment follows the rest of its invoice. Otherwise goods
 * (not fees or deposits) go to the only agreement that reports all goods.
 */
function narrowByItem(candidates: readonly Candidate[], before: SplitGroup | undefined): readonly Candidate[] {
  for (const sure of [true, false]) {
    const fits = candidates.filter((candidate) => isKnownItem(candidate, sure));
    if (fits.length > 0) return fits;
  }
  const sameInvoice = candidates.filter(({ group }) => group === before);
  if (candidates.length === 1 || sameInvoice.length > 0) return sameInvoice.length > 0 ? sameInvoice : candidates;
  const reportsAllGoods = candidates.filter(
    ({ group: { plan }, line: { kind } }) =>
      kind !== 'fee' && kind !== 'deposit' && (plan.context.items === undefined || plan.terms.scope !== 'agreed-items'),
  );
  return reportsAllGoods.length === 1 ? reportsAllGoods : [];
}

/** Narrows candidates by the buyer's entitlement, if that leaves any. */
function narrowByBuyer(candidates: readonly Candidate[]): readonly Candidate[] {
  const fits = candidates.filter(
    ({ group: { plan }, line }) => line.buyer < 0 || plan.context.buyers?.entitled?.[line.buyer] !== false,
  );
  return fits.length > 0 ? fits : candidates;
}

const isBranch = ({ obligation: { part } }: SplitMember, text: string): boolean =>
  part !== undefined &&
  [part.name, part.orgNumber ?? ''].some((name) => name !== '' && normaliseHeading(name) === normaliseHeading(text));

/** Returns the reports with the line in their period and part; for late lines, the first report that accepts them. */
function membersAtDate({ group: { members }, line }: Candidate, branch: string): SplitMember[] {
  const own = members.some(({ obligation }) => obligation.part)
    ? members.filter((member) => branch !== '' && isBranch(member, branch))
    : members;
  const placements = own.map((member) => ({ member, standing: member.standing(line) }));
  const here = placements.filter(({ standing }) => standing.kind === 'here').map(({ member }) => member);
  return here.length > 0
    ? here
    : placements
        .filter(({ standing }) => standing.kind === 'late')
        .map(({ member }) => member)
        .slice(0, 1);
}

/**
 * Narrows candidates to agreements by markers, items and buyers. `before`: the agreement of other lines of the same
 * invoice.
 */
function narrow(
  candidates: readonly Candidate[],
  markers: RowMarkers,
  before: SplitGroup | undefined,
): readonly Candidate[] | RowAssignment {
  const ofAgreement = narrowByMarker(candidates, markers.agreement, ({ names }) => names);
  if (!ofAgreement) return unclaimed('agreement-unknown', markers.agreement, candidates);
  const lot = markers.lot || valueOf(ofAgreement[0]!.line, 'lot');
  const ofLot = narrowByMarker(ofAgreement, lot, ({ lots }) => lots);
  if (!ofLot) return unclaimed('lot-unknown', lot, ofAgreement);
  const { line } = ofLot[0]!;
  const ofItem = narrowByItem(ofLot, before);
  if (ofItem.length === 0) return unclaimed('item-unknown', line.itemNumber || line.gtin || line.itemName, ofLot);
  return narrowByBuyer(ofItem);
}

/** Returns the report that a row belongs to, or why it belongs to none. */
export function assignRow(candidates: readonly Candidate[], markers: RowMarkers, before?: SplitGroup): RowAssignment {
  const left = narrow(candidates, markers, before);
  if ('claimed' in left) return left;
  const { line } = left[0]!;
  if (left.every((candidate) => candidate.line.date === '')) return unclaimed('date-missing', '', left);
  const branched = left.filter(({ group }) => group.members.every(({ obligation }) => obligation.part));
  const fits = left.flatMap((candidate) =>
    membersAtDate(candidate, markers.branch).map((member) => ({ ...candidate, member })),
  );
  if (fits.length === 1) return { claimed: true, ...fits[0]! };
  if (fits.length > 1) return unclaimed('several', line.itemNumber || line.itemName, fits);
  const strange =
    branched.length === left.length &&
    !branched.some(({ group }) => group.members.some((member) => isBranch(member, markers.branch)));
  return strange ? unclaimed('branch-unknown', markers.branch, left) : unclaimed('date-outside', line.date, left);
}
