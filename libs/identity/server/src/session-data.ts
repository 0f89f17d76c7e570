import 'express-session';

declare module 'express-session' {
  /** What the server stores of a session. Times are milliseconds since 1970, real time. */
  interface SessionData {
    /** Who has signed in, completely. */
    personId?: string;
    membershipId?: string;
    /** The token that unsafe requests must carry. */
    csrfToken?: string;
    startedAt?: number;
    /** When the person last proved who they are. */
    signedInAt?: number;
    /** Whether they proved it by a second factor or a passkey too. */
    hasSecondFactor?: boolean;
    /** Whose password was right and whose second factor is awaited. */
    pending?: { readonly personId: string; readonly membershipId?: string; readonly until: number };
    /** What a passkey must sign next: used once. */
    challenge?: { readonly value: string; readonly purpose: 'sign-in' | 'add'; readonly until: number };
    /** The browser and the network, for the person's own list of sessions. */
    userAgent?: string;
    network?: string;
  }
}
