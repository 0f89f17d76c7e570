import { FormatProblem, refused } from '../format-problem.ts';
import type { FormatFinding, Reading } from '../reading.ts';
import type { Element } from '../xml/element.ts';
import { type XmlLimits, xmlLimits } from '../xml/limits.ts';
import { readRecords } from '../xml/read-records.ts';
import {
  buildNotice,
  addHeadElement,
  mainLanguageOf,
  type NoticeElements,
  unpublishedFieldsIn,
} from './build-notice.ts';
import { eformsOf } from './eforms-element.ts';
import { changeRules, eformsRules } from './eforms-rules.ts';
import { validateNotice } from './validate-notice.ts';
import { norwegianRules } from './norwegian-rules.ts';
import type { NoticeDocument } from './notice.ts';
import { admitNotice } from './notice-kinds.ts';
import type { NoticeContext, NoticeLocations } from './notice-rule.ts';
import { isGroup, readGroup, readLot } from './read-lot.ts';
import { readOrganisations } from './read-organisations.ts';

export interface NoticeOptions {
  readonly name?: string;
  readonly limits?: XmlLimits;
  /** The notice that this one changes. When given, fields that must not change are compared (BT-758). */
  readonly earlier?: NoticeDocument;
}

/** Limits for notices: all organisations and results of a notice are in one element. */
export const noticeLimits: XmlLimits = { ...xmlLimits, nodesPerRecordMax: 1_000_000 };

/**
 * Reads one eForms notice of any SDK version by local names. Lots are read one at a time; organisations and results are
 * held in memory.
 * Refusal codes: `file-empty`, `not-xml`, `xml-encoding`, `xml-doctype`, `xml-truncated`, `xml-damaged`,
 * `xml-too-large`, `document-type-not-supported`, `not-a-notice`.
 * A notice that breaks rules of eForms or of its Norwegian tailoring is refused with the code of the first and a
 * finding for each: `notice-field-missing`, `notice-code-wrong`, `notice-dates-order`, `notice-sum-differs` …
 * (docs/cli.md). Every other irregularity becomes a finding.
 */
export async function readEformsNotice(
  chunks: AsyncIterable<Uint8Array>,
  options: NoticeOptions = {},
): Promise<Reading<NoticeDocument>> {
  const name = options.name ?? '';
  try {
    const context = await readParts(chunks, options.limits ?? noticeLimits);
    const changed = options.earlier ? changeRules(context, options.earlier) : [];
    const broken = [...eformsRules(context), ...norwegianRules(context), ...changed];
    if (broken[0]) return refusedByRule(name, broken[0].code, broken);
    return { ok: true, kind: 'notice', name, document: context.notice, findings: validateNotice(context) };
  } catch (error) {
    if (error instanceof FormatProblem) return refused('notice', name, error);
    throw error;
  }
}

const refusedByRule = (name: string, code: string, findings: readonly FormatFinding[]): Reading<NoticeDocument> => ({
  ok: false,
  kind: 'notice',
  name,
  code,
  document: null,
  findings,
});

async function readParts(chunks: AsyncIterable<Uint8Array>, limits: XmlLimits): Promise<NoticeContext> {
  let root = '';
  const parts: Omit<NoticeElements, 'root'> = { head: new Map(), lots: [], groups: [], withheld: [] };
  const onRoot = (found: Parameters<typeof admitNotice>[0]) => {
    const answer = admitNotice(found);
    if (answer === 'read') root = found.name;
    return answer;
  };
  for await (const element of readRecords(chunks, { onRoot, skipRecords: new Set(['Signature']), limits })) {
    if (element.name === 'ProcurementProjectLot') addLot(parts, element);
    else addHeadElement(parts.head, element);
  }
  const organisations = readOrganisations(eformsOf(parts.head.get('UBLExtensions')?.[0]), mainLanguageOf(parts.head));
  return { notice: buildNotice({ root, ...parts }, organisations), organisations, at: locationsOf({ root, ...parts }) };
}

function addLot(parts: Omit<NoticeElements, 'root'>, element: Element): void {
  parts.withheld.push(...unpublishedFieldsIn(element));
  if (isGroup(element)) parts.groups.push(readGroup(element));
  else parts.lots.push({ lot: readLot(element), line: element.line });
}

function locationsOf({ root, head, lots }: NoticeElements): NoticeLocations {
  const line = (name: string): { line?: number } => {
    const found = head.get(name)?.[0]?.line;
    return found === undefined ? {} : { line: found };
  };
  return {
    head: (name) => ({ path: `/${root}/${name}`, ...line(name) }),
    lot: (index, path) => ({
      path: `/${root}/ProcurementProjectLot[${lots[index]?.lot.id ?? index + 1}]${path ? `/${path}` : ''}`,
      line: lots[index]?.line ?? 1,
    }),
    extension: (path, own) => ({
      path: `/${root}/UBLExtensions//${path}`,
      ...(own === undefined ? line('UBLExtensions') : { line: own }),
    }),
  };
}
