import { compare } from '@tallgrunn/values';
import type { DraftAgreement, DraftHead, DraftSupplier } from './draft.ts';
import type { ExistingAgreement } from './existing-agreement.ts';
import type { ImportedParty } from './party.ts';
import { sameName } from './source-row.ts';

/** One change that applying an import makes to an agreement. */
export interface PlannedChange {
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

export interface ComparedAgreement {
  readonly draft: DraftAgreement;
  readonly known: ExistingAgreement | null;
  readonly state: 'new' | 'changed' | 'same';
  readonly changes: readonly PlannedChange[];
}

/** Returns the existing agreement of a draft: by case number or, when it has none, by number. */
export const existingAgreement = (
  draft: DraftAgreement,
  known: readonly ExistingAgreement[],
): ExistingAgreement | null =>
  known.find(({ caseNumber }) => caseNumber === draft.caseNumber) ??
  known.find(
    ({ caseNumber, number }) => caseNumber === null && (number === draft.caseNumber || number === draft.number),
  ) ??
  null;

/**
 * Returns the differences. Values that the file does not state, and entries that only the register has, are unchanged.
 */
export function compareDraft(draft: DraftAgreement, known: ExistingAgreement | null): ComparedAgreement {
  if (known === null) return { draft, known, state: 'new', changes: [] };
  const caseNumberChanges: PlannedChange[] =
    known.caseNumber === null ? [{ what: 'caseNumber', about: '', before: null, after: draft.caseNumber }] : [];
  const changes = [
    ...caseNumberChanges,
    ...headChanges(draft.head, known),
    ...lotChanges(draft, known),
    ...draft.holdings.flatMap((holding) => supplierChanges(holding, known)),
    ...buyerChanges(draft, known),
    ...optionAndContactChanges(draft, known),
  ];
  return { draft, known, state: changes.length > 0 ? 'changed' : 'same', changes };
}

function headChanges(head: DraftHead, known: ExistingAgreement): PlannedChange[] {
  return (Object.keys(head) as (keyof DraftHead)[]).flatMap((what) => {
    const [before, after] = [known.head[what], head[what]];
    if (after === null || before === after || (what === 'title' && sameName(before ?? '') === sameName(after)))
      return [];
    if (what === 'maximumValue' && before !== null && compare(before, after) === 0) return [];
    return [{ what, about: '', before, after }];
  });
}

export const existingLot = (key: string, known: ExistingAgreement) =>
  known.lots.find((lot) => lot.key.toLowerCase() === key.toLowerCase()) ?? null;

const lotChanges = ({ lots }: DraftAgreement, known: ExistingAgreement): PlannedChange[] =>
  lots.flatMap(({ key, title, maximumValue, technique }): PlannedChange[] => {
    const lot = existingLot(key, known);
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
export const existingSupplier = ({ supplier, lot }: DraftSupplier, known: ExistingAgreement) =>
  known.holdings
    .filter(
      (each) => each.supplierId === supplier.id && (each.lot?.toLowerCase() ?? null) === (lot?.toLowerCase() ?? null),
    )
    .toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))[0] ?? null;

function supplierChanges(holding: DraftSupplier, known: ExistingAgreement): PlannedChange[] {
  const about = holding.supplier.name;
  const existing = existingSupplier(holding, known);
  if (!existing) return [{ what: 'supplier', about, before: null, after: holding.lot ?? '' }];
  const changes: PlannedChange[] = [];
  const note = (what: PlannedChange['what'], before: string | null, after: string | null) =>
    after !== null && before !== after && changes.push({ what, about, before, after });
  note('untilOn', existing.untilOn, holding.untilOn);
  note(
    'rank',
    existing.rank === null ? null : String(existing.rank),
    holding.rank === null ? null : String(holding.rank),
  );
  note('share', existing.share === null ? null : existing.share.replace(/\.?0+$/, ''), holding.share);
  note('clauseStatus', existing.clauseStatus, holding.clauseStatus);
  return changes;
}

const buyerChanges = ({ buyers }: DraftAgreement, known: ExistingAgreement): PlannedChange[] =>
  buyers
    .filter((party) => !participates(party, known))
    .map(({ name }) => ({ what: 'buyer', about: name, before: null, after: name }));

export const participates = ({ id }: ImportedParty, known: ExistingAgreement): boolean =>
  known.buyers.some(({ buyerId }) => buyerId === id);

function optionAndContactChanges(draft: DraftAgreement, known: ExistingAgreement): PlannedChange[] {
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
