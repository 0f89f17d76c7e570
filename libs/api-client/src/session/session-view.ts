export type Role = 'contract-manager' | 'administrator' | 'auditor' | 'supplier-clerk' | 'supplier-administrator' | 'buyer' | 'buyer-administrator';

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
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly memberships: readonly Membership[];
  readonly acting: string | null;
  /** What the role one acts in may do: 'report.submit'. */
  readonly permissions: readonly string[];
  readonly csrfToken: string;
  readonly instance: InstanceView;
}
