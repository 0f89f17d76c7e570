import { parseBoundedJson, Problem } from '@tallgrunn/platform';
import { withoutPersons } from '@tallgrunn/values';
import type { ReadingOptions } from './check-request.ts';

const CHARACTERS_MAX = 2_000_000;
/** Maximum number of reports that one file can be divided among. */
export const SHARED_OBLIGATIONS_MAX = 60;
/** Maximum number of finding codes corrected before upload; there are fewer codes than this. */
const CORRECTED_CODES_MAX = 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Parses the reading options that the browser sends in the form field next to the file.
 * @throws Problem 'reading-options-malformed' (400)
 */
export function parseReadingOptions(text: string | undefined): ReadingOptions {
  if (!text) return {};
  const json = text.length > CHARACTERS_MAX ? null : parse(text);
  if (typeof json !== 'object' || json === null)
    throw new Problem(400, 'reading-options-malformed', { charactersMax: CHARACTERS_MAX });
  const { mapping, patches, together, settled } = json as {
    mapping?: unknown;
    patches?: unknown;
    together?: unknown;
    settled?: unknown;
  };
  if (patches !== undefined && !(Array.isArray(patches) && patches.every(isPatch)))
    throw new Problem(400, 'reading-options-malformed', { field: 'patches' });
  if (mapping !== undefined && ![mapping].flat().every(isMapping))
    throw new Problem(400, 'reading-options-malformed', { field: 'mapping' });
  if (together !== undefined && !areObligationIds(together))
    throw new Problem(400, 'reading-options-malformed', { field: 'together', max: SHARED_OBLIGATIONS_MAX });
  if (
    settled !== undefined &&
    !(Array.isArray(settled) && settled.length <= CORRECTED_CODES_MAX && settled.every(isCorrectedCount))
  )
    throw new Problem(400, 'reading-options-malformed', { field: 'settled', max: CORRECTED_CODES_MAX });
  return {
    ...(settled ? { settled: settled as ReadingOptions['settled'] } : {}),
    ...(together ? { together: [...new Set(together as string[])] } : {}),
    ...(mapping ? { mapping: redacted(mapping) as ReadingOptions['mapping'] } : {}),
    ...(patches ? { patches: redacted(patches) as ReadingOptions['patches'] } : {}),
  };
}

/**
 * Redacts personal data in every text and property name of a value. The result is stored with the version, and the
 * cells it refers to are redacted in the same way.
 */
function redacted(value: unknown): unknown {
  if (typeof value === 'string') return withoutPersons(value);
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [withoutPersons(name), redacted(each)]));
}

const parse = (text: string): unknown => parseBoundedJson(text) ?? null;

const areObligationIds = (list: unknown) =>
  Array.isArray(list) &&
  list.length > 0 &&
  list.length <= SHARED_OBLIGATIONS_MAX &&
  list.every((id) => typeof id === 'string' && UUID.test(id));

function isCorrectedCount(each: unknown): boolean {
  if (typeof each !== 'object' || each === null) return false;
  const { code, count } = each as { code?: unknown; count?: unknown };
  return (
    typeof code === 'string' &&
    /^[a-z0-9-]{1,64}$/.test(code) &&
    Number.isInteger(count) &&
    Number(count) > 0 &&
    Number(count) <= 2_000_000
  );
}

const isPatch = (patch: unknown) =>
  typeof patch === 'object' && patch !== null && typeof (patch as { set?: unknown }).set === 'string';

function isMapping(mapping: unknown): boolean {
  if (typeof mapping !== 'object' || mapping === null) return false;
  const { sheet, headingRow, columns } = mapping as { sheet?: unknown; headingRow?: unknown; columns?: unknown };
  return (
    typeof sheet === 'string' &&
    Number.isInteger(headingRow) &&
    typeof columns === 'object' &&
    columns !== null &&
    Object.values(columns).every(Number.isInteger)
  );
}
