export type Role =
  | 'contract-manager'
  | 'administrator'
  | 'auditor'
  | 'reader'
  | 'supplier-clerk'
  | 'supplier-administrator'
  | 'buyer'
  | 'buyer-administrator';

export type Side = 'cooperative' | 'supplier' | 'buyer';

export interface Membership {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: Side };
  readonly cooperative: { readonly id: string; readonly name: string };
  readonly role: Role;
  /** When it ends by itself (ISO); null where no end is set. */
  readonly endsAt?: string | null;
}

/** How the instance runs: `asOf` is the set date of a demo (ISO), `loading` counts steps while its world is read in. */
export interface InstanceView {
  readonly demo: boolean;
  /** `stored`: no mail server is set, and e-mails stay on the server. */
  readonly mail: 'sent' | 'stored';
  readonly asOf: string | null;
  readonly loading: { readonly done: number; readonly total: number; readonly text: string } | null;
  readonly version: string;
}

/** GET /api/v1/session: who is signed in, for whom they can act, and for whom they act now. */
export interface SessionView {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language?: 'nb' | 'nn' | 'en';
  } | null;
  readonly memberships: readonly Membership[];
  readonly acting: string | null;
  /** What the role one acts in may do: 'report.submit'. */
  readonly permissions: readonly string[];
  readonly csrfToken: string;
  /** The second factors that can complete the sign-in; none when nothing is awaited. */
  readonly awaitedFactors: readonly string[];
  /** Only the account page opens until a second factor is added. */
  readonly requiresSecondFactor: boolean;
  readonly instance: InstanceView;
}
