/** The side of the table an organisation sits on; `system` is the product's own work inside one cooperative. */
export type Side = 'cooperative' | 'buyer' | 'supplier' | 'system';

export type Role =
  | 'contract-manager'
  | 'administrator'
  /** Reads what is published, until a day that was set; writes nothing. */
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

/** Exactly one membership: a person, acting for one organisation of one cooperative, in one role. */
export interface Actor {
  readonly personId: string | null;
  readonly membershipId: string | null;
  readonly cooperativeId: string;
  readonly organisationId: string | null;
  readonly side: Side;
  readonly role: Role;
  readonly via: Via;
  /** The machine key it came with; `personId` is then whoever made the key. */
  readonly apiKeyId?: string;
}

/** The product itself at work for one cooperative, on behalf of whoever set it going. */
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
