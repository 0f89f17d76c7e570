import 'express-session';

declare module 'express-session' {
  /** Data the server stores in a session. Times are milliseconds since 1970, real time. */
  interface SessionData {
    /** The person who has signed in completely. */
    personId?: string;
    membershipId?: string;
    /** The token that unsafe requests must carry. */
    csrfToken?: string;
    startedAt?: number;
    /** When the person last authenticated. */
    signedInAt?: number;
    /** Whether a second factor or a passkey was used. */
    hasSecondFactor?: boolean;
    /** The person who gave a correct password and whose second factor is awaited. */
    pending?: { readonly personId: string; readonly membershipId?: string; readonly until: number };
    /** Challenge that a passkey must sign; used once. */
    challenge?: { readonly value: string; readonly purpose: 'sign-in' | 'add'; readonly until: number };
    /** Browser and network, for the person's own list of sessions. */
    userAgent?: string;
    network?: string;
  }
}
