import type { CheckContext } from './context.ts';
import { contextSchema } from './schema/context-schema.ts';
import { matchSchema } from './schema/match-schema.ts';
import { compileRule, ruleTable } from './own-rules/compile-rule.ts';
import type { ExpressionProblem } from './own-rules/expression.ts';
import type { SchemaProblem } from './schema/match-schema.ts';
import { termsSchema } from './schema/terms-schema.ts';
import { parentsOf } from './terms/dependent-lists.ts';
import type { Terms } from './terms.ts';

export type DocumentReading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly SchemaProblem[] };

const problem = (path: string, kind: SchemaProblem['problem'], detail: string): SchemaProblem => ({
  path,
  problem: kind,
  detail,
});

/** Finds problems that the schema cannot express: duplicate field names, and lists that refer to missing fields. */
function termsProblems(terms: Terms): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  terms.tables.forEach((table, at) => {
    const names = table.fields.map((field) => field.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) found.push(problem(`/tables/${at}/fields`, 'value', `the name ${twice} is used twice`));
  });
  const names = new Set(terms.tables.flatMap((table) => table.fields.map((field) => field.name)));
  terms.lists?.forEach((list, at) => {
    if (!names.has(list.child)) found.push(problem(`/lists/${at}/child`, 'value', `no field is named ${list.child}`));
    const parents = list.parents === undefined ? 'parent' : 'parents';
    for (const parent of parentsOf(list))
      if (!names.has(parent)) found.push(problem(`/lists/${at}/${parents}`, 'value', `no field is named ${parent}`));
  });
  const tables = terms.tables.map(({ name, fields }) => ruleTable(name, fields));
  terms.ownRules?.forEach(({ expression, table }, at) => {
    const compilation = compileRule(expression, tables, table);
    if (!compilation.ok) found.push(problem(`/ownRules/${at}/expression`, 'value', ruleDetail(compilation.problem)));
  });
  return found;
}

const ruleDetail = ({ code, params }: ExpressionProblem): string =>
  [code, ...Object.entries(params).map(([name, value]) => `${name} ${value}`)].join(', ');

/** Finds table columns of different length and indexes outside their table. */
function contextProblems(context: CheckContext): SchemaProblem[] {
  const found: SchemaProblem[] = [];
  for (const [name, table] of Object.entries(context)) {
    if (table === null || typeof table !== 'object' || Array.isArray(table)) continue;
    const lengths = new Set(
      Object.values(table as Record<string, unknown>)
        .filter(Array.isArray)
        .map((column) => column.length),
    );
    if (lengths.size > 1) found.push(problem(`/${name}`, 'length', 'columns of different length'));
  }
  const within = (path: string, list: readonly (number | null)[] | undefined, size: number): void => {
    if (list?.some((each) => each !== null && each >= size))
      found.push(problem(path, 'range', `points outside a table of ${size}`));
  };
  const items = context.items?.number.length ?? 0;
  const buyers = context.buyers?.key.length ?? 0;
  within('/prices/item', context.prices?.item, items);
  within('/itemChanges/item', context.itemChanges?.item, items);
  within('/formerItems/item', context.formerItems?.item, items);
  within('/units/item', context.units?.item, items);
  within('/declarations/item', context.declarations?.item, items);
  within('/sites/buyer', context.sites?.buyer, buyers);
  within('/aliases/buyer', context.aliases?.buyer, buyers);
  within('/booked/buyer', context.booked?.buyer, buyers);
  within('/booked/also', context.booked?.also?.flat(), buyers);
  within('/bookedInvoices/buyer', context.bookedInvoices?.buyer, buyers);
  return found;
}

/** Validates terms from external JSON. */
export function readTerms(json: unknown): DocumentReading<Terms> {
  const problems = matchSchema(json, termsSchema);
  const deeper = problems.length > 0 ? problems : termsProblems(json as Terms);
  return deeper.length > 0 ? { ok: false, problems: deeper } : { ok: true, value: json as Terms };
}

/** Validates a check context from external JSON. */
export function readContext(json: unknown): DocumentReading<CheckContext> {
  const problems = matchSchema(json, contextSchema);
  const deeper = problems.length > 0 ? problems : contextProblems(json as CheckContext);
  return deeper.length > 0 ? { ok: false, problems: deeper } : { ok: true, value: json as CheckContext };
}
