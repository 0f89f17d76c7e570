import type { Response, Test } from 'supertest';
import type { Caller } from './caller.ts';
import type { Member, Who, World } from './world.ts';

/** One call of a route, and its expected result. */
export interface RouteCase {
  readonly route: string;
  /** The call, with ids of `world` where the route takes ids. */
  call(by: Caller, world: World): Test;
  /** True if it names a resource: then everyone of another cooperative who may call the route gets 404. */
  readonly names: boolean;
  /** The sides whose ids are used. For the others, their own organisation applies, whichever id they name. */
  readonly namedBy?: readonly Member['side'][];
  /** People of the same cooperative who may call the route but do not own the resource: 404 as well. */
  readonly strangers?: readonly Who[];
  /**
   * The person who performs an action, which can run once. Reads are tried by everyone with access, except strangers.
   */
  readonly owner?: Who;
  /** The response for another cooperative where it is not 404. */
  readonly foreign?: { readonly status: number; readonly why: string };
  /** Returns the rows in the response, one text each. */
  rows?(response: Response): string[];
  /** SQL for the same rows as seen by the database's owner, for this member of this world. One column named `row`. */
  truth?(world: World, member: Member): string;
}

/** Routes without a case: public, or only about the caller. */
export const withoutCase: Readonly<Record<string, string>> = {
  'GET /health': 'says whether the database answers, nothing of anybody',
  'GET /health/details': 'says how the installation is, nothing of anybody; public-surface.spec tries it',
  'GET /operations': 'says how the installation is, and counts the cooperative’s own events; operations.spec tries it',
  'GET /operations/jobs': 'failed jobs, which no world has; operations.spec tries it with two cooperatives',
  'POST /operations/jobs/:jobId/retry': 'failed jobs, which no world has; operations.spec tries it',
  'POST /operations/jobs/:jobId/discard': 'failed jobs, which no world has; operations.spec tries it',
  'GET /openapi.json': 'describes the routes, nothing of anybody; public-surface.spec tries it',
  'GET /docs': 'shows that description; public-surface.spec tries it',
  'GET /docs/:name': 'the parts of that page; public-surface.spec tries it',
  'GET /session': 'says who the cookie belongs to; session.spec tries it',
  'POST /session': 'signing in; session.spec tries it',
  'GET /public/templates': 'what is published for anybody; open-templates.spec and public-surface.spec try it',
  'GET /public/templates/:slug': 'what is published for anybody; open-templates.spec and public-surface.spec try it',
  'GET /public/templates/:slug/template.xlsx': 'what is published for anybody; public-surface.spec tries it',
  'GET /notifications/preferences': 'one’s own choices; preferences.spec tries it',
  'PUT /notifications/preferences': 'one’s own choices; preferences.spec tries it',
  'POST /notifications/unsubscribe/:token': 'the signed address is the key; unsubscribe.spec tries it',
  'GET /notifications/unsubscribe/:token': 'leads to a page and says nothing; unsubscribe.spec tries it',
  'GET /calendar/:file': 'the secret address is the key; calendar.spec tries it',
  'GET /outbox': 'a demo’s own e-mails, 404 elsewhere; invitations.spec tries it',
  'POST /session/confirm': 'proves again who the cookie belongs to; recent-sign-in.spec tries it',
  'GET /account': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/password': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/passkeys/challenge': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/passkeys': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/passkeys/:passkeyId/remove':
    'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/totp': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/totp/confirm': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/totp/remove': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/recovery-codes': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/sessions/end-others': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /account/sessions/:sessionId/end': 'one’s own account; factors.spec, passwords.spec and sessions.spec try it',
  'POST /session/totp': 'completes the sign-in of the cookie; factors.spec tries it',
  'POST /session/recovery-code': 'completes the sign-in of the cookie; factors.spec tries it',
  'POST /session/passkey/challenge': 'completes the sign-in of the cookie; factors.spec tries it',
  'POST /session/passkey': 'completes the sign-in of the cookie; factors.spec tries it',
  'DELETE /session': 'signing out ends the cookie it came with; session.spec tries it',
  'GET /invitations/:token': 'the token is the key, and opens its own invitation only; session.spec tries it',
  'POST /invitations/:token/accept': 'the token is the key, and works once; session.spec tries it',
  'POST /password-resets': 'answers alike for every address; session.spec tries it',
  'POST /password-resets/:token': 'the token is the key, and works once; session.spec tries it',
};

/** SQL condition for the rows that a side sees: the cooperative all, the others by their column. */
export function ownRowsSql(
  { cooperativeId }: World,
  { side, organisationId }: Member,
  columns: { supplier?: string; buyer?: string },
  of = '',
): string {
  const tenant = `${of}cooperative_id = '${cooperativeId}'`;
  if (side === 'cooperative') return tenant;
  const column = columns[side];
  return column ? `${tenant} and ${of}${column} = '${organisationId}'` : tenant;
}

/** Returns one text per row of a list. */
export const rowValues =
  (key: string) =>
  ({ body }: Response): string[] =>
    (body as Record<string, unknown>[]).map((row) => String(row[key]));
