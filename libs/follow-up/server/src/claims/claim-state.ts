export const claimStates = ['draft', 'sent', 'agreed', 'partly-agreed', 'rejected', 'settled', 'withdrawn'] as const;
export type ClaimState = (typeof claimStates)[number];

export type ClaimAct = 'send' | 'agree' | 'agree-partly' | 'reject' | 'settle' | 'withdraw';

const moves: Record<ClaimAct, { readonly from: readonly ClaimState[]; readonly to: ClaimState }> = {
  send: { from: ['draft'], to: 'sent' },
  agree: { from: ['sent'], to: 'agreed' },
  'agree-partly': { from: ['sent', 'agreed'], to: 'partly-agreed' },
  reject: { from: ['sent', 'partly-agreed'], to: 'rejected' },
  settle: { from: ['sent', 'agreed', 'partly-agreed'], to: 'settled' },
  withdraw: { from: ['draft', 'sent', 'agreed', 'partly-agreed'], to: 'withdrawn' },
};

/** Returns the state after an act; null when the act is not allowed in this state. */
export function stateAfter(state: ClaimState, act: ClaimAct): ClaimState | null {
  return moves[act].from.includes(state) ? moves[act].to : null;
}

/** Returns whether the claim awaits a credit, so that one can be confirmed. */
export const isAwaitingCredit = (state: ClaimState): boolean =>
  state === 'sent' || state === 'agreed' || state === 'partly-agreed';

/** SQL: the state of claim `c`. A sent claim that the supplier accepted counts as agreed in full. */
export const CLAIM_STATE = `case when c.state = 'sent' and (
    select e.kind from follow_up.claim_event e where e.cooperative_id = c.cooperative_id and e.claim_id = c.id and e.kind in ('accepted-by-supplier', 'disputed-by-supplier')
    order by e.recorded_at desc, e.id desc limit 1
  ) = 'accepted-by-supplier' then 'agreed' else c.state end`;
