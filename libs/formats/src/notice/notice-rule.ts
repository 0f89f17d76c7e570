import { finding } from '../finding.ts';
import type { FormatFinding, Params, Place } from '../reading.ts';
import type { NoticeDocument } from './notice.ts';
import type { Organisations } from './read-organisations.ts';

/** A notice as the rules see it: what was read, and where each part stands in the file. */
export interface JudgedNotice {
  readonly notice: NoticeDocument;
  readonly organisations: Organisations;
  readonly at: NoticePlaces;
}

export interface NoticePlaces {
  /** A part of the head. */
  readonly head: (name: string) => Place;
  /** The lot of this index; `path` below it. */
  readonly lot: (index: number, path?: string) => Place;
  /** `efac:NoticeResult` and `efac:Organizations`, which stand in the notice's extensions. */
  readonly extension: (path: string, line?: number) => Place;
}

export interface Told {
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly params?: Params;
}

/** A rule of eForms or of its Norwegian tailoring that the notice breaks. `rule` is the rule's own name, or the number of the field. */
export function broken(code: string, rule: string, place: Place, told: Told = {}): FormatFinding {
  return finding(code, 'blocksFile', { place, ...told, params: { rule, ...told.params } });
}
