/** Someone to sign in as. */
export interface Player {
  email: string;
  organisationId: string;
}

/** One of many suppliers: its API key and its obligation for March 2026. */
export interface CrowdMember {
  key: string;
  dutyId: string;
}

/** Who takes part in a trial of the product. */
export interface Cast {
  password: string;
  cooperativeId: string;
  manager: Player;
  buyer: Player;
  otherBuyer: Player;
  supplier: Player;
  /** The supplier's duties by period key, 2026-01 to 2026-04. */
  duties: Readonly<Record<string, string>>;
  /** Those of the supplier's large agreement, where one was set up. */
  largeDuties: Readonly<Record<string, string>>;
  /** Suppliers of an agreement of their own, where some were set up. */
  crowd: readonly CrowdMember[];
}
