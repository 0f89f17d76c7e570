import { group } from '../testing.ts';
import { findingResponses, submissionReadiness } from './submission-readiness.ts';

const verdict = (groups: ReturnType<typeof group>[], accepted = 10, quarantined = 0) => ({
  groups,
  accepted,
  quarantined,
});

describe('submission readiness', () => {
  it('is complete when there are no questions', () => {
    expect(submissionReadiness(verdict([group({ severity: 'info' })]), new Map(), false)).toMatchObject({
      ready: true,
      open: [],
      stops: [],
    });
  });

  it('lists every question without a reason; blanks do not count as a reason', () => {
    const groups = [group({ cause: '1' }), group({ cause: '2' }), group({ cause: '3' })];
    const { open, ready } = submissionReadiness(
      verdict(groups),
      new Map([
        ['item-unknown 1', 'Avtalt'],
        ['item-unknown 2', '  '],
      ]),
      false,
    );
    expect(open.map(({ example }) => example.cause)).toEqual(['2', '3']);
    expect(ready).toBe(false);
  });

  it('counts quarantined rows until the user agrees to exclude them', () => {
    expect(submissionReadiness(verdict([], 10, 3), new Map(), false)).toMatchObject({ rowsToDecide: 3, ready: false });
    expect(submissionReadiness(verdict([], 10, 3), new Map(), true)).toMatchObject({ rowsToDecide: 0, ready: true });
    expect(submissionReadiness(verdict([], 10, 3), new Map(), true, false)).toMatchObject({
      rowsToDecide: 3,
      ready: false,
    });
    expect(submissionReadiness(verdict([], 0, 3), new Map(), true)).toMatchObject({ nothingLeft: true, ready: false });
  });

  it('sends reasons for questions only', () => {
    const reasons = new Map([
      ['item-unknown 1', ' Avtalt '],
      ['item-unknown gone', 'x'],
    ]);
    expect(
      findingResponses(
        [group({ cause: '1' }), group({ cause: '2' }), group({ cause: 'gone', severity: 'info' })],
        reasons,
      ),
    ).toEqual([{ code: 'item-unknown', cause: '1', reason: 'Avtalt' }]);
  });
});
