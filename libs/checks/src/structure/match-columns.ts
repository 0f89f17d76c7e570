import type { ColumnMatch, MatchHow } from '../facts.ts';
import type { PlanTable } from '../plan/plan.ts';
import { editDistance } from '../plan/edit-distance.ts';
import { headingForms } from '../plan/normalise-heading.ts';

interface Candidate {
  readonly column: number;
  readonly field: number;
  readonly rank: number;
  readonly heading: string;
}

function candidatesOf(headings: readonly (readonly string[])[], table: PlanTable): Candidate[] {
  const found: Candidate[] = [];
  headings.forEach((texts, column) => {
    texts.forEach((heading, text) => {
      headingForms(heading).forEach((form, bare) => {
        for (const { field, rank } of table.words.get(form) ?? [])
          found.push({ column, field, rank: rank + bare * 0.25 + text * 0.1, heading });
      });
    });
  });
  return found.sort((a, b) => a.rank - b.rank || a.column - b.column);
}

function howOf(rank: number): MatchHow {
  return rank < 1 ? 'title' : 'synonym';
}

/**
 * Matches columns by name: titles of the terms first, then their synonyms, then general synonyms.
 * `headings` has the possible names of each column, best first.
 */
export function matchByName(headings: readonly (readonly string[])[], table: PlanTable): ColumnMatch[] {
  const columns = new Set<number>();
  const fields = new Set<number>();
  const matches: ColumnMatch[] = [];
  for (const { column, field, rank, heading } of candidatesOf(headings, table)) {
    if (columns.has(column) || fields.has(field)) continue;
    columns.add(column);
    fields.add(field);
    matches.push({ field: table.fields[field]!, column, heading, how: howOf(rank) });
  }
  return matches;
}

/** Headings similar to a known one with a different meaning: "Beløp inkl. mva" is not "Beløp", "Verkäufer" not "Käufer". */
const differentMeaning =
  /verkaufer|inkl|incl|medmva|withvat|rabat|discount|nachlass|kost|innkjop|inkop|indkob|einkauf|brutto|gross|(?:mva|moms|vat|mwst|steuer|tax|merverdiavgift)s?(?:kr|belop|belob|belopp|betrag|amount)?$|^(?:mva|moms|vat|mwst|steuer|tax)/;

/** Date headings other than delivery: "Bestelldatum" ends like "Datum". */
const otherDateHeading =
  /bestel|bestil|best|ordr|order|auftrag|fakt|rechnung|inv|bilag|beleg|bogfort|bokfort|posting|forfall|forfald|due|faellig|fallig|betal|paid|oppr|created|registr|utskrift|print/;

/** Headings of deliveries, whatever else they name: "order.deliveredAt". */
const ofDelivery = /deliver|lever|liefer|shipp|despatch|dispatch/;

/** Headings of weeks: "202611" is the eleventh week, not November. */
const ofWeek = /^(?:ar)?uke|uke(?:nr|nummer)?$|veke|vecka|week|woche|^kw$/;

export const isWeekHeading = (folded: string): boolean => ofWeek.test(folded);

/** Returns whether a normalised date heading is about something other than delivery. */
export const isOtherDateHeading = (folded: string): boolean =>
  ofWeek.test(folded) || (otherDateHeading.test(folded) && !ofDelivery.test(folded));

function resembles(form: string, word: string): boolean {
  if (differentMeaning.test(form)) return false;
  if (word.length >= 5 && form.length >= 5 && editDistance(form, word, 1) <= 1) return true;
  return word.length >= 5 && form.length <= word.length + 14 && (form.startsWith(word) || form.endsWith(word));
}

/**
 * Matches columns with a heading similar to a known one ("Antall solgt i perioden"), for required fields that are
 * missing. `headings` as in `matchByName`.
 */
export function matchBySimilarity(
  headings: readonly (readonly string[])[],
  table: PlanTable,
  taken: readonly ColumnMatch[],
): ColumnMatch[] {
  const columns = new Set(taken.map((match) => match.column));
  const fields = new Set(taken.map((match) => match.field.index));
  const found: ColumnMatch[] = [];
  for (const field of table.fields) {
    if (!field.required || fields.has(field.index)) continue;
    const words = [...table.words]
      .filter(([, list]) => list.some((each) => each.field === field.index))
      .map(([word]) => word);
    const near = headings.flatMap((texts, column) => {
      const forms = columns.has(column) ? [] : texts.flatMap((text) => (text === '' ? [] : headingForms(text)));
      if (field.role === 'deliveredOn' && forms.some(isOtherDateHeading)) return [];
      return forms.some((form) => words.some((word) => resembles(form, word))) ? [column] : [];
    });
    if (near.length !== 1) continue;
    columns.add(near[0]!);
    found.push({ field, column: near[0]!, heading: headings[near[0]!]![0]!, how: 'similar' });
  }
  return found;
}
