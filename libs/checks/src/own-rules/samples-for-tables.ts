import { fieldRoles } from '../terms.ts';
import type { FieldRole, TermsField, TermsTable } from '../terms.ts';
import { roleOf } from '../terms/field-facts.ts';
import { valueType } from './compile-rule.ts';
import { fieldsOf } from './expression.ts';
import type { ValueType } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { printExpression, printField, quoteText } from './print-expression.ts';
import { functionSamples, operatorSamples, ruleExamples } from './rule-help.ts';

/** Types of the columns that the samples name. */
const sampleTypes: Readonly<Partial<Record<FieldRole, ValueType>>> = {
  quantity: 'number',
  unitPrice: 'number',
  amount: 'number',
  deliveredOn: 'date',
};
/** Values of the samples that a list of permitted values replaces. */
const UNITS = ['"kg"', '"stk"'] as const;

/** The samples that the columns of an agreement allow, with its own columns. */
export interface RuleSamples {
  readonly examples: Readonly<Partial<Record<keyof typeof ruleExamples, string>>>;
  readonly operators: Readonly<Partial<Record<keyof typeof operatorSamples, string>>>;
  readonly functions: Readonly<Partial<Record<keyof typeof functionSamples, string>>>;
}

const isRole = (name: string): name is FieldRole => fieldRoles.some((role) => role === name);
const permitted = ({ constraints }: TermsField): readonly string[] => constraints?.enum ?? [];

const hasTypeOf = ({ type }: TermsField, role: FieldRole): boolean =>
  valueType(type) === (sampleTypes[role] ?? 'string');

/**
 * Chooses a column for each that a sample names: the one with that role, else another of its type, each once while
 * there are enough. `exact` allows the roles only. Returns null if a column is missing.
 */
function columnsFor(
  roles: readonly FieldRole[],
  fields: readonly TermsField[],
  exact: boolean,
): ReadonlyMap<string, TermsField> | null {
  const chosen = new Map<string, TermsField>();
  for (const role of roles) {
    const found = fields.find((field) => roleOf(field) === role && hasTypeOf(field, role));
    if (found) chosen.set(role, found);
    else if (exact) return null;
  }
  for (const role of roles) {
    if (chosen.has(role)) continue;
    const ofType = fields.filter((field) => hasTypeOf(field, role));
    const used = [...chosen.values()];
    const field = ofType.find((each) => !used.includes(each)) ?? ofType[0];
    if (!field) return null;
    chosen.set(role, field);
  }
  return chosen;
}

/** Replaces the units of a sample by values that the column permits, or by a text where it is no unit. */
function withValuesOf(sample: string, unit: TermsField | undefined, exact: boolean): string | null {
  if (!unit) return sample;
  const values = permitted(unit);
  const isUnit = roleOf(unit) === 'unit';
  if (exact) return values.length === 0 || values.includes('kg') ? sample : null;
  if (values.length === 0 && isUnit) return sample;
  const texts = values.length > 0 ? values : ['abc', 'def'];
  return UNITS.reduce((written, value, at) => written.replaceAll(value, quoteText(texts[at] ?? texts[0]!)), sample);
}

function sampleFor(sample: string, fields: readonly TermsField[], exact: boolean): string | null {
  const roles = [...new Set(fieldsOf(parseExpression(sample)).map(({ name }) => name))].filter(isRole);
  const columns = columnsFor(roles, fields, exact);
  const written = columns && withValuesOf(sample, columns.get('unit'), exact);
  return written && printExpression(parseExpression(written), (name) => printField(columns.get(name)?.name ?? name));
}

/** Returns the samples of a group for the first table that has all their columns, roles before types. */
function samplesOf<Name extends string>(
  samples: Readonly<Record<Name, string>>,
  tables: readonly TermsTable[],
  onlyRoles: boolean,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(samples) as Name[]) {
    const ways = [true, ...(onlyRoles ? [] : [false])];
    const written = ways
      .flatMap((exact) => tables.map(({ fields }) => sampleFor(samples[name], fields, exact)))
      .find((each) => each !== null);
    if (written) found[name] = written;
  }
  return found;
}

/** Columns whose name has one type in all tables: a rule is about every table with its columns. */
function withOneType(tables: readonly TermsTable[]): readonly TermsTable[] {
  const fields = tables.flatMap((table) => table.fields);
  const isClear = ({ name, type }: TermsField): boolean =>
    fields.every((other) => other.name !== name || valueType(other.type) === valueType(type));
  return tables.map((table) => ({ ...table, fields: table.fields.filter(isClear) }));
}

/**
 * Returns the samples of rules with the columns that the tables of an agreement have. A sample whose columns cannot be
 * replaced is left out, so that each of them can be published as it stands.
 */
export function samplesForTables(all: readonly TermsTable[]): RuleSamples {
  const tables = withOneType(all);
  return {
    examples: samplesOf(ruleExamples, tables, true),
    operators: samplesOf(operatorSamples, tables, false),
    functions: samplesOf(functionSamples, tables, false),
  };
}
