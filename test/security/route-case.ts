import type { Response, Test } from 'supertest';
import type { Caller } from './caller.ts';
import type { Member, Who, World } from './world.ts';

/** How one route is called, and what must come of it. */
export interface RouteCase {
  readonly route: string;
  /** The call, naming things of `world` where the route takes ids. */
  call(by: Caller, world: World): Test;
  /** Whether it names a thing: then everybody of another cooperative who may call the route gets 404 for it. */
  readonly names: boolean;
  /** The sides whose ids are heeded, where the others' own organisation is taken whatever they name. */
  readonly namedBy?: readonly Member['side'][];
  /** Of the same cooperative, in a role that may call the route, and not theirs: 404 as well. */
  readonly strangers?: readonly Who[];
  /** For acts, which are done once: whose act it is. Reads are tried by everyone who may call the route and is no stranger. */
  readonly owner?: Who;
  /** Where a foreigner is refused otherwise than by 404. */
  readonly foreign?: { readonly status: number; readonly why: string };
  /** What the answer shows, a text per row. */
  rows?(response: Response): string[];
  /** SQL for the same rows as the database's owner sees them, one column named `row`, for this member of this world. */
  truth?(world: World, member: Member): string;
}

/** Routes without a case: open to anyone, or about the caller alone. */
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

/** A condition for the rows a side sees: the cooperative all, the others by their column. */
export function own(
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

/** One text of each row of a list. */
export const each =
  (key: string) =>
  ({ body }: Response): string[] =>
    (body as Record<string, unknown>[]).map((row) => String(row[key]));
