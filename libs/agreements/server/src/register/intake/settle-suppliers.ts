import type { Doubts } from './doubts.ts';
import { choiceOf, chosen, hasFormerName, hasFormerNumber, partyOf, type KnownParty, type Party } from './party.ts';
import { mentionsOf, readNumbers, type Numbered } from './read-supplier-numbers.ts';
import { resemblance } from './resemblance.ts';
import { sameName, type SourceRow } from './source-row.ts';

/** Resolves the supplier of each row, by row; a row with an excluded supplier has none. */
export function settleSuppliers(
  rows: readonly SourceRow[],
  known: readonly KnownParty[],
  doubts: Doubts,
): Map<number, Party> {
  const suppliers = known.filter(({ kind }) => kind === 'supplier');
  const mentions = readNumbers(mentionsOf(rows), known, doubts);
  const settled = new Map<Numbered, Party | null>();
  for (const mention of mentions) if (mention.said) settled.set(mention, saidParty(mention.said.choice, suppliers));
  settleNumbered(mentions, suppliers, settled, doubts);
  settleNameless(mentions, suppliers, settled, doubts);
  return new Map(
    [...settled].flatMap(([mention, party]) => (party ? mention.rows.map((row) => [row, party] as const) : [])),
  );
}

const saidParty = (choice: string, suppliers: readonly KnownParty[]): Party | null => {
  const one = chosen(choice, suppliers);
  return one ? partyOf(one) : null;
};

function settleNumbered(
  mentions: readonly Numbered[],
  suppliers: readonly KnownParty[],
  settled: Map<Numbered, Party | null>,
  doubts: Doubts,
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
    const party: Party = one
      ? partyOf(one)
      : (twinOf(keeps, number, group, suppliers, doubts) ?? { key: number, id: null, name: keeps, orgNumber: number });
    for (const mention of group) {
      const other =
        answer === 'separate' &&
        sameName(mention.name) !== sameName(keeps) &&
        !(one && hasFormerName(one, mention.name));
      settled.set(mention, other ? differentParty(mention, number, suppliers, doubts) : party);
    }
  }
}

/**
 * Resolves a supplier that shares only its number with another one: an existing supplier of that name is used, so that
 * importing the file twice creates one.
 */
function differentParty(
  mention: Numbered,
  number: string,
  suppliers: readonly KnownParty[],
  doubts: Doubts,
): Party | null {
  const namesakes = suppliers.filter(
    (each) =>
      each.orgNumber !== number &&
      (sameName(each.name) === sameName(mention.name) || hasFormerName(each, mention.name)),
  );
  const [only] = namesakes;
  return only && namesakes.length === 1
    ? partyOf(only)
    : askWho(mention.name, [mention], namesakes.map(partyOf), doubts);
}

/** Asks about one number with several names: one company under one of them, or a number in the wrong row. */
function askNames(number: string, names: readonly string[], group: readonly Numbered[], doubts: Doubts): string {
  return doubts.ask({
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
function twinOf(
  name: string,
  number: string,
  group: readonly Numbered[],
  suppliers: readonly KnownParty[],
  doubts: Doubts,
): Party | null {
  const twins = suppliers.filter(
    (each) =>
      sameName(each.name) === sameName(name) ||
      hasFormerName(each, name) ||
      (each.orgNumber === null && resemblance(each.name, name) > 0),
  );
  if (twins.length === 0) return null;
  const { choice } = doubts.ask({
    kind: 'supplier-resembles',
    key: `${sameName(name)}|${number}`,
    rows: group.flatMap(({ rows }) => rows),
    found: { name, number },
    choices: [...twins.map(choiceOf), { id: 'new', params: { name } }],
    proposed: 'new',
  });
  return saidParty(choice, suppliers);
}

/** Resolves names without a number: exactly one supplier of the same name is used; a similar name is asked about. */
function settleNameless(
  mentions: readonly Numbered[],
  suppliers: readonly KnownParty[],
  settled: Map<Numbered, Party | null>,
  doubts: Doubts,
): void {
  const numbered = distinctParties([...settled.values()]);
  const parties = distinctParties([...suppliers.map(partyOf), ...numbered]);
  const open = mentions.filter((mention) => !settled.has(mention));
  for (const group of Map.groupBy(open, ({ name }) => sameName(name)).values()) {
    const name = group[0]?.name ?? '';
    const called = parties.filter((party) => sameName(party.name) === sameName(name));
    const same = called.length > 0 ? called : suppliers.filter((each) => hasFormerName(each, name)).map(partyOf);
    const party =
      same.length === 1
        ? (same[0] ?? null)
        : askWho(name, group, same.length > 1 ? same : alike(name, parties), doubts);
    if (party && !parties.some(({ key }) => key === party.key)) parties.push(party);
    for (const mention of group) settled.set(mention, party);
  }
}

function askWho(name: string, group: readonly Numbered[], candidates: readonly Party[], doubts: Doubts): Party | null {
  const fresh: Party = { key: sameName(name), id: null, name, orgNumber: null };
  if (candidates.length === 0) return fresh;
  const { choice } = doubts.ask({
    kind: 'supplier-resembles',
    key: sameName(name),
    rows: group.flatMap(({ rows }) => rows),
    found: { name, number: '' },
    choices: [...candidates.map(choiceOf), { id: 'new', params: { name } }, { id: 'leave-out' }],
    proposed: choiceOf(candidates[0] as Party).id,
  });
  if (choice === 'leave-out') return null;
  return chosen(choice, candidates) ?? fresh;
}

const alike = (name: string, parties: readonly Party[]): Party[] =>
  parties
    .map((party) => ({ party, how: resemblance(party.name, name) }))
    .filter(({ how }) => how > 0)
    .toSorted((a, b) => b.how - a.how)
    .map(({ party }) => party);

const distinctNames = (names: readonly string[]): string[] =>
  [...new Map(names.map((name) => [sameName(name), name] as const).reverse()).values()].reverse();
const distinctParties = (parties: readonly (Party | null)[]): Party[] => [
  ...new Map(parties.filter((party) => party !== null).map((party) => [party.key, party])).values(),
];
