import { questionKey } from '@tallgrunn/checks';

/** What can happen to a version of a report, as pure functions over plain data. */
export type VersionState = 'received' | 'checked' | 'submitted' | 'accepted' | 'returned' | 'replaced';

export type VersionAct = 'check' | 'submit' | 'accept' | 'return' | 'replace';

const moves: Record<VersionAct, { readonly from: readonly VersionState[]; readonly to: VersionState }> = {
  check: { from: ['received'], to: 'checked' },
  submit: { from: ['checked'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
  // A version makes way for the one that takes its place, whatever had become of it.
  replace: { from: ['received', 'checked', 'submitted', 'accepted', 'returned'], to: 'replaced' },
};

/** The state an act leads to; null where the act is not possible. */
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
  /** false where the terms want every row right before anything is submitted; true unless said */
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
  /** A person must accept it: something was confirmed, or rows were left out. */
  readonly needsDecision: boolean;
}

/** Whether a checked version may be submitted with these answers. Everything that is missing is said at once. */
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
