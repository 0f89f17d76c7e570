import { claimStates, isAwaitingCredit, stateAfter } from './claim-state.ts';

describe('claim state', () => {
  it.each([
    ['draft', 'send', 'sent'],
    ['sent', 'agree', 'agreed'],
    ['agreed', 'agree-partly', 'partly-agreed'],
    ['sent', 'reject', 'rejected'],
    ['partly-agreed', 'settle', 'settled'],
    ['draft', 'withdraw', 'withdrawn'],
    ['draft', 'settle', null],
    ['sent', 'send', null],
    ['settled', 'withdraw', null],
    ['withdrawn', 'send', null],
    ['rejected', 'settle', null],
  ] as const)('%s, %s: %s', (state, act, after) => expect(stateAfter(state, act)).toBe(after));

  it('awaits a credit from sending until closing', () =>
    expect(claimStates.filter(isAwaitingCredit)).toEqual(['sent', 'agreed', 'partly-agreed']));
});
