import { foldName, municipalities, OrgNumber, readMunicipality, type Municipality } from '@tallgrunn/values';
import type { Choice, Doubts } from './doubts.ts';
import { choiceOf, chosen, hasFormerNumber, partyOf, type KnownParty, type Party } from './party.ts';
import { resemblance } from './resemblance.ts';
import { textOf, type SourceRow } from './source-row.ts';

const everybody = /^(alle|samtlige|alle kommuner|alle deltakere|alle kommunene|hele samarbeidet|all|everyone)$/i;

interface Named {
  readonly name: string;
  readonly number: string | null;
  /** An invalid number, as written. */
  readonly oddNumber: string | null;
  readonly rows: readonly number[];
}

/**
 * Resolves the participating buyers, by row. Rows that name none are one question for the whole file: all buyers, or
 * none yet.
 */
export function settleBuyers(
  rows: readonly SourceRow[],
  known: readonly KnownParty[],
  doubts: Doubts,
): Map<number, readonly Party[]> {
  const buyers = known.filter(({ kind }) => kind === 'buyer');
  const texts = new Map(rows.map((row) => [row.row, namesIn(row)]));
  const named = Map.groupBy(
    [...texts].flatMap(([row, names]) => names.filter((name) => !everybody.test(name)).map((name) => ({ row, name }))),
    ({ name }) => oneName(name),
  );
  const settled = new Map<string, Party | null>();
  for (const [folded, group] of named)
    settled.set(
      folded,
      settle(
        split(
          fullName(group.map(({ name }) => name)),
          group.map(({ row }) => row),
        ),
        buyers,
        doubts,
      ),
    );
  const all = distinct([...buyers.map(partyOf), ...[...settled.values()].filter((party) => party !== null)]);
  const silent = [...texts].filter(([, names]) => names.length === 0).map(([row]) => row);
  const saying = [...texts].filter(([, names]) => names.some((name) => everybody.test(name))).map(([row]) => row);
  const whenSilent = silent.length > 0 && all.length > 0 ? askGroup('buyers-not-said', silent, all, doubts) : [];
  const everyone =
    saying.length > 0 && municipalitiesOf(all).length < all.length ? askGroup('buyers-all', saying, all, doubts) : all;
  return new Map(
    [...texts].map(([row, names]) => {
      if (names.length === 0) return [row, whenSilent] as const;
      if (names.some((name) => everybody.test(name))) return [row, everyone] as const;
      return [row, distinct(names.flatMap((name) => settled.get(oneName(name)) ?? []))] as const;
    }),
  );
}

/** Normalises a name so that "Grue" and "Grue kommune" are one question. */
const oneName = (name: string): string => foldName(name).replace(/ kommune$/, '');

/** Returns the name that includes the type of body, if any does. */
const fullName = (names: readonly string[]): string => names.find((name) => / kommune$/i.test(name)) ?? names[0] ?? '';

function namesIn(row: SourceRow): string[] {
  const text = row.cells.buyers?.text ?? '';
  const separator = /[;\n]/.test(text) ? /[;\n]/ : /,| og /;
  return text
    .split(separator)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '' && textOf(row, 'buyers') !== '');
}

/** Splits "Kongsvinger kommune (944 117 784)" into name and number. */
function split(text: string, rows: readonly number[]): Named {
  const written = /\(([^()]*\d{4}[^()]*)\)\s*$/.exec(text)?.[1] ?? '';
  const number = OrgNumber.parse(written, { testNumbers: true });
  return {
    oddNumber: number.ok || written === '' ? null : written,
    name: (written !== '' && text.replace(/\s*\([^()]*\)\s*$/, '')) || text,
    number: number.ok ? number.value : null,
    rows: [...new Set(rows)],
  };
}

function settle(named: Named, buyers: readonly KnownParty[], doubts: Doubts): Party | null {
  const reading = readMunicipality(named.name);
  const municipality = reading && reading.how !== 'homonym' ? reading.municipality : null;
  const number = named.number ?? municipality?.orgNumber ?? null;
  const current = buyers.filter(
    ({ name, orgNumber }) => (orgNumber !== null && orgNumber === number) || foldName(name) === foldName(named.name),
  );
  const same =
    current.length > 0
      ? current
      : buyers.filter(
          (buyer) =>
            (number !== null && hasFormerNumber(buyer, number)) ||
            (buyer.formerNames ?? []).some((name) => foldName(name) === foldName(named.name)),
        );
  return same.length === 1 && same[0] && named.oddNumber === null
    ? partyOf(same[0])
    : askWho(
        named,
        number,
        buyers,
        municipality ?? municipalities.find(({ orgNumber }) => orgNumber === number) ?? null,
        doubts,
      );
}

function askWho(
  { name, rows, oddNumber }: Named,
  number: string | null,
  buyers: readonly KnownParty[],
  municipality: Municipality | null,
  doubts: Doubts,
): Party | null {
  const called = municipality && foldName(name) === foldName(municipality.name) ? `${municipality.name} kommune` : name;
  const alike = buyers.filter((buyer) => resemblance(buyer.name, name) > 0);
  const choices: Choice[] = [
    ...alike.map(choiceOf),
    { id: 'new', params: { name: called, orgNumber: number ?? '' } },
    ...buyers.filter((buyer) => !alike.includes(buyer)).map(choiceOf),
    { id: 'leave-out' },
  ];
  const { choice } = doubts.ask({
    kind: oddNumber === null ? 'buyer-unknown' : 'buyer-number-odd',
    key: oneName(name),
    rows,
    found: { name, number: oddNumber ?? '' },
    choices,
    proposed: choices[0]?.id ?? 'new',
  });
  if (choice === 'leave-out') return null;
  const one = chosen(choice, buyers);
  return one
    ? partyOf(one)
    : {
        key: number ?? foldName(name),
        id: null,
        name: called,
        orgNumber: number,
        municipalityNumber: municipality?.number ?? null,
      };
}

/** Asks what "all", or an empty cell, means: the municipalities, every buyer, or none yet. */
function askGroup(
  kind: 'buyers-all' | 'buyers-not-said',
  rows: readonly number[],
  all: readonly Party[],
  doubts: Doubts,
): readonly Party[] {
  const some = municipalitiesOf(all);
  const listed = (parties: readonly Party[]) => ({
    count: String(parties.length),
    names: parties.map(({ name }) => name).join(', '),
  });
  const choices: Choice[] = [
    ...(some.length > 0 && some.length < all.length ? [{ id: 'municipalities', params: listed(some) }] : []),
    { id: 'all', params: listed(all) },
    ...(kind === 'buyers-not-said' ? [{ id: 'nobody' }] : []),
  ];
  const { choice } = doubts.ask({
    kind,
    key: '',
    rows,
    found: listed(all),
    choices,
    proposed: choices[0]?.id ?? 'all',
  });
  return choice === 'all' ? all : choice === 'municipalities' ? some : [];
}

const municipalitiesOf = (parties: readonly Party[]): Party[] =>
  parties.filter(
    ({ name, orgNumber }) =>
      /\bkommune$/i.test(name) ||
      readMunicipality(name) !== null ||
      municipalities.some((each) => each.orgNumber === orgNumber),
  );

const distinct = (parties: readonly Party[]): Party[] => [
  ...new Map(parties.map((party) => [party.key, party])).values(),
];
