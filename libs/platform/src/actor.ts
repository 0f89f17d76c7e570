/** The kind of actor. `system` is the product's own work inside one cooperative. */
export type ActorKind = 'cooperative' | 'buyer' | 'supplier' | 'system';

export type Role =
  | 'contract-manager'
  | 'administrator'
  /** Reads published figures only, until a fixed end date. Writes nothing. */
  | 'auditor'
  /** Reads what the organisation reads, a municipality or the cooperative; writes nothing. */
  | 'reader'
  | 'buyer'
  | 'buyer-administrator'
  | 'supplier-clerk'
  | 'supplier-administrator'
  | 'invited'
  | 'system';

export type Via = 'web' | 'cli' | 'job' | 'demo' | 'key';

/** Exactly one membership: a person who acts for one organisation of one cooperative, in one role. */
export interface Actor {
  readonly personId: string | null;
  readonly membershipId: string | null;
  readonly cooperativeId: string;
  readonly organisationId: string | null;
  readonly side: ActorKind;
  readonly role: Role;
  readonly via: Via;
  /** API key that authenticated the request. `personId` is then the person who created the key. */
  readonly apiKeyId?: string;
}

/**
 * Returns an actor for background work of the product in one cooperative. Person, membership and organisation are those
 * of `by`, who started the work.
 */
export function systemActor(cooperativeId: string, by?: Partial<Actor>): Actor {
  return {
    personId: by?.personId ?? null,
    membershipId: by?.membershipId ?? null,
    organisationId: by?.organisationId ?? null,
    cooperativeId,
    side: 'system',
    role: 'system',
    via: by?.via ?? 'job',
    ...(by?.apiKeyId && { apiKeyId: by.apiKeyId }),
  };
}
