import type { LooseField } from './known-fields.ts';
import { listOf, objectOf, duplicateIndexes, textOf, textsOf } from './parse-loose.ts';
import type { LooseObject } from './parse-loose.ts';
import type { ReportTermsProblem } from './terms-problem.ts';

const normalise = (text: string): string => text.trim().toLowerCase();

interface Case {
  readonly path: string;
  readonly when: readonly string[];
  readonly values: readonly string[];
}

function casesOf(list: LooseObject, path: string): readonly Case[] {
  if (list.cases !== undefined)
    return listOf(list.cases).map(({ at, each }) => ({
      path: `${path}/cases/${at}`,
      when: textsOf(each.when),
      values: textsOf(each.values),
    }));
  return Object.entries(objectOf(list.values)).map(([value, values]) => ({
    path: `${path}/values/${pointer(value)}`,
    when: [value],
    values: textsOf(values),
  }));
}

/** Escapes a name for a JSON pointer. */
export function pointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function parentsOf(list: LooseObject): readonly { readonly name: string; readonly path: string }[] {
  if (list.parents !== undefined) return textsOf(list.parents).map((name, at) => ({ name, path: `/parents/${at}` }));
  return list.parent === undefined ? [] : [{ name: textOf(list.parent), path: '/parent' }];
}

function lintShape(list: LooseObject, path: string, blame: ReportTermsProblem): void {
  const one = list.parent !== undefined || list.values !== undefined;
  const several = list.parents !== undefined || list.cases !== undefined;
  const whole = several
    ? list.parents !== undefined && list.cases !== undefined
    : list.parent !== undefined && list.values !== undefined;
  if ((one && several) || !whole) blame(path, 'list-form');
}

function lintCases(
  list: LooseObject,
  path: string,
  parents: readonly (LooseField | undefined)[],
  child: LooseField | undefined,
  blame: ReportTermsProblem,
): void {
  const cases = casesOf(list, path);
  if (cases.length === 0 && (list.cases !== undefined || list.values !== undefined))
    blame(path, 'list-empty', { list: textOf(list.name) });
  for (const { path: place, when, values } of cases) {
    if (parents.length > 0 && when.length !== parents.length)
      blame(`${place}/when`, 'case-width', { values: when.length, parents: parents.length });
    parents.forEach((parent, at) => {
      const value = when[at] ?? '*';
      if (value !== '*' && parent && isNotListed(value, parent))
        blame(place, 'list-key-outside', { value, field: parent.name });
    });
    if (values.length === 0) blame(place, 'list-values-empty', { value: when.join(', ') });
    for (const at of duplicateIndexes(values, normalise))
      blame(`${place}/${list.cases === undefined ? '' : 'values/'}${at}`, 'list-value-twice', { value: values[at]! });
    for (const value of values)
      if (child && isNotListed(value, child)) blame(place, 'list-value-outside', { value, field: child.name });
  }
  for (const at of duplicateIndexes(
    cases.map(({ when }) => JSON.stringify(when)),
    normalise,
  ))
    blame(cases[at]!.path, 'case-twice', { value: cases[at]!.when.join(', ') });
}

function isNotListed(value: string, { choices }: LooseField): boolean {
  return choices.length > 0 && !choices.some((choice) => normalise(choice) === normalise(value));
}

/** Finds fields that depend on themselves through other lists, so that they could never be filled in. */
function lintCycles(lists: readonly LooseObject[], blame: ReportTermsProblem): void {
  const above = new Map<string, Set<string>>();
  for (const list of lists)
    above.set(
      textOf(list.child),
      new Set([...(above.get(textOf(list.child)) ?? []), ...parentsOf(list).map(({ name }) => name)]),
    );
  const reaches = (from: string, to: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(above.get(from) ?? [])].some((parent) => parent === to || reaches(parent, to, seen));
  };
  lists.forEach((list, at) => {
    const child = textOf(list.child);
    if (child !== '' && reaches(child, child, new Set())) blame(`/lists/${at}`, 'list-circle', { field: child });
  });
}

/** Validates dependent lists: all fields exist in one table, and the values are values of the fields. */
export function lintLists(terms: LooseObject, fields: readonly LooseField[], blame: ReportTermsProblem): void {
  const lists = listOf(terms.lists);
  const names = lists.map(({ each }) => textOf(each.name));
  for (const at of duplicateIndexes(names)) blame(`/lists/${at}/name`, 'list-twice', { list: names[at]! });
  for (const { at, each: list } of lists) {
    const path = `/lists/${at}`;
    const [child, parents, table] = [textOf(list.child), parentsOf(list), textOf(list.table)];
    lintShape(list, path, blame);
    if (table !== '' && !fields.some((field) => field.table === table))
      blame(`${path}/table`, 'table-unknown', { table });
    const within = fields.filter((field) => table === '' || field.table === table);
    const known = (name: string): boolean => within.some((field) => field.name === name);
    if (child !== '' && !known(child)) blame(`${path}/child`, 'field-unknown', { field: child });
    for (const { name, path: end } of parents)
      if (name !== '' && !known(name)) blame(`${path}${end}`, 'field-unknown', { field: name });
    if (parents.some(({ name }) => name === child)) blame(`${path}/child`, 'list-itself', { field: child });
    const together = [...new Set(within.map((field) => field.table))].filter((each) =>
      [child, ...parents.map(({ name }) => name)].every((name) =>
        within.some((field) => field.table === each && field.name === name),
      ),
    );
    if (together.length === 0 && known(child) && parents.every(({ name }) => known(name)))
      blame(path, 'list-apart', { list: names[at]! });
    const inTable = (name: string): LooseField | undefined =>
      within.find((field) => field.name === name && (together.length === 0 || together.includes(field.table)));
    lintCases(
      list,
      path,
      parents.map(({ name }) => inTable(name)),
      inTable(child),
      blame,
    );
  }
  lintCycles(
    lists.map(({ each }) => each),
    blame,
  );
}
