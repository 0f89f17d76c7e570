import {
  casesOf,
  fieldGuidance,
  permittedValues,
  localText,
  parentsOf,
  roleOf,
  titleOfField,
  type CheckContext,
  type DependentList,
  type Terms,
  type TermsField,
  type TermsTable,
} from '@tallgrunn/checks';
import type { DependentChoices, WriteColumn, WriteSheet } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { workbookTexts } from './workbook-texts.ts';

const CHOICES_MAX = 5_000;
const CASES_MAX = 2_000;
const languages: readonly Language[] = ['nb', 'nn', 'en'];

/** Builds the sheet to fill in: headings in the reader's language, with lists of permitted values. */
export function linesSheet(
  table: TermsTable,
  name: string,
  terms: Terms,
  context: CheckContext,
  language: Language,
): WriteSheet {
  const columns = table.fields.map((field): WriteColumn => {
    const choices = choicesOf(field, terms, context);
    const dependent = dependentOf(field, table, terms);
    return {
      header: titleOfField(field, language),
      kind: kindOf(field),
      width: 18,
      ...(choices.length > 0 && choices.length <= CHOICES_MAX && { choices }),
      ...(dependent && { dependent }),
    };
  });
  return { name: table.sheets?.[0] ?? name, columns, rows: [] };
}

function kindOf(field: TermsField): NonNullable<WriteColumn['kind']> {
  if (field.type === 'date') return 'date';
  if (field.type !== 'number' && field.type !== 'integer') return 'text';
  const role = roleOf(field);
  return role === 'amount' || role === 'unitPrice' ? 'amount' : 'number';
}

function choicesOf(field: TermsField, { scope }: Terms, { buyers, lots, items }: CheckContext): readonly string[] {
  if (field.constraints?.enum) return field.constraints.enum;
  const role = roleOf(field);
  if (role === 'lot') return lots?.key ?? [];
  // When all goods are to be reported, a list would reject items that are not agreed.
  if (role === 'itemNumber') return scope === 'agreed-items' ? (items?.number ?? []) : [];
  if (role !== 'buyer' && role !== 'buyerName') return [];
  return (buyers?.name ?? []).filter((_, at) => buyers?.entitled?.[at] !== false);
}

/**
 * Returns the permitted values of a field for each combination of the fields it depends on; null when it depends on
 * none.
 */
function dependentOf(field: TermsField, table: TermsTable, { lists = [] }: Terms): DependentChoices | null {
  const list = lists.find(
    (each) => each.child === field.name && (each.table === undefined || each.table === table.name),
  );
  if (!list) return null;
  const parents = parentsOf(list).map((name) => table.fields.findIndex((each) => each.name === name));
  if (parents.length === 0 || parents.includes(-1)) return null;
  const cases = combinations(parents.map((parent, at) => valuesOf(table.fields[parent]!, list, at))).flatMap((when) => {
    const values = permittedValues(casesOf(list), when);
    return values ? [{ when, values }] : [];
  });
  return { parents, cases };
}

/** Returns every value that a parent field can have: its own list, else those named in the dependent list. */
function valuesOf({ constraints }: TermsField, list: DependentList, at: number): readonly string[] {
  return (
    constraints?.enum ?? [...new Set(casesOf(list).map(({ when }) => when[at] ?? '*'))].filter((value) => value !== '*')
  );
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  const all = lists.reduce<string[][]>(
    (before, values) => before.flatMap((each) => values.map((value) => [...each, value])).slice(0, CASES_MAX),
    [[]],
  );
  return all;
}

/**
 * Builds the sheet of agreed items to copy from: number, name, GTIN, unit and the price of the period. Null when none
 * is agreed.
 */
export function assortmentSheet({ items, prices, period }: CheckContext, language: Language): WriteSheet | null {
  if (!items || items.number.length === 0) return null;
  const priceOf = new Map<number, string>();
  prices?.item.forEach((item, at) => {
    const isValid = !period || (prices.from[at]! < period.end && (prices.to[at] ?? '9999-12-31') >= period.start);
    if (isValid) priceOf.set(item, prices.price[at]!);
  });
  const column = (name: string, kind: WriteColumn['kind'] = 'text'): WriteColumn => ({
    header: titleOfField({ name, type: 'string' }, language),
    kind,
    width: name === 'itemName' ? 40 : 18,
  });
  const rows = items.number.map((number, at) => [
    number,
    items.name[at] ?? null,
    items.gtin?.[at] ?? null,
    items.unit?.[at] ?? null,
    priceOf.get(at) ?? null,
  ]);
  return {
    name: workbookTexts(language).assortmentSheet,
    columns: [column('itemNumber'), column('itemName'), column('gtin'), column('unit'), column('unitPrice', 'amount')],
    rows,
  };
}

/** Builds the sheet of instructions for each column, in three languages side by side. */
export function guidanceSheet(terms: Terms, language: Language): WriteSheet {
  const rows = terms.tables.flatMap((table) =>
    table.fields.map((field) => [
      titleOfField(field, language),
      ...languages.map((each) => `${titleOfField(field, each)}: ${fieldGuidance(field, table, terms, each).join(' ')}`),
    ]),
  );
  const texts = languages.map((each) => workbookTexts(each));
  const columns = [
    { header: workbookTexts(language).column, width: 24 },
    ...texts.map(({ inLanguage }) => ({ header: inLanguage, width: 60 })),
  ];
  return {
    name: workbookTexts(language).guidanceSheet,
    titles: texts.map((each, at) => each.guidance({ title: localText(terms.title, languages[at]!) })),
    columns,
    rows,
  };
}
