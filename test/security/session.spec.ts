import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { startServer, startAllRooms } from '@tallgrunn/app-server/testing';
import { InvitePerson } from '@tallgrunn/identity-server';
import { mailedInvitation, setUpParties, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import request, { type Response } from 'supertest';
import { routesOf } from './routes-of.ts';

const API = '/api/v1';
let stand: TestApp;
let parties: Parties;
let served: NestExpressApplication;
const running: NestExpressApplication[] = [];

/** Starts a separate server: sign-in attempts are counted per server and minute. */
async function serve(change: Parameters<typeof startServer>[1] = {}): Promise<NestExpressApplication> {
  const app = await startServer(stand, change);
  running.push(app);
  return app;
}

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  served = await serve();
});
afterAll(async () => {
  for (const app of running) await app.close();
  await stand.close();
});

type Agent = ReturnType<typeof request.agent>;
const agentOf = (app: NestExpressApplication): Agent => request.agent(app.getHttpServer() as Server);
const cookieOf = ({ headers }: Response): string =>
  ([headers['set-cookie'] ?? []].flat() as string[]).find((line) => /tallgrunn(?:-visitor)?=/.test(line)) ?? '';
const sidOf = (response: Response) => /tallgrunn=([^;]+)/.exec(cookieOf(response))?.[1];

async function open(agent: Agent): Promise<{ token: string; first: Response }> {
  const first = await agent.get(`${API}/session`).expect(200);
  return { token: first.body.csrfToken, first };
}

async function signIn(agent: Agent, email: string, password = TEST_PASSWORD): Promise<Response> {
  const { token } = await open(agent);
  return agent.post(`${API}/session`).set('x-csrf-token', token).send({ email, password });
}

describe('the session', () => {
  it('has a cookie that no script can read and no other site can send', async () => {
    const agent = agentOf(served);
    const visitor = await agent.get(`${API}/session`).expect(200);
    const signed = await agent
      .post(`${API}/session`)
      .set('x-csrf-token', visitor.body.csrfToken)
      .send({ email: parties.manager.email, password: TEST_PASSWORD })
      .expect(200);
    for (const cookie of [cookieOf(visitor), cookieOf(signed)]) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).not.toMatch(/Domain=|Expires=|Max-Age=/);
    }
  });

  it('is Secure and host-bound with https, and not given over plain http', async () => {
    const app = await serve({ https: true, trustedProxies: 1 });
    const secure = await agentOf(app).get(`${API}/session`).set('x-forwarded-proto', 'https').expect(200);
    expect(cookieOf(secure)).toMatch(/^__Host-tallgrunn-visitor=.*; Secure/);
    expect(secure.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    expect(cookieOf(await agentOf(app).get(`${API}/session`).expect(200))).toBe('');
  });

  it('gets a new id and token at sign-in, so that a planted one is worthless', async () => {
    const agent = agentOf(served);
    const first = await signIn(agent, parties.manager.email);
    const after = await agent
      .post(`${API}/session`)
      .set('x-csrf-token', first.body.csrfToken)
      .send({ email: parties.manager.email, password: TEST_PASSWORD })
      .expect(200);
    expect(sidOf(after)).toBeDefined();
    expect(sidOf(after)).not.toBe(sidOf(first));
    expect(after.body.csrfToken).not.toBe(first.body.csrfToken);
    const planted = await request(served.getHttpServer() as Server)
      .get(`${API}/agreements`)
      .set('cookie', `tallgrunn=${sidOf(first)}`);
    expect(planted.status).toBe(401);
  });

  it('ends permanently at sign-out, also for a copied cookie', async () => {
    const agent = agentOf(served);
    const signed = await signIn(agent, parties.manager.email);
    const copied = { cookie: `tallgrunn=${sidOf(signed)}` };
    await request(served.getHttpServer() as Server)
      .get(`${API}/agreements`)
      .set(copied)
      .expect(200);
    await agent.delete(`${API}/session`).set('x-csrf-token', signed.body.csrfToken).expect(204);
    await request(served.getHttpServer() as Server)
      .get(`${API}/agreements`)
      .set(copied)
      .expect(401);
  });

  it('ends when the password is changed elsewhere, and the reset link works once', async () => {
    const { email } = parties.buyers[0]!;
    const agent = agentOf(served);
    await signIn(agent, email);
    const { token } = await open(agentOf(served)).then(async () => open(agent));
    await agent.post(`${API}/password-resets`).set('x-csrf-token', token).send({ email }).expect(202);
    const letter = (await stand.deliverMail()).find((text) => text.includes(email)) ?? '';
    const link = /new-password\/(\S+)/.exec(letter)?.[1];
    const other = agentOf(served);
    const { token: otherToken } = await open(other);
    const set = () =>
      other
        .post(`${API}/password-resets/${link}`)
        .set('x-csrf-token', otherToken)
        .send({ password: 'an entirely new password' });
    expect([(await set()).status, (await set()).status]).toEqual([204, 410]);
    await agent.get(`${API}/agreements`).expect(401);
  });

  it('continues when a new secret is added before the old one, and ends when the old one is removed', async () => {
    const before = await serve({ sessionSecret: 'the first secret' });
    const agent = agentOf(before);
    const cookie = { cookie: `tallgrunn=${sidOf(await signIn(agent, parties.manager.email))}` };
    const [rotated, without] = [
      await serve({ sessionSecret: 'the second secret, the first secret' }),
      await serve({ sessionSecret: 'the second secret' }),
    ];
    await request(rotated.getHttpServer() as Server)
      .get(`${API}/agreements`)
      .set(cookie)
      .expect(200);
    await request(without.getHttpServer() as Server)
      .get(`${API}/agreements`)
      .set(cookie)
      .expect(401);
  });

  it('is anonymous with a manipulated cookie', async () => {
    const signed = await signIn(agentOf(served), parties.manager.email);
    const forged = `${sidOf(signed)?.slice(0, -3)}abc`;
    await request(served.getHttpServer() as Server)
      .get(`${API}/agreements`)
      .set('cookie', `tallgrunn=${forged}`)
      .expect(401);
  });
});

describe('signing in', () => {
  it('gives the same password reset response for known and unknown addresses', async () => {
    const agent = agentOf(await serve());
    const { token } = await open(agent);
    const ask = (email: string) => agent.post(`${API}/password-resets`).set('x-csrf-token', token).send({ email });
    const [known, unknown] = [await ask(parties.manager.email), await ask('nobody@example.no')];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  });

  it('gives the same response for known and unknown addresses, also when throttled', async () => {
    const answersFor = async (email: string) => {
      const app = await serve();
      const answers: unknown[] = [];
      for (let n = 0; n < 8; n += 1) {
        const { status, body } = await signIn(agentOf(app), email, 'not the password');
        answers.push([status, body.code, body.params]);
      }
      return answers;
    };
    const existing = await answersFor(parties.buyers[1]!.email);
    expect(existing.at(-1)).toEqual([401, 'sign-in-failed', { retryAfterSeconds: expect.any(Number) }]);
    expect(await answersFor('nobody@example.no')).toEqual(existing);
  });

  it('is throttled after twenty attempts per minute from one place, for any address', async () => {
    const app = await serve();
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1)
      statuses.push((await signIn(agentOf(app), `guess-${n}@example.no`, 'not the password')).status);
    expect([...new Set(statuses.slice(0, 20))]).toEqual([401]);
    expect(statuses[20]).toBe(429);
  });
});

describe('an invitation', () => {
  const invite = async (email: string) => {
    const supplier = parties.suppliers[0]!;
    await stand
      .get(UnitOfWork)
      .run({ ...parties.manager.actor }, () =>
        stand.get(InvitePerson).run({ email, role: 'supplier-clerk', organisationId: supplier.organisationId }),
      );
    return mailedInvitation(stand, email);
  };
  const join = async (agent: Agent, invitation: string) => {
    const { token } = await open(agent);
    return agent
      .post(`${API}/invitations/${invitation}/accept`)
      .set('x-csrf-token', token)
      .send({ account: 'new', name: 'Ny', password: 'a password of length' });
  };

  it('creates one account, even when its link is used twice at the same time', async () => {
    const invitation = await invite('en-gang@example.no');
    const answers = await Promise.all([join(agentOf(served), invitation), join(agentOf(served), invitation)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await join(agentOf(served), invitation)).status).toBe(410);
    await request(served.getHttpServer() as Server)
      .get(`${API}/obligations`)
      .set('x-invitation', invitation)
      .expect(410);
    const rows = await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from identity.membership m join identity.person p on p.id = m.person_id where p.email = 'en-gang@example.no'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('expires', async () => {
    const invitation = await invite('for-sent@example.no');
    await stand.asOwner(
      `update identity.invitation set expires_at = now() - interval '1 minute' where email = 'for-sent@example.no'`,
    );
    expect((await join(agentOf(served), invitation)).body.code).toBe('invitation-expired');
    await request(served.getHttpServer() as Server)
      .get(`${API}/obligations`)
      .set('x-invitation', invitation)
      .expect(410);
  });

  it('is stored as a hash only', async () => {
    const invitation = await invite('hash@example.no');
    const rows = await stand.asOwner<{ whole: string }>('select i::text as whole from identity.invitation i');
    expect(rows.some(({ whole }) => whole.includes(invitation))).toBe(false);
  });

  it('does not take over an existing account', async () => {
    const invitation = await invite(parties.manager.email);
    const answer = await join(agentOf(served), invitation);
    expect([answer.status, answer.body.code]).toEqual([401, 'sign-in-failed']);
  });
});

describe('every response', () => {
  it('has headers that isolate the page', async () => {
    const { headers } = await request(served.getHttpServer() as Server)
      .get(`${API}/health`)
      .expect(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBeDefined();
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('comes from the same routes as in the other tests, below the API path', () => {
    const api = routesOf(served)
      .filter((route) => route.includes(API))
      .map((route) => route.replace(API, ''));
    expect(api).toEqual(routesOf(stand.app));
    expect(routesOf(served).filter((route) => !route.includes(API))).toEqual([]);
  });

  it('contains no stack or SQL in an error, for any input', async () => {
    const agent = agentOf(served);
    const signed = await signIn(agent, parties.manager.email);
    const post = (url: string) => agent.post(`${API}${url}`).set('x-csrf-token', signed.body.csrfToken);
    const answers = [
      await agent.get(`${API}/agreements/'; drop table x; --`),
      await agent.get(`${API}/agreements/%E0%A4%A`),
      await agent.get(`${API}/combined?afterValue=not-a-number&afterKey=x`),
      await agent.get(`${API}/combined/lines/%00`),
      await agent.get(`${API}/emissions/runs/99999999999999999999/verification`),
      await agent.get(`${API}/emissions/runs?before=99999999999`),
      await agent.get(`${API}/matching/lines?side=booked&state=%00`),
      await agent.get(`${API}/matching/lines?side=booked&state=matched&afterAmount=1e999999&afterKey=x`),
      await agent.get(
        `${API}/matching/candidates?side=booked&documentId=00000000-0000-0000-0000-000000000000&lineNo=99999999999`,
      ),
      await agent.get(`${API}/obligations?periodKey=%00`),
      await agent.get(`${API}/compliance?from=2026-02-30`),
      await agent.get(`${API}/no-such-route`),
      await post('/agreements').set('content-type', 'application/json').send('{"number": '),
      await post('/agreements').send({
        number: '\u0000',
        title: 'x',
        startsOn: '2026-01-01',
        suppliers: [],
        buyers: [],
      }),
      await post('/agreements').send({
        number: 'x',
        title: 'x',
        startsOn: '2026-01-01',
        endsOn: '2025-01-01',
        suppliers: [],
        buyers: [],
      }),
      await post('/spend/batches').field('kind', 'ledger').attach('other', Buffer.from('x'), 'x.csv'),
      await post('/declarations').attach('file', Buffer.from('{'), 'x.json'),
      await post('/colleagues/invitations').send({ email: 'x@example.no', role: ['administrator'] }),
    ];
    const said = answers.map(
      ({ status, text, headers, request: sent }) =>
        `${new URL((sent as unknown as { url: string }).url).pathname} ${status} ${headers['content-type']} ${text}`,
    );
    expect(
      said.filter((each) =>
        /\bat .+\.[cm]?[jt]s|node_modules|select |insert into|QueryFailed|syntax error|relation "|tallgrunn_app|postgres/i.test(
          each,
        ),
      ),
    ).toEqual([]);
    expect(said.filter((each) => !/ 4\d\d application\/problem\+json/.test(each))).toEqual([]);
  });
});
