import 'express-session';

declare module 'express-session' {
  /** What a session remembers: who signed in, for whom they act, and the token unsafe requests must carry. */
  interface SessionData {
    personId?: string;
    membershipId?: string;
    csrfToken?: string;
  }
}
