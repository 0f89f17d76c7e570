import { questionKey } from '@tallgrunn/checks';

/** The states of a report version and the actions that change them, as pure functions over data. */
export type VersionState = 'received' | 'checked' | 'submitted' | 'accepted' | 'returned' | 'replaced';

export type VersionAct = 'check' | 'submit' | 'accept' | 'return' | 'replace';

const moves: Record<VersionAct, { readonly from: readonly VersionState[]; readonly to: VersionState }> = {
  check: { from: ['received'], to: 'checked' },
  submit: { from: ['checked'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
  // A version can be superseded in any state.
  replace: { from: ['received', 'checked', 'submitted', 'accepted', 'returned'], to: 'replaced' },
};

/** Returns the state that an action leads to; null when the action is not possible. */
export function stateAfter(state: VersionState, act: VersionAct): VersionState | null {
  return moves[act].from.includes(state) ? moves[act].to : null;
}

export interface Question {
  readonly code: string;
  readonly cause: string;
  readonly severity: 'blocksFile' | 'blocksRow' | 'confirm' | 'info';
  readonly count: number;
}

export interface Answer {
  readonly code: string;
  readonly cause?: string;
  readonly reason: string;
}

export interface Checked {
  readonly accepted: number;
  readonly quarantined: number;
  readonly questions: readonly Question[];
  /** false when the terms require every row to be valid before submission; default true */
  readonly rowsMayWait?: boolean;
}

export interface SubmissionRefusal {
  readonly code:
    | 'file-is-stopped'
    | 'no-lines'
    | 'rows-left-out'
    | 'rows-must-be-right'
    | 'question-unanswered'
    | 'answer-to-nothing'
    | 'correction-reason-missing';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Submission {
  readonly refusals: readonly SubmissionRefusal[];
  /** True when a person must accept it: findings were confirmed or rows were excluded. */
  readonly needsDecision: boolean;
}

/**
 * Assesses whether a checked version may be submitted with these responses. Returns everything that is missing at once.
 */
export function judgeSubmission(
  { accepted, quarantined, questions, rowsMayWait = true }: Checked,
  answers: readonly Answer[],
  leaveOutRows: boolean,
): Submission {
  const refusals: SubmissionRefusal[] = [];
  const stops = questions.filter(({ severity }) => severity === 'blocksFile');
  for (const { code, count } of stops) refusals.push({ code: 'file-is-stopped', params: { finding: code, count } });
  if (accepted === 0 && stops.length === 0) refusals.push({ code: 'no-lines', params: {} });
  if (quarantined > 0 && accepted > 0 && !rowsMayWait)
    refusals.push({ code: 'rows-must-be-right', params: { count: quarantined } });
  else if (quarantined > 0 && accepted > 0 && !leaveOutRows)
    refusals.push({ code: 'rows-left-out', params: { count: quarantined } });
  const open = questions.filter(({ severity }) => severity === 'confirm');
  const answered = new Set(answers.filter(({ reason }) => reason.trim() !== '').map(questionKey));
  for (const question of open)
    if (!answered.has(questionKey(question)))
      refusals.push({
        code: 'question-unanswered',
        params: { finding: question.code, cause: question.cause, count: question.count },
      });
  const asked = new Set(open.map(questionKey));
  for (const answer of answers)
    if (!asked.has(questionKey(answer)))
      refusals.push({ code: 'answer-to-nothing', params: { finding: answer.code, cause: answer.cause ?? '' } });
  return { refusals, needsDecision: open.length > 0 || quarantined > 0 };
}
