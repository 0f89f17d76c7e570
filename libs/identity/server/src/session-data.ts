import 'express-session';

declare module 'express-session' {
  /** The person who signed in, when they last proved who they are, the active membership, and the token unsafe requests must carry. */
  interface SessionData {
    personId?: string;
    /** Milliseconds since 1970, real time. */
    signedInAt?: number;
    membershipId?: string;
    csrfToken?: string;
  }
}
