import type { FieldRole } from '../terms.ts';
import type { LooseField } from './known-fields.ts';
import { listOf, objectOf, duplicateIndexes, textOf, textsOf } from './parse-loose.ts';
import type { LooseObject } from './parse-loose.ts';
import type { ReportTermsProblem } from './terms-problem.ts';

const typesOf: Partial<Record<FieldRole, readonly string[]>> = {
  quantity: ['number', 'integer'],
  unitPrice: ['number', 'integer'],
  amount: ['number', 'integer'],
  vatRate: ['number', 'integer'],
  deliveredOn: ['date', 'yearmonth'],
  orderedOn: ['date', 'yearmonth'],
  invoicedOn: ['date', 'yearmonth'],
  period: ['yearmonth', 'date', 'string'],
};
const basisRoles = { delivered: 'deliveredOn', ordered: 'orderedOn', invoiced: 'invoicedOn' } as const;
const buyerRoles: readonly (FieldRole | null)[] = ['buyer', 'buyerOrgNumber', 'buyerName'];
const measureRoles: readonly (FieldRole | null)[] = ['amount', 'quantity'];

function lintRoles(fields: readonly LooseField[], blame: ReportTermsProblem): void {
  const seen = new Map<string, LooseField>();
  for (const field of fields) {
    const { role, table, path, type } = field;
    if (role === null) continue;
    const before = seen.get(`${table} ${role}`);
    if (before) blame(`${path}/role`, 'role-twice', { role, field: field.name, other: before.name });
    else seen.set(`${table} ${role}`, field);
    const types = typesOf[role] ?? ['string'];
    if (type !== '' && !types.includes(type) && (typesOf[role] || type === 'date' || type === 'boolean'))
      blame(`${path}/type`, 'role-type', { role, type, types: types.join(', ') });
  }
}

/** Validates that a report has the date that determines its period, the buyer, and an amount or quantity. */
function lintNeeds(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  const basis = basisRoles[textOf(terms.basis) as keyof typeof basisRoles] as FieldRole | undefined;
  if (basis && !fields.some(({ role }) => role === basis || role === 'period'))
    blame('/basis', 'basis-missing', { role: basis });
  if (!fields.some(({ role }) => buyerRoles.includes(role))) blame('/tables', 'role-missing', { role: 'buyer' });
  if (!fields.some(({ role }) => measureRoles.includes(role))) blame('/tables', 'role-missing', { role: 'amount' });
}

function lintForeignKeys(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  for (const { at, each: table } of listOf(terms.tables)) {
    const has = (name: string, field: string): boolean =>
      fields.some((each) => each.table === name && each.name === field);
    for (const { at: index, each: key } of listOf(table.foreignKeys)) {
      const path = `/tables/${at}/foreignKeys/${index}`;
      const reference = objectOf(key.reference);
      const [own, others, to] = [textsOf(key.fields), textsOf(reference.fields), textOf(reference.table)];
      own.forEach(
        (field, place) =>
          has(textOf(table.name), field) || blame(`${path}/fields/${place}`, 'field-unknown', { field }),
      );
      if (to !== '' && !listOf(terms.tables).some((other) => other.each.name === to))
        blame(`${path}/reference/table`, 'table-unknown', { table: to });
      else
        others.forEach(
          (field, place) => has(to, field) || blame(`${path}/reference/fields/${place}`, 'field-unknown', { field }),
        );
      if (own.length !== others.length)
        blame(`${path}/fields`, 'key-width', { fields: own.length, others: others.length });
    }
  }
}

/** Validates tables: unique names, suitable roles, and the fields that each report must have. */
export function lintTables(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  const tables = listOf(terms.tables).map(({ each }) => each);
  const names = tables.map((table) => textOf(table.name));
  for (const at of duplicateIndexes(names)) blame(`/tables/${at}/name`, 'table-twice', { table: names[at]! });
  const sheets = tables.flatMap((table, at) =>
    textsOf(table.sheets).map((sheet, index) => ({ sheet, path: `/tables/${at}/sheets/${index}` })),
  );
  for (const at of duplicateIndexes(
    sheets.map(({ sheet }) => sheet),
    (text) => text.trim().toLowerCase(),
  ))
    blame(sheets[at]!.path, 'sheet-twice', { sheet: sheets[at]!.sheet });
  tables.forEach((_, table) => {
    const own = fields.filter(({ path }) => path.startsWith(`/tables/${table}/fields/`));
    for (const at of duplicateIndexes(own.map(({ name }) => name)))
      blame(`${own[at]!.path}/name`, 'field-twice', { field: own[at]!.name });
  });
  if (tables.length === 0) return;
  lintRoles(fields, blame);
  lintNeeds(terms, fields, blame);
  lintForeignKeys(terms, fields, blame);
}
