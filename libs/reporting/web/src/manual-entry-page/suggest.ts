import {
  casesOf,
  permittedValues,
  parentsOf,
  type CheckContext,
  type Terms,
  type ManualEntryCells,
} from '@tallgrunn/checks';
import { buyerValues, itemValues } from './parse-typed-value.ts';
import { fieldOf, type EntryColumn } from './entry-columns.ts';

/** One suggestion while typing. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
  /** secondary text */
  readonly note: string;
  /** other fields that identify the same thing, written together with it */
  readonly also: Readonly<Record<string, string>>;
}

export const suggestionsMax = 8;

const fold = (text: string): string => text.toLocaleLowerCase('nb');

/** Returns whether every word occurs in the text. */
function matches(searchWords: readonly string[], text: string): boolean {
  const folded = fold(text);
  return searchWords.every((word) => folded.includes(word));
}

const plainSuggestion = (value: string): Suggestion => ({ value, label: value, note: '', also: {} });

/**
 * Returns suggestions for the text typed in a cell: items by number or name, buyers, units, and values listed in the
 * terms.
 */
export function suggestions(
  text: string,
  column: EntryColumn,
  cells: ManualEntryCells,
  columns: readonly EntryColumn[],
  { terms, context }: { readonly terms: Terms; readonly context: CheckContext },
): readonly Suggestion[] {
  const searchWords = fold(text.trim())
    .split(/\s+/)
    .filter((word) => word !== '');
  const { role } = column;
  if (role === 'itemNumber' || role === 'itemName' || role === 'gtin')
    return items(searchWords, role, columns, context);
  if (role === 'buyer' || role === 'buyerName' || role === 'buyerOrgNumber')
    return buyers(searchWords, role, columns, context);
  return listedValues(column, cells, columns, { terms, context })
    .filter((value) => value !== '' && matches(searchWords, value))
    .slice(0, suggestionsMax)
    .map(plainSuggestion);
}

function items(
  searchWords: readonly string[],
  role: 'itemNumber' | 'itemName' | 'gtin',
  columns: readonly EntryColumn[],
  context: CheckContext,
): Suggestion[] {
  const { items: table } = context;
  const own = { itemNumber: table?.number, itemName: table?.name, gtin: table?.gtin }[role];
  const found: Suggestion[] = [];
  for (let at = 0; at < (table?.number.length ?? 0) && found.length < suggestionsMax; at += 1) {
    const [number, name, gtin] = [table!.number[at]!, table!.name[at] ?? '', table!.gtin?.[at] ?? ''];
    const value = own?.[at];
    if (!value || !matches(searchWords, `${number} ${name} ${gtin}`)) continue;
    const all = itemValues(context, at, columns, '');
    const also = Object.fromEntries(
      (['itemNumber', 'itemName', 'gtin'] as const)
        .map((each) => fieldOf(columns, each))
        .flatMap((field) => (all[field] ? [[field, all[field]]] : [])),
    );
    found.push({
      value,
      label: `${number} ${name}`.trim(),
      note: [all[fieldOf(columns, 'unitPrice')], table!.unit?.[at]].filter(Boolean).join(' / '),
      also,
    });
  }
  return found;
}

function buyers(
  searchWords: readonly string[],
  role: 'buyer' | 'buyerName' | 'buyerOrgNumber',
  columns: readonly EntryColumn[],
  context: CheckContext,
): Suggestion[] {
  const { buyers: table } = context;
  const own = role === 'buyerOrgNumber' ? table?.orgNumber : table?.name;
  const found: Suggestion[] = [];
  for (let at = 0; at < (table?.key.length ?? 0) && found.length < suggestionsMax; at += 1) {
    const [name, number, value] = [table!.name[at]!, table!.orgNumber?.[at] ?? '', own?.[at]];
    if (!value || table!.entitled?.[at] === false || !matches(searchWords, `${name} ${number}`)) continue;
    found.push({ value, label: name, note: number, also: buyerValues(context, at, columns) });
  }
  return found;
}

/** Returns the values to search in a column that is neither item nor buyer. */
function listedValues(
  { field, role, choices }: EntryColumn,
  cells: ManualEntryCells,
  columns: readonly EntryColumn[],
  { terms, context }: { readonly terms: Terms; readonly context: CheckContext },
): readonly string[] {
  const list = (terms.lists ?? []).find((each) => each.child === field);
  const fitting =
    list &&
    permittedValues(
      casesOf(list),
      parentsOf(list).map((name) => cells[name] ?? ''),
    );
  if (fitting) return fitting;
  if (choices.length > 0) return choices;
  if (role === 'lot') return context.lots?.key ?? [];
  if (role === 'site') return sites(cells, columns, context);
  if (role !== 'unit') return [];
  const own = context.items?.number.indexOf(cells[fieldOf(columns, 'itemNumber')] ?? '') ?? -1;
  return [
    ...new Set(
      [context.items?.unit?.[own], ...(context.items?.unit ?? []), ...Object.keys(terms.units ?? {})].filter(
        (unit) => typeof unit === 'string',
      ),
    ),
  ];
}

/** Returns the delivery sites of the row's buyer, or of all buyers. */
function sites(
  cells: ManualEntryCells,
  columns: readonly EntryColumn[],
  { sites: table, buyers: known }: CheckContext,
): readonly string[] {
  const name = fold(cells[fieldOf(columns, 'buyer')] ?? cells[fieldOf(columns, 'buyerName')] ?? '');
  const buyer = name === '' ? -1 : (known?.name ?? []).findIndex((each) => fold(each) === name);
  return [...new Set((table?.name ?? []).filter((_site, at) => buyer < 0 || table?.buyer[at] === buyer))];
}
