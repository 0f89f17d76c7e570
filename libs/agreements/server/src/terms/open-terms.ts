import { roleOf, type DependentList, type Terms, type TermsField } from '@tallgrunn/checks';

/** Roles whose value lists would reveal buyers or agreed items. */
const confidentialRoles: ReadonlySet<string> = new Set([
  'buyer',
  'buyerOrgNumber',
  'buyerName',
  'site',
  'itemNumber',
  'gtin',
  'itemName',
]);

/** The public part of terms. */
export interface PublicTerms {
  readonly document: Terms;
  /** names of the fields whose value lists were removed */
  readonly withheld: readonly string[];
}

const isConfidential = (field: TermsField): boolean => confidentialRoles.has(roleOf(field) ?? '');

/**
 * Removes value lists that name buyers, their sites or agreed items; returns the document unchanged when it has none.
 * Prices and suppliers are never part of a terms document.
 */
export function publicTerms(terms: Terms): PublicTerms {
  const closed = new Set(terms.tables.flatMap(({ fields }) => fields.filter(isConfidential).map(({ name }) => name)));
  const listed = new Set(
    terms.tables.flatMap(({ fields }) =>
      fields.filter((field) => isConfidential(field) && field.constraints?.enum).map(({ name }) => name),
    ),
  );
  const namesThem = ({ child, parent, parents = [] }: DependentList) =>
    [child, ...parents, ...(parent === undefined ? [] : [parent])].filter((name) => closed.has(name));
  const withheld = new Set([...listed, ...(terms.lists ?? []).flatMap(namesThem)]);
  if (withheld.size === 0) return { document: terms, withheld: [] };
  const tables = terms.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field) => (listed.has(field.name) && isConfidential(field) ? withoutList(field) : field)),
  }));
  const { lists, ...rest } = terms;
  const open = (lists ?? []).filter((list) => namesThem(list).length === 0);
  return { document: { ...rest, tables, ...(open.length > 0 && { lists: open }) }, withheld: [...withheld] };
}

function withoutList({ constraints, ...field }: TermsField): TermsField {
  const { enum: _list, ...others } = constraints ?? {};
  return Object.keys(others).length > 0 ? { ...field, constraints: others } : field;
}
