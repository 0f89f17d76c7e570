import type { ActingRequest } from '@tallgrunn/platform';
import './session-data.ts';

/** A new session for whoever just proved who they are: a fresh id, so that an old one planted by another is worthless. */
export function beginSession(request: ActingRequest, personId: string, membershipId?: string): Promise<void> {
  return new Promise((done, failed) =>
    request.session.regenerate((error: unknown) => {
      if (error) return failed(error);
      request.session.personId = personId;
      request.session.signedInAt = Date.now();
      request.session.membershipId = membershipId;
      done();
    }),
  );
}

export function endSession(request: ActingRequest): Promise<void> {
  return new Promise((done, failed) => request.session.destroy((error: unknown) => (error ? failed(error) : done())));
}
