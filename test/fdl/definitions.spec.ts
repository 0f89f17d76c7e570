import { lintTerms, readTerms } from '@tallgrunn/checks';
import { ccs, definitions, fixtureDefinitions } from './ccs-files.ts';
import type { FdlFile } from './ccs-files.ts';
import { readFdl } from './read-fdl.ts';
import { lookupValues, termsOfFdl } from './terms-of-fdl.ts';

const maybe = ccs === null ? describe.skip : describe;
const all = [...definitions, ...fixtureDefinitions];
const count = (source: string, pattern: RegExp): number => [...source.matchAll(pattern)].length;

/** Counts the elements of the source without parsing it as FDL. */
function written({ source }: FdlFile) {
  return {
    tables: count(source, /\b(?:Invoice|Contract|Other)Fields\b/g),
    fields: count(source, /\bfrom\s+'/g),
    optional: count(source, /^\s*optional\s/gm),
    lists: count(source, /\bdepends_on\b/g),
    lookups: count(source, /^\s*\w+\s*\[/gm),
  };
}

function expressed({ source }: FdlFile) {
  const definition = readFdl(source);
  const { tables, lists = [] } = termsOfFdl(definition);
  const fields = tables.flatMap((table) => table.fields);
  return {
    tables: tables.length,
    fields: fields.length,
    optional: fields.filter(({ constraints }) => !constraints?.required).length,
    lists: lists.length,
    lookups: definition.lookups.size,
  };
}

function sum(files: readonly FdlFile[]): Record<string, number> {
  const totals: Record<string, number> = { definitions: files.length };
  for (const file of files)
    for (const [name, value] of Object.entries(expressed(file))) totals[name] = (totals[name] ?? 0) + value;
  return totals;
}

maybe('the UK framework definitions', () => {
  it('are complete', () => {
    expect(sum(definitions)).toEqual({
      definitions: 23,
      tables: 37,
      fields: 688,
      optional: 209,
      lists: 22,
      lookups: 92,
    });
    expect(sum(fixtureDefinitions)).toEqual({
      definitions: 9,
      tables: 17,
      fields: 298,
      optional: 95,
      lists: 9,
      lookups: 58,
    });
  });

  it.each(all.map((file) => [file.name, file] as const))('%s is expressed completely', (_, file) => {
    expect(expressed(file)).toEqual(written(file));
  });

  it.each(all.map((file) => [file.name, file] as const))('%s is a terms document without mistakes', (_, { source }) => {
    const json: unknown = JSON.parse(JSON.stringify(termsOfFdl(readFdl(source))));
    expect(lintTerms(json)).toEqual([]);
    expect(readTerms(json)).toMatchObject({ ok: true });
  });

  it.each(all.map((file) => [file.name, file] as const))('%s loses no value of a used lookup', (name, { source }) => {
    const definition = readFdl(source);
    const { tables, lists = [] } = termsOfFdl(definition);
    const kept = new Set(
      [
        ...tables.flatMap((table) => table.fields.flatMap(({ constraints }) => constraints?.enum ?? [])),
        ...lists.flatMap(({ cases = [] }) => cases.flatMap(({ values }) => values)),
      ].map((value) => value.toLowerCase()),
    );
    const lost = [...definition.lookups.keys()].filter((lookup) =>
      lookupValues(lookup, definition).some((value) => !kept.has(value.toLowerCase())),
    );
    expect(lost).toEqual(unused[name] ?? []);
  });
});

/** Lookups in the definitions that no field uses. */
const unused: Readonly<Record<string, readonly string[]>> = {
  'RM3787.fdl': ['PricingMechanism'],
  'fixtures/rm3787.fdl': ['PricingMechanism'],
  'RM3797.fdl': ['UnitOfMeasure', 'UnspscCode'],
};
