import { formatDate, osloDate, type Language } from '@tallgrunn/values';
import { words } from './words/words.ts';

/** What is decided: by one person, or proposed by one and approved by another. */
export type DecidedKind = 'factor' | 'methods' | 'item' | 'account' | 'declaration' | 'publication';

/** Who decided something, as far as the reader may see it. A name is null where the reader may not see it; `has…` says whether somebody is recorded at all. */
export interface Deciders {
  readonly by: string | null;
  readonly proposedBy: string | null;
  readonly hasDecider: boolean;
  readonly hasProposer: boolean;
  readonly at: Date | null;
}

const needsTwo: ReadonlySet<DecidedKind> = new Set(['factor', 'methods', 'publication']);

/** SQL: the columns of `Deciders`, of the names of two persons and the ids they were looked up by. */
export const decidersSql = (by: string, decidedBy: string, proposedBy: string, proposer: string, at: string): string =>
  `${by} as by, ${proposedBy} as "proposedBy", ${decidedBy} is not null as "hasDecider", ${proposer} is not null as "hasProposer", ${at} as at`;

/** Describes who proposed and who approved, by name where the reader may see it, else by the role that may. */
export function describeDeciders(
  kind: DecidedKind,
  { by, proposedBy, hasDecider, hasProposer, at }: Deciders,
  language: Language,
): string {
  const t = words(language).who;
  const role = kind === 'declaration' ? t.contractManager : t.managerOrAdministrator;
  const decider = by ?? (hasDecider ? role : null);
  const proposer = proposedBy ?? (hasProposer ? role : null);
  const on = at === null ? '' : formatDate(osloDate(at), language);
  if (decider === null) return t.notRecorded;
  if (!needsTwo.has(kind)) return t.decided({ by: decider, on });
  if (by === null && proposedBy === null && proposer !== null) return t.approvedByAnother({ proposedBy: proposer, on });
  return proposer === null
    ? t.approvedOnly({ by: decider, on })
    : t.approved({ proposedBy: proposer, by: decider, on });
}

/** A reason as it is quoted before a full stop. */
export const quoted = (reason: string): string => reason.trim().replace(/\.+$/, '');
