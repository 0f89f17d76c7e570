import { Problem } from '@tallgrunn/platform';
import type { CheckAnswers } from './check-request.ts';

const CHARACTERS_MAX = 2_000_000;

/** What was settled in the browser, from the form field beside the file. */
export function readAnswers(text: string | undefined): CheckAnswers {
  if (!text) return {};
  const json = text.length > CHARACTERS_MAX ? null : parse(text);
  if (typeof json !== 'object' || json === null) throw new Problem(400, 'answers-malformed', { charactersMax: CHARACTERS_MAX });
  const { mapping, patches } = json as { mapping?: unknown; patches?: unknown };
  if (patches !== undefined && !(Array.isArray(patches) && patches.every(isPatch))) throw new Problem(400, 'answers-malformed', { field: 'patches' });
  if (mapping !== undefined && ![mapping].flat().every(isMapping)) throw new Problem(400, 'answers-malformed', { field: 'mapping' });
  return { ...(mapping ? { mapping: mapping as CheckAnswers['mapping'] } : {}), ...(patches ? { patches } : {}) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isPatch = (patch: unknown) => typeof patch === 'object' && patch !== null && typeof (patch as { set?: unknown }).set === 'string';

function isMapping(mapping: unknown): boolean {
  if (typeof mapping !== 'object' || mapping === null) return false;
  const { sheet, headingRow, columns } = mapping as { sheet?: unknown; headingRow?: unknown; columns?: unknown };
  return typeof sheet === 'string' && Number.isInteger(headingRow) && typeof columns === 'object' && columns !== null && Object.values(columns).every(Number.isInteger);
}
