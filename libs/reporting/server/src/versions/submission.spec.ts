import fc from 'fast-check';
import {
  assessSubmission,
  stateAfter,
  type FindingQuestion,
  type VersionAction,
  type VersionState,
} from './submission.ts';

const question = (code: string, severity: FindingQuestion['severity'], cause = ''): FindingQuestion => ({
  code,
  cause,
  severity,
  count: 3,
});
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

describe('version state', () => {
  it('leads from received to accepted', () => {
    const acts: VersionAction[] = ['check', 'submit', 'accept', 'replace'];
    expect(acts.reduce<VersionState | null>((state, act) => state && stateAfter(state, act), 'received')).toBe(
      'replaced',
    );
  });

  it('ends with replaced, and never goes back', () => {
    const order: VersionState[] = ['received', 'checked', 'submitted', 'accepted', 'returned', 'replaced'];
    const acts: VersionAction[] = ['check', 'submit', 'accept', 'return', 'replace'];
    fc.assert(
      fc.property(fc.constantFrom(...order), fc.constantFrom(...acts), (state, act) => {
        const next = stateAfter(state, act);
        return next === null || order.indexOf(next) > order.indexOf(state);
      }),
    );
    for (const act of acts) expect(stateAfter('replaced', act)).toBeNull();
  });

  it('allows acceptance and return of submitted versions only', () => {
    for (const state of ['received', 'checked', 'accepted', 'returned'] as const) {
      expect(stateAfter(state, 'accept')).toBeNull();
      expect(stateAfter(state, 'return')).toBeNull();
    }
  });
});

describe('submission rules', () => {
  it('requires no decision when there are no questions', () => {
    expect(
      assessSubmission({ accepted: 10, quarantined: 0, questions: [question('fee-line', 'info')] }, [], false),
    ).toEqual({ refusals: [], needsDecision: false });
  });

  it('forbids quarantined rows when the terms require every row to be valid', () => {
    const checked = { accepted: 10, quarantined: 2, questions: [], rowsMayWait: false };
    expect(assessSubmission(checked, [], true).refusals).toEqual([
      { code: 'rows-must-be-right', params: { count: 2 } },
    ]);
    expect(assessSubmission({ ...checked, quarantined: 0 }, [], false).refusals).toEqual([]);
  });

  it('requires an answer to each question, and then a decision', () => {
    const checked = {
      accepted: 10,
      quarantined: 0,
      questions: [question('price-above-agreed', 'confirm', '8801'), question('item-unknown', 'confirm')],
    };
    expect(codes(assessSubmission(checked, [{ code: 'item-unknown', reason: 'new' }], false).refusals)).toEqual([
      'question-unanswered',
    ]);
    const answers = [
      { code: 'item-unknown', reason: 'new' },
      { code: 'price-above-agreed', cause: '8801', reason: 'agreed by letter' },
    ];
    expect(assessSubmission(checked, answers, false)).toEqual({ refusals: [], needsDecision: true });
  });

  it('reports every error at once', () => {
    const checked = { accepted: 4, quarantined: 2, questions: [question('price-above-agreed', 'confirm')] };
    expect(codes(assessSubmission(checked, [{ code: 'nothing', reason: 'x' }], false).refusals)).toEqual([
      'rows-excluded',
      'question-unanswered',
      'answer-to-nothing',
    ]);
  });

  it('rejects a blocked or empty file', () => {
    expect(
      codes(
        assessSubmission(
          { accepted: 0, quarantined: 9, questions: [question('column-missing', 'blocksFile')] },
          [],
          true,
        ).refusals,
      ),
    ).toEqual(['file-blocked']);
    expect(codes(assessSubmission({ accepted: 0, quarantined: 0, questions: [] }, [], false).refusals)).toEqual([
      'no-lines',
    ]);
  });

  it('rejects an empty reason', () => {
    expect(
      codes(
        assessSubmission(
          { accepted: 1, quarantined: 0, questions: [question('a', 'confirm')] },
          [{ code: 'a', reason: '  ' }],
          false,
        ).refusals,
      ),
    ).toContain('question-unanswered');
  });
});
