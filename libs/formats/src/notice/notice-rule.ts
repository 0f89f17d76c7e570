import { finding } from '../finding.ts';
import type { FormatFinding, Params, DocumentLocation } from '../reading.ts';
import type { NoticeDocument } from './notice.ts';
import type { Organisations } from './read-organisations.ts';

/** A notice as input of the rules: its content, and the location of each part in the file. */
export interface NoticeContext {
  readonly notice: NoticeDocument;
  readonly organisations: Organisations;
  readonly at: NoticeLocations;
}

export interface NoticeLocations {
  /** Location of a head element. */
  readonly head: (name: string) => DocumentLocation;
  /** Location of the lot with this index, or of `path` below it. */
  readonly lot: (index: number, path?: string) => DocumentLocation;
  /** Location of `efac:NoticeResult` and `efac:Organizations`, which are in the notice's extensions. */
  readonly extension: (path: string, line?: number) => DocumentLocation;
}

export interface NoticeRuleResult {
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Params;
}

/**
 * Builds a finding for a broken rule of eForms or of its Norwegian tailoring. @param rule official name of the rule, or
 * number of the field
 */
export function brokenRule(
  code: string,
  rule: string,
  place: DocumentLocation,
  result: NoticeRuleResult = {},
): FormatFinding {
  return finding(code, 'blocksFile', { place, ...result, params: { rule, ...result.params } });
}
