export type Standing = 'coming' | 'running' | 'ended';

/** Where an agreement stands on a day. Days as YYYY-MM-DD, both ends included. */
export function standingOf(agreement: { readonly startsOn: string; readonly endsOn: string | null }, today: string): Standing {
  if (agreement.startsOn > today) return 'coming';
  return agreement.endsOn !== null && agreement.endsOn < today ? 'ended' : 'running';
}
