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

/** Returns the state that an act leads to; null where the act is not possible. */
export function stateAfter(state: ClaimState, act: ClaimAct): ClaimState | null {
  return moves[act].from.includes(state) ? moves[act].to : null;
}

/** A credit can be confirmed while the claim waits for its money. */
export const isAwaitingCredit = (state: ClaimState): boolean =>
  state === 'sent' || state === 'agreed' || state === 'partly-agreed';

/** SQL: the state of claim `c`. A supplier that accepted a sent claim has agreed to all of it. */
export const CLAIM_STATE = `case when c.state = 'sent' and (
    select e.kind from follow_up.claim_event e where e.cooperative_id = c.cooperative_id and e.claim_id = c.id and e.kind in ('accepted-by-supplier', 'disputed-by-supplier')
    order by e.recorded_at desc, e.id desc limit 1
  ) = 'accepted-by-supplier' then 'agreed' else c.state end`;
