import {
  isOfOtherCounty,
  normaliseName,
  municipalities,
  municipalityCounty,
  OrgNumber,
  readMunicipality,
  type Municipality,
} from '@tallgrunn/values';
import type { QuestionOption, ImportQuestions } from './import-questions.ts';
import {
  partyOption,
  partyOfOption,
  hasFormerNumber,
  toParty,
  type ExistingParty,
  type ImportedParty,
} from './party.ts';
import { nameSimilarity } from './name-similarity.ts';
import { textOf, type SourceRow } from './source-row.ts';

const allBuyersPattern = /^(alle|samtlige|alle kommuner|alle deltakere|alle kommunene|hele samarbeidet|all|everyone)$/i;

interface NamedBuyer {
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
export function resolveBuyers(
  rows: readonly SourceRow[],
  known: readonly ExistingParty[],
  doubts: ImportQuestions,
): Map<number, readonly ImportedParty[]> {
  const buyers = known.filter(({ kind }) => kind === 'buyer');
  const texts = new Map(rows.map((row) => [row.row, namesIn(row)]));
  const named = Map.groupBy(
    [...texts].flatMap(([row, names]) =>
      names.filter((name) => !allBuyersPattern.test(name)).map((name) => ({ row, name })),
    ),
    ({ name }) => normaliseBuyerName(name),
  );
  const resolved = new Map<string, ImportedParty | null>();
  for (const [folded, group] of named)
    resolved.set(
      folded,
      resolveBuyer(
        split(
          fullName(group.map(({ name }) => name)),
          group.map(({ row }) => row),
        ),
        buyers,
        doubts,
      ),
    );
  const all = distinct([...buyers.map(toParty), ...[...resolved.values()].filter((party) => party !== null)]);
  const silent = [...texts].filter(([, names]) => names.length === 0).map(([row]) => row);
  const saying = [...texts]
    .filter(([, names]) => names.some((name) => allBuyersPattern.test(name)))
    .map(([row]) => row);
  const whenSilent = silent.length > 0 && all.length > 0 ? askGroup('buyers-not-said', silent, all, doubts) : [];
  const everyone =
    saying.length > 0 && municipalitiesOf(all).length < all.length ? askGroup('buyers-all', saying, all, doubts) : all;
  return new Map(
    [...texts].map(([row, names]) => {
      if (names.length === 0) return [row, whenSilent] as const;
      if (names.some((name) => allBuyersPattern.test(name))) return [row, everyone] as const;
      return [row, distinct(names.flatMap((name) => resolved.get(normaliseBuyerName(name)) ?? []))] as const;
    }),
  );
}

/** Normalises a name so that "Grue" and "Grue kommune" are one question. */
const normaliseBuyerName = (name: string): string => normaliseName(name).replace(/ kommune$/, '');

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
function split(text: string, rows: readonly number[]): NamedBuyer {
  const written = /\(([^()]*\d{4}[^()]*)\)\s*$/.exec(text)?.[1] ?? '';
  const number = OrgNumber.parse(written, { testNumbers: true });
  return {
    oddNumber: number.ok || written === '' ? null : written,
    name: (written !== '' && text.replace(/\s*\([^()]*\)\s*$/, '')) || text,
    number: number.ok ? number.value : null,
    rows: [...new Set(rows)],
  };
}

function resolveBuyer(
  named: NamedBuyer,
  buyers: readonly ExistingParty[],
  doubts: ImportQuestions,
): ImportedParty | null {
  const reading = readMunicipality(named.name);
  const municipality = reading && reading.how !== 'homonym' ? reading.municipality : null;
  const homonym = reading?.how === 'homonym' ? reading.municipality : null;
  const number = named.number ?? municipality?.orgNumber ?? null;
  const current = buyers.filter(
    ({ name, orgNumber }) =>
      (orgNumber !== null && orgNumber === number) || normaliseName(name) === normaliseName(named.name),
  );
  const same =
    current.length > 0
      ? current
      : buyers.filter(
          (buyer) =>
            (number !== null && hasFormerNumber(buyer, number)) ||
            (buyer.formerNames ?? []).some((name) => normaliseName(name) === normaliseName(named.name)),
        );
  return same.length === 1 && same[0] && named.oddNumber === null
    ? toParty(same[0])
    : askBuyer(
        named,
        number,
        buyers,
        {
          municipality: municipality ?? municipalities.find(({ orgNumber }) => orgNumber === number) ?? null,
          homonym: number === null ? homonym : null,
        },
        doubts,
      );
}

function askBuyer(
  { name, rows, oddNumber }: NamedBuyer,
  number: string | null,
  buyers: readonly ExistingParty[],
  { municipality, homonym }: { municipality: Municipality | null; homonym: Municipality | null },
  doubts: ImportQuestions,
): ImportedParty | null {
  const called =
    municipality && normaliseName(name) === normaliseName(municipality.name) ? `${municipality.name} kommune` : name;
  const isNearby = ({ orgNumber }: ExistingParty) => municipalities.some((each) => each.orgNumber === orgNumber);
  const alike = buyers.filter(
    (buyer) => nameSimilarity(buyer.name, name) > 0 && !(isOfOtherCounty(name) && isNearby(buyer)),
  );
  const choices: QuestionOption[] = [
    ...alike.map(partyOption),
    ...(homonym ? [homonymOption(homonym)] : []),
    { id: 'new', params: { name: called, orgNumber: number ?? '' } },
    ...buyers.filter((buyer) => !alike.includes(buyer)).map(partyOption),
    { id: 'leave-out' },
  ];
  const { choice } = doubts.answerFor({
    kind: oddNumber === null ? 'buyer-unknown' : 'buyer-number-odd',
    key: normaliseBuyerName(name),
    rows,
    found: { name, number: oddNumber ?? '' },
    choices,
    proposed: choices[0]?.id ?? 'new',
  });
  if (choice === 'leave-out') return null;
  const one = partyOfOption(choice, buyers);
  if (one) return toParty(one);
  const isHomonym = homonym !== null && choice === homonymOption(homonym).id;
  const orgNumber = isHomonym ? homonym.orgNumber : number;
  return {
    key: orgNumber ?? normaliseName(name),
    id: null,
    name: isHomonym ? `${homonym.name} kommune` : called,
    orgNumber,
    municipalityNumber: (isHomonym ? homonym : municipality)?.number ?? null,
  };
}

/** Returns the option for a municipality whose name another one shares; its county tells them apart. */
const homonymOption = ({ name, orgNumber }: Municipality): QuestionOption => ({
  id: `new:${orgNumber}`,
  params: { name: `${name} kommune`, orgNumber, county: municipalityCounty },
});

/** Asks what "all", or an empty cell, means: the municipalities, every buyer, or none yet. */
function askGroup(
  kind: 'buyers-all' | 'buyers-not-said',
  rows: readonly number[],
  all: readonly ImportedParty[],
  doubts: ImportQuestions,
): readonly ImportedParty[] {
  const some = municipalitiesOf(all);
  const listed = (parties: readonly ImportedParty[]) => ({
    count: String(parties.length),
    names: parties.map(({ name }) => name).join(', '),
  });
  const choices: QuestionOption[] = [
    ...(some.length > 0 && some.length < all.length ? [{ id: 'municipalities', params: listed(some) }] : []),
    { id: 'all', params: listed(all) },
    ...(kind === 'buyers-not-said' ? [{ id: 'nobody' }] : []),
  ];
  const { choice } = doubts.answerFor({
    kind,
    key: '',
    rows,
    found: listed(all),
    choices,
    proposed: choices[0]?.id ?? 'all',
  });
  return choice === 'all' ? all : choice === 'municipalities' ? some : [];
}

const municipalitiesOf = (parties: readonly ImportedParty[]): ImportedParty[] =>
  parties.filter(
    ({ name, orgNumber }) =>
      /\bkommune$/i.test(name) ||
      readMunicipality(name) !== null ||
      municipalities.some((each) => each.orgNumber === orgNumber),
  );

const distinct = (parties: readonly ImportedParty[]): ImportedParty[] => [
  ...new Map(parties.map((party) => [party.key, party])).values(),
];
