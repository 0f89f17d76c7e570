import { Problem } from '@tallgrunn/platform';
import type { CheckAnswers } from './check-request.ts';

const CHARACTERS_MAX = 2_000_000;
/** Reports that one file can be divided among. */
export const TOGETHER_MAX = 60;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was settled in the browser, from the form field beside the file. */
export function readAnswers(text: string | undefined): CheckAnswers {
  if (!text) return {};
  const json = text.length > CHARACTERS_MAX ? null : parse(text);
  if (typeof json !== 'object' || json === null) throw new Problem(400, 'answers-malformed', { charactersMax: CHARACTERS_MAX });
  const { mapping, patches, together } = json as { mapping?: unknown; patches?: unknown; together?: unknown };
  if (patches !== undefined && !(Array.isArray(patches) && patches.every(isPatch))) throw new Problem(400, 'answers-malformed', { field: 'patches' });
  if (mapping !== undefined && ![mapping].flat().every(isMapping)) throw new Problem(400, 'answers-malformed', { field: 'mapping' });
  if (together !== undefined && !isTogether(together)) throw new Problem(400, 'answers-malformed', { field: 'together', max: TOGETHER_MAX });
  return { ...(together ? { together: [...new Set(together as string[])] } : {}), ...(mapping ? { mapping: mapping as CheckAnswers['mapping'] } : {}), ...(patches ? { patches } : {}) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isTogether = (list: unknown) => Array.isArray(list) && list.length > 0 && list.length <= TOGETHER_MAX && list.every((id) => typeof id === 'string' && UUID.test(id));

const isPatch = (patch: unknown) => typeof patch === 'object' && patch !== null && typeof (patch as { set?: unknown }).set === 'string';

function isMapping(mapping: unknown): boolean {
  if (typeof mapping !== 'object' || mapping === null) return false;
  const { sheet, headingRow, columns } = mapping as { sheet?: unknown; headingRow?: unknown; columns?: unknown };
  return typeof sheet === 'string' && Number.isInteger(headingRow) && typeof columns === 'object' && columns !== null && Object.values(columns).every(Number.isInteger);
}
