import { limits } from '@tallgrunn/values';
import { buildEpdFootprint } from '../epd/build-epd-footprint.ts';
import { validateEpd } from '../epd/validate-epd.ts';
import { looksLikeEpd, readEpdJson } from '../epd/read-epd-json.ts';
import { FormatProblem, refused } from '../format-problem.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, DocumentLocation, Reading } from '../reading.ts';
import type { DeclarationDocument, Footprint } from './footprint.ts';
import { validateFootprint } from './validate-footprint.ts';
import { isObject } from './json-access.ts';
import { looksLikeFootprint, readFootprint } from './read-footprint.ts';

/** Maximum number of objects and lists in one PACT footprint, with a margin. */
const PARTS_PER_FOOTPRINT_MAX = 100;

export interface FootprintOptions {
  readonly name?: string;
  /** Day in Oslo (YYYY-MM-DD) that decides whether a declaration has expired. */
  readonly today?: string;
}

/**
 * Reads declarations in JSON: PACT product footprints 2.x and 3.x, and EPDs exported by soda4LCA. Accepts one, a list,
 * or the `{ data: [...] }` of an API response.
 * An unusable declaration gets a finding of severity blocksRow. The file is refused when none is usable: `file-empty`,
 * `json-too-large`, `too-many-footprints`, `not-json`, `not-a-footprint`, `footprint-version`, `footprint-incomplete`,
 * `epd-incomplete`, `epd-without-gwp`, `epd-too-many-amounts`.
 */
export function readJsonDeclaration(
  bytes: Uint8Array | string,
  options: FootprintOptions = {},
): Reading<DeclarationDocument> {
  const name = options.name ?? '';
  try {
    const { footprints, findings } = readAll(parse(bytes), options.today ?? null);
    return {
      ok: true,
      kind: 'declaration',
      name,
      document: { format: footprints.every(({ epd }) => epd === null) ? 'pact' : 'ilcd-epd', footprints },
      findings,
    };
  } catch (error) {
    if (error instanceof FormatProblem) return refused('declaration', name, error);
    throw error;
  }
}

function parse(bytes: Uint8Array | string): unknown {
  if (bytes.length > limits.declaration.sizeBytesMax)
    throw new FormatProblem('json-too-large', { limit: limits.declaration.sizeBytesMax });
  try {
    const text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') throw new FormatProblem('file-empty');
    if (countParts(text) > PARTS_PER_FOOTPRINT_MAX * limits.declaration.footprintsMax) throw tooMany();
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof FormatProblem) throw error;
    throw new FormatProblem('not-json', { detail: error instanceof Error ? error.message.slice(0, 120) : '' });
  }
}

function readAll(json: unknown, today: string | null): { footprints: Footprint[]; findings: FormatFinding[] } {
  const list = candidates(json);
  if (list.length > limits.declaration.footprintsMax) throw tooMany();
  const footprints: Footprint[] = [];
  const findings: FormatFinding[] = [];
  let problem: FormatProblem | null = null;
  list.forEach((entry, index) => {
    const place = { path: list.length === 1 && !Array.isArray(json) ? '$' : `$[${index}]` };
    try {
      const read = readOne(entry, place, today);
      footprints.push(read.footprint);
      findings.push(...read.findings);
    } catch (error) {
      if (!(error instanceof FormatProblem)) throw error;
      problem ??= error;
      findings.push(
        finding(error.code, 'blocksRow', {
          place,
          found: error.params['found'] === undefined ? null : String(error.params['found']),
          params: error.params,
        }),
      );
    }
  });
  if (footprints.length === 0) throw problem ?? new FormatProblem('not-a-footprint', { found: describe(json) });
  return { footprints, findings };
}

function readOne(
  entry: unknown,
  place: DocumentLocation,
  today: string | null,
): { footprint: Footprint; findings: FormatFinding[] } {
  if (looksLikeFootprint(entry)) {
    const footprint = readFootprint(entry);
    return { footprint, findings: validateFootprint(footprint, place, today) };
  }
  if (!looksLikeEpd(entry)) throw new FormatProblem('not-a-footprint', { found: describe(entry) });
  const stated = readEpdJson(entry);
  const built = buildEpdFootprint(stated);
  return { footprint: built.footprint, findings: validateEpd(stated, built, place, today) };
}

const tooMany = (): FormatProblem =>
  new FormatProblem('too-many-footprints', { limit: limits.declaration.footprintsMax });

/**
 * Counts opening braces and brackets in a JSON text, including those inside strings. Runs before parsing, to refuse
 * files that are too large.
 */
function countParts(text: string): number {
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) parts += 1;
  }
  return parts;
}

function candidates(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (isObject(json) && Array.isArray(json['data'])) return json['data'];
  if (isObject(json) && looksLikeFootprint(json['data'])) return [json['data']];
  return [json];
}

/** Describes a value by its type or its first four fields. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  return isObject(value) ? `{${Object.keys(value).slice(0, 4).join(', ')}}` : typeof value;
}
