import type { AuthenticatedRequest } from '@tallgrunn/platform';
import { currentNetwork } from '@tallgrunn/platform';
import './session-data.ts';

const USER_AGENT_CHARACTERS_MAX = 300;

/**
 * Starts a session for a person who has just authenticated. The session gets a new id, which prevents session fixation.
 * @param hasSecondFactor whether a second factor or a passkey was used
 */
export async function beginSession(
  request: AuthenticatedRequest,
  personId: string,
  membershipId?: string,
  hasSecondFactor = false,
): Promise<void> {
  await regenerate(request);
  const now = Date.now();
  Object.assign(request.session, {
    personId,
    membershipId,
    startedAt: now,
    signedInAt: now,
    hasSecondFactor,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, USER_AGENT_CHARACTERS_MAX),
    network: shortenAddress(currentNetwork()),
  });
}

/** Gives the session a new id after a re-authentication or a new factor. The end of the session does not change. */
export async function renewSession(
  request: AuthenticatedRequest,
  changes: { readonly hasSecondFactor?: boolean } = {},
): Promise<void> {
  const { cookie: _cookie, csrfToken: _token, challenge: _challenge, ...data } = request.session;
  await regenerate(request);
  Object.assign(request.session, { ...data, signedInAt: Date.now(), ...changes });
}

/** Stores in the session that a second factor is awaited after a correct password. The person is not signed in yet. */
export async function awaitSecondFactor(
  request: AuthenticatedRequest,
  personId: string,
  membershipId: string | undefined,
  minutes: number,
): Promise<void> {
  await regenerate(request);
  request.session.pending = { personId, ...(membershipId && { membershipId }), until: Date.now() + minutes * 60_000 };
}

export function endSession(request: AuthenticatedRequest): Promise<void> {
  return new Promise((done, failed) => request.session.destroy((error: unknown) => (error ? failed(error) : done())));
}

const regenerate = (request: AuthenticatedRequest): Promise<void> =>
  new Promise((done, failed) => request.session.regenerate((error: unknown) => (error ? failed(error) : done())));

/** Returns the first half of an address, enough to recognise a place. */
const shortenAddress = (network: string | null): string =>
  network?.includes(':')
    ? `${network.split(':').slice(0, 2).join(':')}:…`
    : (network?.replace(/\.\d+\.\d+$/, '.…') ?? '');
