import { questionKey } from '@tallgrunn/checks';

/** The states of a report version and the actions that change them, as pure functions over data. */
export type VersionState = 'received' | 'checked' | 'submitted' | 'accepted' | 'returned' | 'replaced';

export type VersionAction = 'check' | 'submit' | 'accept' | 'return' | 'replace';

const transitions: Record<VersionAction, { readonly from: readonly VersionState[]; readonly to: VersionState }> = {
  check: { from: ['received'], to: 'checked' },
  submit: { from: ['checked'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
  // A version can be superseded in any state.
  replace: { from: ['received', 'checked', 'submitted', 'accepted', 'returned'], to: 'replaced' },
};

/** Returns the state that an action leads to; null when the action is not possible. */
export function stateAfter(state: VersionState, act: VersionAction): VersionState | null {
  return transitions[act].from.includes(state) ? transitions[act].to : null;
}

export interface FindingQuestion {
  readonly code: string;
  readonly cause: string;
  readonly severity: 'blocksFile' | 'blocksRow' | 'confirm' | 'info';
  readonly count: number;
}

export interface FindingResponse {
  readonly code: string;
  readonly cause?: string;
  readonly reason: string;
}

export interface CheckedVersion {
  readonly accepted: number;
  readonly quarantined: number;
  readonly questions: readonly FindingQuestion[];
  /** false when the terms require every row to be valid before submission; default true */
  readonly rowsMayWait?: boolean;
}

export interface SubmissionRejection {
  readonly code:
    | 'file-blocked'
    | 'no-lines'
    | 'rows-excluded'
    | 'rows-must-be-right'
    | 'question-unanswered'
    | 'answer-to-nothing'
    | 'correction-reason-missing';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface SubmissionAssessment {
  readonly refusals: readonly SubmissionRejection[];
  /** True when a person must accept it: findings were confirmed or rows were excluded. */
  readonly needsDecision: boolean;
}

/**
 * Assesses whether a checked version may be submitted with these responses. Returns everything that is missing at once.
 */
export function assessSubmission(
  { accepted, quarantined, questions, rowsMayWait = true }: CheckedVersion,
  answers: readonly FindingResponse[],
  leaveOutRows: boolean,
): SubmissionAssessment {
  const rejections: SubmissionRejection[] = [];
  const blockingFindings = questions.filter(({ severity }) => severity === 'blocksFile');
  for (const { code, count } of blockingFindings)
    rejections.push({ code: 'file-blocked', params: { finding: code, count } });
  if (accepted === 0 && blockingFindings.length === 0) rejections.push({ code: 'no-lines', params: {} });
  if (quarantined > 0 && accepted > 0 && !rowsMayWait)
    rejections.push({ code: 'rows-must-be-right', params: { count: quarantined } });
  else if (quarantined > 0 && accepted > 0 && !leaveOutRows)
    rejections.push({ code: 'rows-excluded', params: { count: quarantined } });
  const open = questions.filter(({ severity }) => severity === 'confirm');
  const answered = new Set(answers.filter(({ reason }) => reason.trim() !== '').map(questionKey));
  for (const question of open)
    if (!answered.has(questionKey(question)))
      rejections.push({
        code: 'question-unanswered',
        params: { finding: question.code, cause: question.cause, count: question.count },
      });
  const asked = new Set(open.map(questionKey));
  for (const answer of answers)
    if (!asked.has(questionKey(answer)))
      rejections.push({ code: 'answer-to-nothing', params: { finding: answer.code, cause: answer.cause ?? '' } });
  return { refusals: rejections, needsDecision: open.length > 0 || quarantined > 0 };
}
