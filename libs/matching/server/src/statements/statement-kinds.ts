import type { AnswerCause } from '../answer-line.ts';

/** What a supplier can say of what is booked and not found in its reports. */
export const statementKinds = [
  'next-report',
  'in-report',
  'left-out',
  'other-agreement',
  'other-seller',
  'other',
] as const;
export type StatementKind = (typeof statementKinds)[number];

/** The cause under which a reviewer takes a statement as the answer; none where a pair must be pointed out, or only words are given. */
export const causeOfStatement: Readonly<Record<StatementKind, AnswerCause | null>> = {
  'next-report': 'timing',
  'left-out': 'not-reported',
  'other-agreement': 'off-agreement',
  'other-seller': 'other-seller',
  'in-report': null,
  other: null,
};

/** Kinds that say nothing a reviewer could follow up without words. */
export const kindsWithReason: readonly StatementKind[] = ['in-report', 'other-agreement', 'other-seller', 'other'];
