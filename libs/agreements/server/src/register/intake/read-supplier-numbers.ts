import { OrgNumber } from '@tallgrunn/values';
import type { Answer, Choice, Doubts } from './doubts.ts';
import { choiceOf, type KnownParty } from './party.ts';
import { resembles } from './resemblance.ts';
import { sameName, textOf, type SourceRow } from './source-row.ts';

/** A supplier as named in rows. */
export interface Mention {
  readonly name: string;
  readonly numberText: string;
  readonly rows: readonly number[];
}

/** The result for a mention's number: nine digits, none, or an answer that identifies the supplier or excludes it. */
export type Numbered = Mention &
  ({ readonly number: string | null; readonly said?: undefined } | { readonly number: null; readonly said: Answer });

export function mentionsOf(rows: readonly SourceRow[]): Mention[] {
  const groups = Map.groupBy(
    rows.filter((row) => textOf(row, 'supplierName') !== ''),
    (row) => `${sameName(textOf(row, 'supplierName'))}\n${textOf(row, 'supplierNumber')}`,
  );
  return [...groups.values()].map((group) => {
    const first = group[0] as SourceRow;
    return {
      name: textOf(first, 'supplierName'),
      numberText: textOf(first, 'supplierNumber'),
      rows: group.map(({ row }) => row),
    };
  });
}

/**
 * Reads the organisation number of each mention. Test numbers are one question for the whole file; every other invalid
 * number is a question of its own.
 */
export function readNumbers(mentions: readonly Mention[], known: readonly KnownParty[], doubts: Doubts): Numbered[] {
  const testRows = mentions.filter(({ numberText }) => OrgNumber.parse(numberText).problem === 'test-number');
  const useTest =
    testRows.length > 0 &&
    doubts.ask({
      kind: 'test-numbers',
      key: '',
      rows: testRows.flatMap(({ rows }) => rows),
      found: {
        count: String(testRows.length),
        example: `${testRows[0]?.name ?? ''} (${testRows[0]?.numberText ?? ''})`,
      },
      choices: [{ id: 'use' }, { id: 'without-number' }],
      // a few test numbers among real ones are left-overs; when most are, the whole register is a test
      proposed: testRows.length * 2 > mentions.length ? 'use' : 'without-number',
    }).choice === 'use';
  return mentions.map((mention) => {
    const { ok, value, problem } = OrgNumber.parse(mention.numberText);
    if (ok) return { ...mention, number: value };
    if (problem === 'empty') return { ...mention, number: null };
    if (problem === 'test-number') return { ...mention, number: useTest ? value : null };
    return settleInvalid(mention, problem ?? 'length', known, doubts);
  });
}

function settleInvalid(mention: Mention, problem: string, known: readonly KnownParty[], doubts: Doubts): Numbered {
  const alike: Choice[] = known
    .filter(({ kind, name }) => kind === 'supplier' && resembles(name, mention.name))
    .map(choiceOf);
  const answer = doubts.ask({
    kind: `org-number-${problem}`,
    key: `${sameName(mention.name)}|${mention.numberText}`,
    rows: mention.rows,
    found: { name: mention.name, number: mention.numberText },
    choices: [...alike, { id: 'text' }, { id: 'without-number', params: { name: mention.name } }, { id: 'leave-out' }],
    proposed: alike[0]?.id ?? 'without-number',
  });
  if (answer.choice === 'without-number') return { ...mention, number: null };
  if (answer.choice === 'text') {
    const written = OrgNumber.parse(answer.text ?? '', { testNumbers: true });
    return { ...mention, number: written.ok ? written.value : null };
  }
  return { ...mention, number: null, said: answer };
}
