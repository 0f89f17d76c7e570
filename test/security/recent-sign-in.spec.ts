import type { Server } from 'node:http';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import {
  createApiKey,
  setUpParties,
  signIn,
  TEST_PASSWORD,
  type Parties,
  type SignedIn,
} from '@tallgrunn/identity-server/testing';
import { RECENT_SIGN_IN } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import request from 'supertest';
import { declaredOf } from './routes-of.ts';

let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

/** Sets the sign-in time of all sessions of a person to this many minutes ago. */
const age = (email: string, minutes: number) =>
  stand.asOwner(
    `update identity.session set sess = jsonb_set(sess::jsonb, '{signedInAt}', to_jsonb($2::float8))::json
     where sess->>'personId' = (select id::text from identity.person where email = $1)`,
    [email, Date.now() - minutes * 60_000],
  );

const invite = (by: SignedIn) => by.post('/colleagues/invitations', { email: 'ny@example.no', role: 'supplier-clerk' });

describe('routes that need a recent sign-in', () => {
  it('are the reviewed ones', () => {
    const routes = [...declaredOf<boolean | undefined>(stand.app, RECENT_SIGN_IN)]
      .filter(([, isRequired]) => isRequired)
      .map(([route]) => route);
    expect(routes.sort()).toMatchSnapshot();
  });

  it('accept a sign-in of nine minutes ago and refuse one of eleven', async () => {
    const { email } = parties.suppliers[1]!;
    const me = await signIn(stand, email);
    await age(email, 9);
    await invite(me).expect(201);
    await age(email, 11);
    const { status, body } = await invite(me);
    expect([status, body.code, body.params]).toEqual([403, 'recent-sign-in-required', { minutes: 10 }]);
    await me.get('/colleagues').expect(200);
  });

  it('accept the person again once they have confirmed, under a new session id', async () => {
    const { email } = parties.suppliers[1]!;
    const agent = request.agent(stand.app.getHttpServer() as Server);
    const first = await agent.get('/session');
    const signed = await agent
      .post('/session')
      .set('x-csrf-token', first.body.csrfToken)
      .send({ email, password: TEST_PASSWORD })
      .expect(200);
    await age(email, 11);
    const confirm = (password: string) =>
      agent.post('/session/confirm').set('x-csrf-token', signed.body.csrfToken).send({ password });
    const wrong = await confirm('not the password');
    expect([wrong.status, wrong.body.code]).toEqual([403, 'password-wrong']);
    const confirmed = await confirm(TEST_PASSWORD);
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.acting).toBe(signed.body.acting);
    expect(confirmed.headers['set-cookie']?.[0]).toMatch(/tallgrunn=/);
    expect(confirmed.body.csrfToken).not.toBe(signed.body.csrfToken);
    await agent
      .post('/colleagues/invitations')
      .set('x-csrf-token', confirmed.body.csrfToken)
      .send({ email: 'ny@example.no', role: 'supplier-clerk' })
      .expect(201);
  });

  it('ask nobody who is not permitted, and leave API keys alone', async () => {
    const { email, actor } = parties.suppliers[0]!;
    const clerk = await signIn(stand, email);
    await age(email, 11);
    expect((await invite(clerk)).body.code).toBe('permission-denied');
    const key = await createApiKey(stand, actor, ['report:check']);
    await request(stand.app.getHttpServer() as Server)
      .get('/obligations/00000000-0000-0000-0000-000000000000')
      .set('authorization', `Bearer ${key}`)
      .expect(404);
  });
});
