/** Kinds of matters that contract managers follow up with a supplier. */
export const matterKinds = [
  'late',
  'poor-data',
  'overcharging',
  'off-contract',
  'missing-declaration',
  'dispute',
  'report-correction',
  'other',
] as const;
/** Kinds of requests from suppliers. */
export const requestKinds = [
  'extension-request',
  'exemption-request',
  'stop-request',
  'data-correction-request',
] as const;
export const caseKinds = [...matterKinds, ...requestKinds] as const;
export const caseStatuses = ['open', 'waiting-for-supplier', 'waiting-for-us', 'closed'] as const;
export const caseOutcomes = ['resolved', 'approved', 'declined', 'withdrawn', 'no-action'] as const;
export const caseOrigins = ['rule', 'cooperative', 'supplier', 'buyer'] as const;
export const entryKinds = [
  'opened',
  'subject-added',
  'note',
  'phone-call',
  'meeting',
  'message',
  'status-changed',
  'owner-changed',
  'next-date-changed',
  'due-date-extended',
  'exempted',
  'report-received',
  'correction-received',
  'decided',
  'closed',
  'reopened',
] as const;
export const subjectKinds = ['obligation', 'report', 'line', 'finding'] as const;

export type MatterKind = (typeof matterKinds)[number];
export type RequestKind = (typeof requestKinds)[number];
export type CaseKind = (typeof caseKinds)[number];
export type CaseStatus = (typeof caseStatuses)[number];
export type CaseOutcome = (typeof caseOutcomes)[number];
export type CaseOrigin = (typeof caseOrigins)[number];
export type EntryKind = (typeof entryKinds)[number];
export type SubjectKind = (typeof subjectKinds)[number];

export const isRequest = (kind: CaseKind): kind is RequestKind => (requestKinds as readonly string[]).includes(kind);

/** Subject of a case or message. Lines and findings name their report version. */
export interface CaseSubject {
  readonly kind: SubjectKind;
  readonly obligationId?: string | null;
  readonly versionId?: string | null;
  readonly lineNo?: number | null;
  readonly findingNo?: number | null;
}

/** Working days after which an unanswered message returns to the owner of the case. */
export const ANSWER_WORKING_DAYS = 5;
/** Default working days after the due date from which a late report becomes a case. */
export const LATE_WORKING_DAYS = 5;
