import { OrgNumber } from '@tallgrunn/values';
import type { ImportAnswer, QuestionOption, ImportQuestions } from './import-questions.ts';
import { partyOption, type ExistingParty } from './party.ts';
import { isSimilarName } from './name-similarity.ts';
import { sameName, textOf, type SourceRow } from './source-row.ts';

/** A supplier as named in rows. */
export interface SupplierMention {
  readonly name: string;
  readonly numberText: string;
  readonly rows: readonly number[];
}

/** The result for a mention's number: nine digits, none, or an answer that identifies the supplier or excludes it. */
export type NumberedMention = SupplierMention &
  (
    | { readonly number: string | null; readonly said?: undefined }
    | { readonly number: null; readonly said: ImportAnswer }
  );

export function mentionsOf(rows: readonly SourceRow[]): SupplierMention[] {
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
export function readOrgNumbers(
  mentions: readonly SupplierMention[],
  known: readonly ExistingParty[],
  doubts: ImportQuestions,
): NumberedMention[] {
  const testRows = mentions.filter(({ numberText }) => OrgNumber.parse(numberText).problem === 'test-number');
  const useTest =
    testRows.length > 0 &&
    doubts.answerFor({
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
    return askInvalidNumber(mention, problem ?? 'length', known, doubts);
  });
}

function askInvalidNumber(
  mention: SupplierMention,
  problem: string,
  known: readonly ExistingParty[],
  doubts: ImportQuestions,
): NumberedMention {
  const alike: QuestionOption[] = known
    .filter(({ kind, name }) => kind === 'supplier' && isSimilarName(name, mention.name))
    .map(partyOption);
  const answer = doubts.answerFor({
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
