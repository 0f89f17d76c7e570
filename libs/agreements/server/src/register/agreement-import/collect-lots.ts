import type { ReadValues } from './ask-values.ts';
import type { ImportQuestions } from './import-questions.ts';
import type { DraftLot } from './draft.ts';
import type { CollectedHead } from './collect-head.ts';
import { lotOf, resolveSingleValue } from './resolve-single-value.ts';
import { textOf, type SourceRow } from './source-row.ts';

/**
 * Collects the lots of one agreement from lot columns, or from agreement columns that a person assigned to the lots.
 */
export function collectLots(
  caseNumber: string,
  rows: readonly SourceRow[],
  { head, perLot }: CollectedHead,
  ask: ReadValues,
  doubts: ImportQuestions,
): DraftLot[] {
  const groups = Map.groupBy(
    rows.filter((row) => lotOf(row) !== ''),
    lotOf,
  );
  const currency = head.maximumCurrency ?? 'NOK';
  return [...groups].map(([lot, group]) => {
    const about = { caseNumber, rows: group, doubts };
    const key = textOf(group[0] as SourceRow, 'lotKey').slice(0, 40);
    const techniques = group.map(
      (row) => ask.technique(row, 'lotTechnique') ?? (perLot.technique ? ask.technique(row) : null),
    );
    const technique = resolveSingleValue(about, `${lot}|lotTechnique`, techniques);
    const amounts = group.map(
      (row) => ask.amount(row, 'lotMaximumValue') ?? (perLot.maximumValue ? ask.amount(row) : null),
    );
    const amount = resolveSingleValue(
      about,
      `${lot}|lotMaximumValue`,
      amounts.map((each) => each && `${each.value} ${each.currency}`),
    );
    return {
      key,
      title: group.map((row) => textOf(row, 'lotTitle')).find((title) => title !== '') ?? key,
      cpv: group.map((row) => ask.cpv(row)).find((code) => code !== null) ?? null,
      maximumValue: amount === null ? null : inCurrency(about, key, amount, currency),
      technique: techniques.find((each) => each === technique) ?? null,
    };
  });
}

/** Returns a lot's amount in the currency of its agreement; asks when it is in another currency. */
function inCurrency(
  {
    caseNumber,
    rows,
    doubts,
  }: { readonly caseNumber: string; readonly rows: readonly SourceRow[]; readonly doubts: ImportQuestions },
  lot: string,
  amount: string,
  currency: string,
): string | null {
  const [value = '', own] = amount.split(' ');
  if (own === currency) return value;
  const { choice } = doubts.answerFor({
    kind: 'lot-currency',
    key: `${caseNumber}|${lot}`,
    rows: rows.map(({ row }) => row),
    found: { caseNumber, lot, amount, currency },
    choices: [{ id: 'none' }, { id: `value:${value} ${currency}`, params: { value: `${value} ${currency}` } }],
    proposed: 'none',
  });
  return choice === 'none' ? null : value;
}
