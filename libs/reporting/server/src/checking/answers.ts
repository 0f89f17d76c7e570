import { parseBoundedJson, Problem } from '@tallgrunn/platform';
import { withoutPersons } from '@tallgrunn/values';
import type { CheckAnswers } from './check-request.ts';

const CHARACTERS_MAX = 2_000_000;
/** Reports that one file can be divided among. */
export const TOGETHER_MAX = 60;
/** Kinds of findings that were corrected before the file was sent: there are not so many. */
const SETTLED_MAX = 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was settled in the browser, from the form field beside the file. */
export function readAnswers(text: string | undefined): CheckAnswers {
  if (!text) return {};
  const json = text.length > CHARACTERS_MAX ? null : parse(text);
  if (typeof json !== 'object' || json === null)
    throw new Problem(400, 'answers-malformed', { charactersMax: CHARACTERS_MAX });
  const { mapping, patches, together, settled } = json as {
    mapping?: unknown;
    patches?: unknown;
    together?: unknown;
    settled?: unknown;
  };
  if (patches !== undefined && !(Array.isArray(patches) && patches.every(isPatch)))
    throw new Problem(400, 'answers-malformed', { field: 'patches' });
  if (mapping !== undefined && ![mapping].flat().every(isMapping))
    throw new Problem(400, 'answers-malformed', { field: 'mapping' });
  if (together !== undefined && !isTogether(together))
    throw new Problem(400, 'answers-malformed', { field: 'together', max: TOGETHER_MAX });
  if (settled !== undefined && !(Array.isArray(settled) && settled.length <= SETTLED_MAX && settled.every(isSettled)))
    throw new Problem(400, 'answers-malformed', { field: 'settled', max: SETTLED_MAX });
  return {
    ...(settled ? { settled: settled as CheckAnswers['settled'] } : {}),
    ...(together ? { together: [...new Set(together as string[])] } : {}),
    ...(mapping ? { mapping: redacted(mapping) as CheckAnswers['mapping'] } : {}),
    ...(patches ? { patches: redacted(patches) as CheckAnswers['patches'] } : {}),
  };
}

/** Returns what was written, without persons, in every text and name of it: it is kept with the version, and the cells it is about are redacted alike. */
function redacted(value: unknown): unknown {
  if (typeof value === 'string') return withoutPersons(value);
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [withoutPersons(name), redacted(each)]));
}

const parse = (text: string): unknown => parseBoundedJson(text) ?? null;

const isTogether = (list: unknown) =>
  Array.isArray(list) &&
  list.length > 0 &&
  list.length <= TOGETHER_MAX &&
  list.every((id) => typeof id === 'string' && UUID.test(id));

function isSettled(each: unknown): boolean {
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
