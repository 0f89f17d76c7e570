import { addDays, Period } from '@tallgrunn/values';
import { hashOf } from '../canonical-json.ts';
import { mayBeRight } from '../check.ts';
import type { Check, Need } from '../check.ts';
import { allChecks } from '../checks/all-checks.ts';
import { ownRule } from '../checks/own-rule.ts';
import type { DateOrder } from '../cells/parse-date.ts';
import type { DecimalChar } from '../cells/parse-number.ts';
import type { CheckContext } from '../context.ts';
import type { Patch } from '../finding.ts';
import type { CheckParams, FieldRole, FindingSeverity, Terms, TermsField } from '../terms.ts';
import { fieldRoles, localText } from '../terms.ts';
import { termsChecks } from '../terms/terms-checks.ts';
import { applySettings } from './apply-settings.ts';
import { indexBuyers } from './buyer-index.ts';
import { roleSynonyms, roleTitle } from './heading-synonyms.ts';
import { normaliseHeading, headingForms } from './normalise-heading.ts';
import { indexItems } from './item-index.ts';
import type { Plan, PlanField, PlanTable, ReadAs } from './plan.ts';
import { OWN_RULES_MAX } from '../own-rules/expression.ts';
import { indexPrices } from './price-index.ts';
import { indexUnits } from './unit-index.ts';

export interface PlannedCheck {
  readonly check: Check;
  readonly severity: FindingSeverity;
  readonly params: CheckParams;
  /** it blocks rows, but a person may declare it not an error */
  readonly overridable: boolean;
}

/** A plan with its checks: compiled once, used for any number of files. */
export interface CompiledPlan extends Plan {
  readonly checks: readonly PlannedCheck[];
  /** checks that would run if this data were available */
  readonly unknown: ReadonlyMap<Need, readonly string[]>;
}

function planField(field: TermsField, index: number): PlanField {
  const role = field.role ?? fieldRoles.find((each) => each === field.name) ?? null;
  const title = localText(field.title, 'nb', role ? roleTitle(role, 'nb') : field.name);
  return {
    index,
    name: field.name,
    nameJson: `${JSON.stringify(field.name)}:`,
    title,
    role,
    required: field.constraints?.required === true,
    field,
  };
}

function ownNames({ field, name, role }: PlanField): string[] {
  const titles = (['nb', 'nn', 'en'] as const).map((language) =>
    localText(field.title, language, role ? roleTitle(role, language) : name),
  );
  return [...titles, name];
}

/** Rank after the titles of the terms and before all synonyms: a person's answer, which is not asked about again. */
const LEARNED_RANK = 0.5;

function synonymsOf(fields: readonly PlanField[], learned: CheckContext['taughtColumns']): PlanTable['words'] {
  const words = new Map<string, { field: number; rank: number }[]>();
  const add = (text: string, field: number, rank: number): void => {
    for (const form of headingForms(text)) {
      const list = words.get(form) ?? [];
      if (form !== '' && !list.some((each) => each.field === field)) words.set(form, [...list, { field, rank }]);
    }
  };
  for (const field of fields) for (const name of ownNames(field)) add(name, field.index, 0);
  learned?.field.forEach((name, at) => {
    const field = fields.find((each) => each.name === name);
    if (field) add(learned.heading[at]!, field.index, LEARNED_RANK);
  });
  for (const field of fields) for (const name of field.field.synonyms ?? []) add(name, field.index, 1);
  for (const field of fields)
    if (field.role) roleSynonyms(field.role).forEach((name, at) => add(name, field.index, 2 + at / 1000));
  words.delete(normaliseHeading(''));
  return words;
}

function planTable(table: Terms['tables'][number], learned: CheckContext['taughtColumns']): PlanTable {
  const fields = table.fields.map(planField);
  const role: Partial<Record<FieldRole, number>> = {};
  for (const field of fields) if (field.role && role[field.role] === undefined) role[field.role] = field.index;
  const { name, title, sheets = [], foreignKeys = [] } = table;
  return {
    name,
    title: localText(title, 'nb', name),
    sheets: new Set(sheets.map(normaliseHeading)),
    foreignKeys,
    fields,
    role,
    words: synonymsOf(fields, learned),
  };
}

function isAvailable(need: Need, terms: Terms, context: CheckContext, period: Plan['period']): boolean {
  if (need === 'period') return period !== null;
  if (need === 'template') return terms.template !== undefined;
  return context[need] !== undefined;
}

function severityOf(check: Check, wanted: FindingSeverity | undefined, context: CheckContext): FindingSeverity {
  if (wanted) return wanted;
  return check.softens && context.firstPeriod ? 'confirm' : check.severity;
}

/** Plans each rule of the terms as a check with its own severity. */
function planOwnRules({ ownRules = [] }: Terms): PlannedCheck[] {
  return ownRules.slice(0, OWN_RULES_MAX).map(({ id, severity, overridable = false }) => ({
    check: ownRule,
    severity,
    overridable: overridable && severity === 'blocksRow',
    params: { rule: id },
  }));
}

function planChecks(
  terms: Terms,
  context: CheckContext,
  period: Plan['period'],
): Pick<CompiledPlan, 'checks' | 'unknown'> {
  const wanted = new Map(termsChecks(terms).map((each) => [each.id, each]));
  const roles = new Set(terms.tables.flatMap((table) => table.fields.map((field) => field.role ?? field.name)));
  const unknown = new Map<Need, string[]>();
  const checks = allChecks.flatMap((check): PlannedCheck[] => {
    const own = wanted.get(check.id);
    if (check === ownRule) return own?.severity === 'off' ? [] : planOwnRules(terms);
    if (own?.severity === 'off' || (terms.standardChecks === false && !own)) return [];
    if (check.roles?.some((role) => !roles.has(role))) return [];
    const missing = check.needs?.find((need) => !isAvailable(need, terms, context, period));
    if (missing) {
      unknown.set(missing, [...(unknown.get(missing) ?? []), check.id]);
      return [];
    }
    const severity = severityOf(check, own?.severity as FindingSeverity | undefined, context);
    const overridable = severity === 'blocksRow' && own?.overridable === true && mayBeRight(check);
    return [{ check, severity, overridable, params: { ...check.params, ...own?.params } }];
  });
  return { checks, unknown };
}

function periodOf(terms: Terms, context: CheckContext): Plan['period'] {
  return context.period ?? (terms.period ? Period.tryParse(terms.period) : null);
}

function readAsOf(learnedFormats: CheckContext['readAs']): ReadAs {
  const signs = new Map<string, DecimalChar>();
  const orders = new Map<string, DateOrder>();
  const key = (field: string, heading: string): string => JSON.stringify([field, normaliseHeading(heading)]);
  learnedFormats?.value.forEach((value, at) => {
    const column = key(learnedFormats.field[at] ?? '', learnedFormats.heading[at] ?? '');
    if (value === ',' || value === '.') signs.set(column, value);
    else orders.set(column, value);
  });
  return {
    decimal: ({ heading, field }) => signs.get(key(field.name, heading)) ?? null,
    dateOrder: ({ heading, field }) => orders.get(key(field.name, heading)) ?? null,
  };
}

/** Compiles terms and context. `patches` are a person's answers: they are applied but do not change the hashes. */
export function compilePlan(terms: Terms, context?: CheckContext, patches: readonly Patch[] = []): CompiledPlan {
  const applied = applySettings(terms, context ?? {}, patches);
  const period = periodOf(applied.terms, applied.context);
  const units = indexUnits(applied.terms, applied.context);
  const planned = planChecks(applied.terms, applied.context, period);
  return {
    ...applied,
    termsId: { id: terms.id, version: terms.version, hash: hashOf(terms) },
    contextHash: context ? hashOf(context) : null,
    tables: applied.terms.tables.map((table) => planTable(table, applied.context.taughtColumns)),
    items: indexItems(applied.context),
    prices: indexPrices(applied.context, units),
    buyers: indexBuyers(applied.context),
    units,
    period,
    ...planned,
    checkIds: new Set(planned.checks.map(({ check }) => check.id)),
    dateShift: new Map(
      patches.flatMap((patch) => (patch.set === 'date-shift' ? [[patch.field, patch.days] as const] : [])),
    ),
    filledDown: {
      fields: new Set(patches.flatMap((patch) => (patch.set === 'fill-down' ? [patch.field] : []))),
      headings: new Map(
        context?.filledDown?.field.map((field, at) => [normaliseHeading(context.filledDown!.heading[at] ?? ''), field]),
      ),
    },
    readAs: readAsOf(context?.readAs),
    wholeTable: new Map(
      period === null
        ? []
        : patches.flatMap((patch) =>
            patch.set === 'whole-table' ? [[patch.field, addDays(period.end, -1)] as const] : [],
          ),
    ),
    crossMeasure: patches.findLast((patch) => patch.set === 'measure')?.value ?? null,
  };
}
