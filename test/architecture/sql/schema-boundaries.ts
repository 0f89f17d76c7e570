import { rooms } from '../../../boundaries.mjs';
import type { Violation } from '../violation.ts';
import { placeOf, type Place } from '../file-location.ts';
import { namesIn, namesInText, parseSql, type SqlName } from './parse-sql.ts';
import { sqlTexts, type SqlText } from './sql-texts.ts';

const schemaOf = (room: string) => room.replaceAll('-', '_');
/** `app` is not a schema: `app.person_id` and the like are settings of a unit of work. */
const systemSchemas = ['pg_catalog', 'information_schema', 'pg_temp', 'substituted', 'app'];
const isSystem = ({ schema, name }: SqlName) =>
  systemSchemas.includes(schema) || (schema === '' && name.startsWith('pg_'));

const temporaryTable = /create\s+temp(?:orary)?\s+table\s+(?:if\s+not\s+exists\s+)?([a-z_][a-z0-9_]*)/gi;

/** Returns the temporary tables that the SQL of a package creates, by the package's folder. */
function temporaryTables(texts: SqlText[]): (folder: string) => Set<string> {
  const made = new Map<string, Set<string>>();
  for (const { file, parts } of texts) {
    const folder = placeOf(file)?.folder ?? '';
    const names = [...parts.join(' ').matchAll(temporaryTable)].map(([, name = '']) => name);
    made.set(folder, new Set([...(made.get(folder) ?? []), ...names]));
  }
  return (folder) => made.get(folder) ?? new Set();
}

/** Returns why a place may not use a name, or null. */
function violationOf(place: Place, named: SqlName, temporary: Set<string>): string | null {
  const full = `${named.schema}.${named.name}`;
  if (isSystem(named) || (named.schema === '' && (temporary.has(named.name) || named.name === 'substituted')))
    return null;
  if (named.schema === '') return `names ${named.name} without its schema`;
  if (named.schema === schemaOf(place.name)) return null;
  if (named.schema === 'platform')
    return named.kind === 'function' || named.name.startsWith('door_') || place.kind !== 'room'
      ? null
      : `names the table ${full}: only functions and door views of platform are open to rooms`;
  if (place.kind === 'plumbing' && (named.schema === 'pgboss' || named.schema === 'public')) return null;
  const owner = rooms.find((room) => schemaOf(room) === named.schema);
  if (!owner) return `names ${full}, a schema that boundaries.mjs does not know`;
  const isLeft = place.kind === 'app' || (place.kind === 'room' && rooms.indexOf(owner) < rooms.indexOf(place.name));
  if (!isLeft) return `names ${full}: ${owner} does not lie to the left of ${place.name}`;
  return named.name.startsWith('door_') ? null : `names ${full} and not a door view of ${owner}`;
}

function textViolations(text: SqlText, temporaryIn: (folder: string) => Set<string>): Violation[] {
  const place = placeOf(text.file);
  if (!place || (place.side !== 'server' && !text.certain)) return [];
  const temporary = temporaryIn(place.folder);
  const { statements, problem } = parseSql(text);
  const violations = problem
    ? namesInText(text.parts.join(' substituted ')).filter(({ schema }) => rooms.map(schemaOf).includes(schema))
    : [];
  const names = [
    ...violations.map((named) => ({ named, position: 0 })),
    ...statements.flatMap(({ node, position }) => namesIn(node).map((named) => ({ named, position }))),
  ];
  const lineOf = (position: number) => text.line + text.parts.join('').slice(0, position).split('\n').length - 1;
  const breaches = names.flatMap(({ named, position }): Violation[] => {
    const said = violationOf(place, named, temporary);
    return said ? [{ file: text.file, line: lineOf(position), said }] : [];
  });
  const unread: Violation[] =
    problem && text.certain && text.parts.length === 1
      ? [{ file: text.file, line: text.line, said: `is not SQL that PostgreSQL reads: ${problem}` }]
      : [];
  return [...unread, ...breaches];
}

/**
 * Returns SQL that names something of another room that is not one of its door views, or anything of a room to the
 * right.
 */
export function schemaViolations(root: string): Violation[] {
  const texts = sqlTexts(root);
  const temporaryIn = temporaryTables(texts);
  const unique = new Map(
    texts
      .flatMap((text) => textViolations(text, temporaryIn))
      .map((breach) => [`${breach.file}:${breach.line} ${breach.said}`, breach]),
  );
  return [...unique.values()];
}
