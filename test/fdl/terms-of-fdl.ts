import type { DependentList, FieldConstraints, Terms, TermsField, TermsTable } from '@tallgrunn/checks';
import type { FdlDefinition, FdlField, FdlTable } from './fdl-definition.ts';
import { fdlTypes, knownDestinations } from './registered-destinations.ts';
import type { Destination } from './registered-destinations.ts';

const sheets: Readonly<Record<FdlTable['kind'], readonly string[]>> = {
  Invoice: ['InvoicesRaised', 'Invoices'],
  Contract: ['OrdersReceived', 'Contracts', 'Orders'],
  Other: ['Briefs Received', 'Bids'],
};

/** Checks that correspond to the UK's ingest; all others are left out. */
const checks = [
  'file-unreadable',
  'empty-file',
  'column-missing',
  'column-inferred',
  'required-empty',
  'not-a-number',
  'formula-cell',
  'date-unreadable',
  'date-impossible',
  'value-not-listed',
  'text-pattern',
  'dependent-value',
  'buyer-not-entitled',
  'formula-injection',
  'personal-data',
];

const unique = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.findIndex((other) => other.toLowerCase() === value.toLowerCase()) === at);

/** Returns all values of a lookup, including those of the lookups it names. */
export function lookupValues(name: string, { lookups }: FdlDefinition, above: readonly string[] = []): string[] {
  const parts = lookups.get(name);
  if (!parts || above.includes(name)) throw new Error(`no lookup ${name}`);
  return unique(
    parts.flatMap((part) =>
      'value' in part ? [part.value] : lookupValues(part.lookup, { lookups } as FdlDefinition, [...above, name]),
    ),
  );
}

function camel(text: string): string {
  return text
    .replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
    .replace(/^./, (first) => first.toLowerCase());
}

const nameOf = ({ destination, from }: FdlField): string => destination ?? camel(from);

function kindOf({ type, destination }: FdlField): Destination {
  const known = type === null ? knownDestinations[destination!] : (fdlTypes[type] ?? { type: 'string' as const });
  if (!known) throw new Error(`no field ${destination}`);
  return known;
}

function choicesOf(field: FdlField, kind: Destination, definition: FdlDefinition): readonly string[] | null {
  if (kind.yesNo) return ['Y', 'N'];
  if (field.dependsOn) return unique(field.dependsOn.cases.flatMap(({ lookup }) => lookupValues(lookup, definition)));
  const lookup = field.type !== null && !(field.type in fdlTypes) ? field.type : field.destination;
  if (lookup !== null && definition.lookups.has(lookup)) return lookupValues(lookup, definition);
  return kind.role === 'lot' && definition.lots.length > 0 ? definition.lots.map(({ number }) => number) : null;
}

function fieldOf(field: FdlField, definition: FdlDefinition): TermsField {
  const kind = kindOf(field);
  const choices = choicesOf(field, kind, definition);
  const constraints: FieldConstraints = {
    ...(!field.optional && { required: true }),
    ...(choices && { enum: choices }),
    ...(kind.pattern !== undefined && { pattern: kind.pattern }),
    ...(field.length?.least != null && { minLength: field.length.least }),
    ...(field.length?.most != null && { maxLength: field.length.most }),
  };
  return {
    name: nameOf(field),
    type: kind.type,
    ...(kind.role && { role: kind.role }),
    title: field.from,
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...((kind.type === 'number' || kind.type === 'integer') && { decimalChar: '.' as const }),
    ...(kind.type === 'date' && { dateOrder: 'day-first' as const }),
  };
}

function listsOf({ kind, fields }: FdlTable, definition: FdlDefinition): DependentList[] {
  return fields.flatMap((field): DependentList[] => {
    if (!field.dependsOn) return [];
    const parents = field.dependsOn.parents.map((from) => {
      const parent = fields.find((each) => each.from === from);
      if (!parent) throw new Error(`${field.from} depends on ${from}, which is not there`);
      return nameOf(parent);
    });
    const cases = field.dependsOn.cases.map(({ when, lookup }) => ({ when, values: lookupValues(lookup, definition) }));
    return [{ name: `${kind} ${field.from}`, table: kind, child: nameOf(field), parents, cases }];
  });
}

/** Converts a framework definition to a terms document: monthly, due on the fifth working day, by invoice date. */
export function termsOfFdl(definition: FdlDefinition): Terms {
  const tables = definition.tables.map((table): TermsTable => ({
    name: table.kind,
    sheets: sheets[table.kind],
    fields: table.fields.map((field) => fieldOf(field, definition)),
  }));
  const lists = definition.tables.flatMap((table) => listsOf(table, definition));
  return {
    id: definition.code,
    version: 1,
    title: definition.name,
    // Terms have no fee: the framework's charge is stated, not calculated.
    description: `ManagementCharge ${definition.charge}`,
    frequency: 'month',
    due: { kind: 'working-days', days: 5 },
    basis: 'invoiced',
    vat: 'excluded',
    currency: 'GBP',
    scope: 'product-area',
    nilReport: 'required',
    tables,
    standardChecks: false,
    checks: checks.map((id) => ({ id })),
    ...(lists.length > 0 && { lists }),
    partlyAccepted: 'not-delivered',
    lateLines: 'open-period',
  };
}
