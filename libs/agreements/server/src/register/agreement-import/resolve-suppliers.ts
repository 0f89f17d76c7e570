import type { ImportQuestions } from './import-questions.ts';
import {
  partyOption,
  partyOfOption,
  hasFormerName,
  hasFormerNumber,
  toParty,
  type ExistingParty,
  type ImportedParty,
} from './party.ts';
import { mentionsOf, readOrgNumbers, type NumberedMention } from './read-supplier-numbers.ts';
import { nameSimilarity } from './name-similarity.ts';
import { sameName, type SourceRow } from './source-row.ts';

/** Resolves the supplier of each row, by row; a row with an excluded supplier has none. */
export function resolveSuppliers(
  rows: readonly SourceRow[],
  known: readonly ExistingParty[],
  doubts: ImportQuestions,
): Map<number, ImportedParty> {
  const suppliers = known.filter(({ kind }) => kind === 'supplier');
  const mentions = readOrgNumbers(mentionsOf(rows), known, doubts);
  const resolved = new Map<NumberedMention, ImportedParty | null>();
  for (const mention of mentions)
    if (mention.said) resolved.set(mention, answeredParty(mention.said.choice, suppliers));
  resolveByNumber(mentions, suppliers, resolved, doubts);
  resolveByName(mentions, suppliers, resolved, doubts);
  return new Map(
    [...resolved].flatMap(([mention, party]) => (party ? mention.rows.map((row) => [row, party] as const) : [])),
  );
}

const answeredParty = (choice: string, suppliers: readonly ExistingParty[]): ImportedParty | null => {
  const one = partyOfOption(choice, suppliers);
  return one ? toParty(one) : null;
};

function resolveByNumber(
  mentions: readonly NumberedMention[],
  suppliers: readonly ExistingParty[],
  resolved: Map<NumberedMention, ImportedParty | null>,
  doubts: ImportQuestions,
): void {
  const groups = Map.groupBy(
    mentions.filter((mention) => !mention.said && mention.number !== null),
    ({ number }) => number ?? '',
  );
  for (const [number, group] of groups) {
    const one =
      suppliers.find(({ orgNumber }) => orgNumber === number) ??
      suppliers.find((each) => hasFormerNumber(each, number));
    const names = distinctNames([
      ...(one ? [one.name] : []),
      ...group.map(({ name }) => (one && hasFormerName(one, name) ? one.name : name)),
    ]);
    const [first = ''] = names;
    const answer = names.length > 1 ? askNames(number, names, group, doubts) : `name:${first}`;
    const keeps = one?.name ?? (answer === 'separate' ? first : answer.slice('name:'.length));
    const party: ImportedParty = one
      ? toParty(one)
      : (askSimilarSupplier(keeps, number, group, suppliers, doubts) ?? {
          key: number,
          id: null,
          name: keeps,
          orgNumber: number,
        });
    for (const mention of group) {
      const other =
        answer === 'separate' &&
        sameName(mention.name) !== sameName(keeps) &&
        !(one && hasFormerName(one, mention.name));
      resolved.set(mention, other ? differentParty(mention, number, suppliers, doubts) : party);
    }
  }
}

/**
 * Resolves a supplier that shares only its number with another one: an existing supplier of that name is used, so that
 * importing the file twice creates one.
 */
function differentParty(
  mention: NumberedMention,
  number: string,
  suppliers: readonly ExistingParty[],
  doubts: ImportQuestions,
): ImportedParty | null {
  const namesakes = suppliers.filter(
    (each) =>
      each.orgNumber !== number &&
      (sameName(each.name) === sameName(mention.name) || hasFormerName(each, mention.name)),
  );
  const [only] = namesakes;
  return only && namesakes.length === 1
    ? toParty(only)
    : askSupplier(mention.name, [mention], namesakes.map(toParty), doubts);
}

/** Asks about one number with several names: one company under one of them, or a number in the wrong row. */
function askNames(
  number: string,
  names: readonly string[],
  group: readonly NumberedMention[],
  doubts: ImportQuestions,
): string {
  return doubts.answerFor({
    kind: 'number-with-names',
    key: number,
    rows: group.flatMap(({ rows }) => rows),
    found: { number, names: names.join(' · ') },
    choices: [
      ...names.map((name) => ({ id: `name:${name}`, params: { name } })),
      { id: 'separate', params: { name: names[0] ?? '' } },
    ],
    proposed: `name:${names[0] ?? ''}`,
  }).choice;
}

/** Returns an existing supplier that the number may belong to: it has the same name, and no number or another one. */
function askSimilarSupplier(
  name: string,
  number: string,
  group: readonly NumberedMention[],
  suppliers: readonly ExistingParty[],
  doubts: ImportQuestions,
): ImportedParty | null {
  const twins = suppliers.filter(
    (each) =>
      sameName(each.name) === sameName(name) ||
      hasFormerName(each, name) ||
      (each.orgNumber === null && nameSimilarity(each.name, name) > 0),
  );
  if (twins.length === 0) return null;
  const { choice } = doubts.answerFor({
    kind: 'supplier-resembles',
    key: `${sameName(name)}|${number}`,
    rows: group.flatMap(({ rows }) => rows),
    found: { name, number },
    choices: [...twins.map(partyOption), { id: 'new', params: { name } }],
    proposed: 'new',
  });
  return answeredParty(choice, suppliers);
}

/** Resolves names without a number: exactly one supplier of the same name is used; a similar name is asked about. */
function resolveByName(
  mentions: readonly NumberedMention[],
  suppliers: readonly ExistingParty[],
  resolved: Map<NumberedMention, ImportedParty | null>,
  doubts: ImportQuestions,
): void {
  const numbered = distinctParties([...resolved.values()]);
  const parties = distinctParties([...suppliers.map(toParty), ...numbered]);
  const open = mentions.filter((mention) => !resolved.has(mention));
  for (const group of Map.groupBy(open, ({ name }) => sameName(name)).values()) {
    const name = group[0]?.name ?? '';
    const called = parties.filter((party) => sameName(party.name) === sameName(name));
    const same = called.length > 0 ? called : suppliers.filter((each) => hasFormerName(each, name)).map(toParty);
    const party =
      same.length === 1
        ? (same[0] ?? null)
        : askSupplier(name, group, same.length > 1 ? same : similarParties(name, parties), doubts);
    if (party && !parties.some(({ key }) => key === party.key)) parties.push(party);
    for (const mention of group) resolved.set(mention, party);
  }
}

function askSupplier(
  name: string,
  group: readonly NumberedMention[],
  candidates: readonly ImportedParty[],
  doubts: ImportQuestions,
): ImportedParty | null {
  const fresh: ImportedParty = { key: sameName(name), id: null, name, orgNumber: null };
  if (candidates.length === 0) return fresh;
  const { choice } = doubts.answerFor({
    kind: 'supplier-resembles',
    key: sameName(name),
    rows: group.flatMap(({ rows }) => rows),
    found: { name, number: '' },
    choices: [...candidates.map(partyOption), { id: 'new', params: { name } }, { id: 'leave-out' }],
    proposed: partyOption(candidates[0] as ImportedParty).id,
  });
  if (choice === 'leave-out') return null;
  return partyOfOption(choice, candidates) ?? fresh;
}

const similarParties = (name: string, parties: readonly ImportedParty[]): ImportedParty[] =>
  parties
    .map((party) => ({ party, how: nameSimilarity(party.name, name) }))
    .filter(({ how }) => how > 0)
    .toSorted((a, b) => b.how - a.how)
    .map(({ party }) => party);

const distinctNames = (names: readonly string[]): string[] =>
  [...new Map(names.map((name) => [sameName(name), name] as const).reverse()).values()].reverse();
const distinctParties = (parties: readonly (ImportedParty | null)[]): ImportedParty[] => [
  ...new Map(parties.filter((party) => party !== null).map((party) => [party.key, party])).values(),
];
