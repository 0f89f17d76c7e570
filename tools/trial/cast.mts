/** A user who can sign in. */
export interface TrialUser {
  email: string;
  organisationId: string;
}

/** One of many suppliers: its API key and its obligation for March 2026. */
export interface CrowdMember {
  key: string;
  obligationId: string;
}

/** The parties of a product trial. */
export interface TrialParties {
  password: string;
  cooperativeId: string;
  manager: TrialUser;
  buyer: TrialUser;
  otherBuyer: TrialUser;
  supplier: TrialUser;
  /** The supplier's obligations by period key, 2026-01 to 2026-04. */
  obligations: Readonly<Record<string, string>>;
  /** The obligations of the supplier's large agreement, if it was set up. */
  largeObligations: Readonly<Record<string, string>>;
  /** Suppliers of a separate agreement, if it was set up. */
  crowd: readonly CrowdMember[];
}
