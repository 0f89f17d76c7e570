import { finding } from '../finding.ts';
import type { FormatFinding, Params, Place } from '../reading.ts';
import type { NoticeDocument } from './notice.ts';
import type { Organisations } from './read-organisations.ts';

/** A notice as input of the rules: its content, and the location of each part in the file. */
export interface JudgedNotice {
  readonly notice: NoticeDocument;
  readonly organisations: Organisations;
  readonly at: NoticePlaces;
}

export interface NoticePlaces {
  /** Location of a head element. */
  readonly head: (name: string) => Place;
  /** Location of the lot with this index, or of `path` below it. */
  readonly lot: (index: number, path?: string) => Place;
  /** Location of `efac:NoticeResult` and `efac:Organizations`, which are in the notice's extensions. */
  readonly extension: (path: string, line?: number) => Place;
}

export interface Told {
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Params;
}

/**
 * Builds a finding for a broken rule of eForms or of its Norwegian tailoring. @param rule official name of the rule, or
 * number of the field
 */
export function broken(code: string, rule: string, place: Place, told: Told = {}): FormatFinding {
  return finding(code, 'blocksFile', { place, ...told, params: { rule, ...told.params } });
}
