import { formatDate, osloDate, type Language } from '@tallgrunn/values';
import { explanationTexts } from './texts/explanation-texts.ts';

/** Subject of a decision: made by one person, or proposed by one and approved by another. */
export type DecidedKind = 'factor' | 'methods' | 'item' | 'account' | 'declaration' | 'publication';

/**
 * The persons behind a decision, as far as the user may see them. A name is null if the user may not see it; `has…`
 * states whether a person is recorded.
 */
export interface Deciders {
  readonly by: string | null;
  readonly proposedBy: string | null;
  readonly hasDecider: boolean;
  readonly hasProposer: boolean;
  readonly at: Date | null;
}

const needsApproval: ReadonlySet<DecidedKind> = new Set(['factor', 'methods', 'publication']);

/** SQL: the columns of `Deciders` from the names and ids of two persons. */
export const decidersSql = (by: string, decidedBy: string, proposedBy: string, proposer: string, at: string): string =>
  `${by} as by, ${proposedBy} as "proposedBy", ${decidedBy} is not null as "hasDecider", ${proposer} is not null as "hasProposer", ${at} as at`;

/** Describes who proposed and who approved: by name if the user may see it, otherwise by the role required. */
export function describeDeciders(
  kind: DecidedKind,
  { by, proposedBy, hasDecider, hasProposer, at }: Deciders,
  language: Language,
): string {
  const t = explanationTexts(language).who;
  const role = kind === 'declaration' ? t.contractManager : t.managerOrAdministrator;
  const decider = by ?? (hasDecider ? role : null);
  const proposer = proposedBy ?? (hasProposer ? role : null);
  const on = at === null ? '' : formatDate(osloDate(at), language);
  if (decider === null) return t.notRecorded;
  if (!needsApproval.has(kind)) return t.decided({ by: decider, on });
  if (by === null && proposedBy === null && proposer !== null) return t.approvedByAnother({ proposedBy: proposer, on });
  return proposer === null
    ? t.approvedOnly({ by: decider, on })
    : t.approved({ proposedBy: proposer, by: decider, on });
}

/** Returns a reason without its full stop, for quoting within a sentence. */
export const withoutFullStop = (reason: string): string => reason.trim().replace(/\.+$/, '');
