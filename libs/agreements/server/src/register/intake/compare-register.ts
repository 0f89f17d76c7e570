import { compare } from '@tallgrunn/values';
import type { DraftAgreement, DraftHead, DraftHolding } from './draft.ts';
import type { KnownAgreement } from './known-agreement.ts';
import type { Party } from './party.ts';
import { sameName } from './source-row.ts';

/** One change that applying an import makes to an agreement. */
export interface Change {
  readonly what:
    | keyof DraftHead
    | 'caseNumber'
    | 'lot'
    | 'lotMaximumValue'
    | 'lotTechnique'
    | 'supplier'
    | 'rank'
    | 'share'
    | 'clauseStatus'
    | 'untilOn'
    | 'buyer'
    | 'option'
    | 'contact';
  /** Name of the supplier, buyer or lot concerned; empty for the agreement itself. */
  readonly about: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Compared {
  readonly draft: DraftAgreement;
  readonly known: KnownAgreement | null;
  readonly state: 'new' | 'changed' | 'same';
  readonly changes: readonly Change[];
}

/** Returns the existing agreement of a draft: by case number or, when it has none, by number. */
export const knownOf = (draft: DraftAgreement, known: readonly KnownAgreement[]): KnownAgreement | null =>
  known.find(({ caseNumber }) => caseNumber === draft.caseNumber) ??
  known.find(
    ({ caseNumber, number }) => caseNumber === null && (number === draft.caseNumber || number === draft.number),
  ) ??
  null;

/**
 * Returns the differences. Values that the file does not state, and entries that only the register has, are unchanged.
 */
export function compareDraft(draft: DraftAgreement, known: KnownAgreement | null): Compared {
  if (known === null) return { draft, known, state: 'new', changes: [] };
  const filed: Change[] =
    known.caseNumber === null ? [{ what: 'caseNumber', about: '', before: null, after: draft.caseNumber }] : [];
  const changes = [
    ...filed,
    ...headChanges(draft.head, known),
    ...lotChanges(draft, known),
    ...draft.holdings.flatMap((holding) => holdingChanges(holding, known)),
    ...buyerChanges(draft, known),
    ...smallChanges(draft, known),
  ];
  return { draft, known, state: changes.length > 0 ? 'changed' : 'same', changes };
}

function headChanges(head: DraftHead, known: KnownAgreement): Change[] {
  return (Object.keys(head) as (keyof DraftHead)[]).flatMap((what) => {
    const [before, after] = [known.head[what], head[what]];
    if (after === null || before === after || (what === 'title' && sameName(before ?? '') === sameName(after)))
      return [];
    if (what === 'maximumValue' && before !== null && compare(before, after) === 0) return [];
    return [{ what, about: '', before, after }];
  });
}

export const knownLot = (key: string, known: KnownAgreement) =>
  known.lots.find((lot) => lot.key.toLowerCase() === key.toLowerCase()) ?? null;

const lotChanges = ({ lots }: DraftAgreement, known: KnownAgreement): Change[] =>
  lots.flatMap(({ key, title, maximumValue, technique }): Change[] => {
    const lot = knownLot(key, known);
    if (!lot) return [{ what: 'lot', about: key, before: null, after: title }];
    const amount =
      maximumValue !== null && (lot.maximumValue === null || compare(lot.maximumValue, maximumValue) !== 0);
    return [
      ...(amount
        ? [{ what: 'lotMaximumValue' as const, about: key, before: lot.maximumValue, after: maximumValue }]
        : []),
      ...(technique !== null && lot.technique !== technique
        ? [{ what: 'lotTechnique' as const, about: key, before: lot.technique, after: technique }]
        : []),
    ];
  });

/** Returns a supplier's latest row for a lot. */
export const holdingOf = ({ supplier, lot }: DraftHolding, known: KnownAgreement) =>
  known.holdings
    .filter(
      (each) => each.supplierId === supplier.id && (each.lot?.toLowerCase() ?? null) === (lot?.toLowerCase() ?? null),
    )
    .toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))[0] ?? null;

function holdingChanges(holding: DraftHolding, known: KnownAgreement): Change[] {
  const about = holding.supplier.name;
  const held = holdingOf(holding, known);
  if (!held) return [{ what: 'supplier', about, before: null, after: holding.lot ?? '' }];
  const changes: Change[] = [];
  const note = (what: Change['what'], before: string | null, after: string | null) =>
    after !== null && before !== after && changes.push({ what, about, before, after });
  note('untilOn', held.untilOn, holding.untilOn);
  note('rank', held.rank === null ? null : String(held.rank), holding.rank === null ? null : String(holding.rank));
  note('share', held.share === null ? null : held.share.replace(/\.?0+$/, ''), holding.share);
  note('clauseStatus', held.clauseStatus, holding.clauseStatus);
  return changes;
}

const buyerChanges = ({ buyers }: DraftAgreement, known: KnownAgreement): Change[] =>
  buyers
    .filter((party) => !takesPart(party, known))
    .map(({ name }) => ({ what: 'buyer', about: name, before: null, after: name }));

export const takesPart = ({ id }: Party, known: KnownAgreement): boolean =>
  known.buyers.some(({ buyerId }) => buyerId === id);

function smallChanges(draft: DraftAgreement, known: KnownAgreement): Change[] {
  const options = draft.options.filter((option) => {
    const before = known.options.find(({ extendsTo }) => extendsTo === option.extendsTo);
    return !before || (option.noticeBy !== null && before.noticeBy !== option.noticeBy);
  });
  const contacts = draft.contacts.filter(
    (contact) =>
      !known.contacts.some(
        (each) => each.supplierId === (contact.supplier?.id ?? null) && sameName(each.name) === sameName(contact.name),
      ),
  );
  return [
    ...options.map(({ extendsTo, noticeBy }) => ({
      what: 'option' as const,
      about: extendsTo,
      before: known.options.find((each) => each.extendsTo === extendsTo)?.noticeBy ?? null,
      after: noticeBy ?? extendsTo,
    })),
    ...contacts.map(({ name, supplier }) => ({
      what: 'contact' as const,
      about: supplier?.name ?? '',
      before: null,
      after: name,
    })),
  ];
}
