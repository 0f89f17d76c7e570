import { readTerms } from '@tallgrunn/checks';
import type { Terms } from '@tallgrunn/checks';
import type { DueRule } from '@tallgrunn/values';
import type { AgreementsTexts } from '../texts/nb.ts';

/** How the due rule stands in the form: texts as they are written. */
export interface DueDraft {
  readonly kind: DueRule['kind'];
  readonly days: string;
  /** "20.04, 05.08" */
  readonly dates: string;
}

export function dueDraftOf(due: DueRule): DueDraft {
  if (due.kind !== 'fixed-dates') return { kind: due.kind, days: String(due.days), dates: '' };
  return { kind: due.kind, days: '', dates: due.dates.map((date) => date.split('-').reverse().join('.')).join(', ') };
}

/** The due rule that was written, or null when it is none. */
export function dueOf({ kind, days, dates }: DueDraft): DueRule | null {
  if (kind !== 'fixed-dates') {
    const count = /^\d{1,3}$/.test(days.trim()) ? Number(days) : NaN;
    return count <= 365 ? { kind, days: count } : null;
  }
  const read = dates.split(',').map((date) => dayOf(date.trim()));
  const known = read.filter((date) => date !== null);
  return known.length > 0 && known.length === read.length ? { kind, dates: known } : null;
}

/** "20.04" to "04-20"; null when there is no such day in every year. */
function dayOf(date: string): string | null {
  const [, day = '', month = ''] = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(date) ?? [];
  if (day === '') return null;
  const at = new Date(Date.UTC(2025, Number(month) - 1, Number(day)));
  const exists = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  return exists ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** Names of the columns that must be filled in, over all tables. */
export function requiredOf(terms: Terms): ReadonlySet<string> {
  return new Set(terms.tables.flatMap((table) => table.fields.filter((field) => field.constraints?.required).map((field) => `${table.name}.${field.name}`)));
}

/** The document with another due rule and other required columns. All else stays as it was. */
export function withChanges(terms: Terms, due: DueRule, required: ReadonlySet<string>): Terms {
  const tables = terms.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field) => {
      const { required: _, ...others } = field.constraints ?? {};
      const constraints = required.has(`${table.name}.${field.name}`) ? { ...others, required: true } : others;
      const { constraints: __, ...rest } = field;
      return Object.keys(constraints).length > 0 ? { ...rest, constraints } : rest;
    }),
  }));
  return { ...terms, due, tables };
}

/** `kind` as matching a schema says it; `path` a JSON pointer. */
export interface DocumentProblem {
  readonly kind: string;
  readonly path: string;
  readonly expected: string;
}

/** What is wrong with a document, where. Pointers are told as people write them: tables/0/fields. */
export function sayDocumentProblem({ kind, path, expected }: DocumentProblem, t: AgreementsTexts['publish']['missing']): string {
  const place = path.replace(/^\//, '') || t.document;
  if (kind === 'required') return t.absent({ path: place });
  return kind === 'unknown' ? t.unknown({ path: place }) : t.odd({ path: place, expected });
}

export type DocumentTaken = { readonly ok: true; readonly terms: Terms } | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** An uploaded document. Id and version are set anew when it is published, so it may do without. Null when it is no JSON. */
export function takeDocument(text: string): DocumentTaken | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const read = readTerms(typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { id: 'draft', version: 1, ...parsed } : parsed);
    return read.ok ? { ok: true, terms: read.value } : { ok: false, problems: read.problems.map(({ path, problem, detail }) => ({ kind: problem, path, expected: detail })) };
  } catch {
    return null;
  }
}
