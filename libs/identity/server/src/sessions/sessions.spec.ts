import type { Server } from 'node:http';
import request from 'supertest';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '../room.ts';
import { setUpParties, signIn, TEST_PASSWORD, type Parties } from '../testing.ts';
import { describeDevice } from './describe-device.ts';

let stand: TestApp;
let parties: Parties;
const server = () => stand.app.getHttpServer() as Server;

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

const sessionCount = async () =>
  (await stand.asOwner<{ n: number }>('select count(*)::int as n from identity.session'))[0]?.n;
const sessionsOf = (id: string | null, change: string) =>
  stand.asOwner(`update identity.session set ${change} where person_id = $1`, [id]);

describe('visitor', () => {
  it('stores nothing, however often the session is requested', async () => {
    const before = await sessionCount();
    for (let n = 0; n < 20; n += 1) await request(server()).get('/session').expect(200);
    await request.agent(server()).get('/session').expect(200);
    expect(await sessionCount()).toBe(before);
  });

  it('must send its own CSRF token', async () => {
    const [one, other] = [request.agent(server()), request.agent(server())];
    const [mine, theirs] = [await one.get('/session'), await other.get('/session')];
    const send = (token: string) =>
      one.post('/session').set('x-csrf-token', token).send({ email: parties.manager.email, password: TEST_PASSWORD });
    expect((await send(theirs.body.csrfToken)).body.code).toBe('csrf-token-missing');
    expect((await send(`${mine.body.csrfToken}x`)).body.code).toBe('csrf-token-missing');
    expect((await send(mine.body.csrfToken)).status).toBe(200);
  });
});

describe('session', () => {
  it('has a cookie that ends with the browser, set once', async () => {
    const agent = request.agent(server());
    const { body } = await agent.get('/session');
    const signed = await agent
      .post('/session')
      .set('x-csrf-token', body.csrfToken)
      .send({ email: parties.manager.email, password: TEST_PASSWORD })
      .expect(200);
    expect(signed.headers['set-cookie']?.[0]).not.toMatch(/expires|max-age/i);
    expect((await agent.get('/colleagues').expect(200)).headers['set-cookie']).toBeUndefined();
  });

  it('ends twelve hours after the sign-in, regardless of use', async () => {
    const { email, actor } = parties.buyers[0]!;
    const me = await signIn(stand, email);
    await sessionsOf(
      actor.personId,
      `sess = jsonb_set(sess::jsonb, '{startedAt}', to_jsonb(${Date.now() - 719 * 60_000}))::json`,
    );
    await me.get('/colleagues').expect(200);
    await sessionsOf(
      actor.personId,
      `sess = jsonb_set(sess::jsonb, '{startedAt}', to_jsonb(${Date.now() - 721 * 60_000}))::json`,
    );
    await me.get('/colleagues').expect(401);
  });

  it('ends after two hours without use', async () => {
    const { email, actor } = parties.buyers[0]!;
    const me = await signIn(stand, email);
    const left = async () =>
      (
        await stand.asOwner<{ minutes: number }>(
          'select extract(epoch from expire - localtimestamp)::int / 60 as minutes from identity.session where person_id = $1',
          [actor.personId],
        )
      )[0]?.minutes;
    expect(await left()).toBeGreaterThanOrEqual(119);
    await sessionsOf(actor.personId, `expire = localtimestamp + interval '1 minute'`);
    await me.get('/colleagues').expect(200);
    expect(await left()).toBeGreaterThanOrEqual(119);
    await sessionsOf(actor.personId, `expire = localtimestamp - interval '1 second'`);
    await me.get('/colleagues').expect(401);
  });
});

describe("a person's sessions", () => {
  it('are listed with device and shortened address, and end individually or all except the current one', async () => {
    const { email } = parties.suppliers[0]!;
    const [me, second, third] = [await signIn(stand, email), await signIn(stand, email), await signIn(stand, email)];
    const { sessions } = (await me.get('/account').expect(200)).body;
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    expect(sessions[0].network).toBe('127.0.…');
    expect(JSON.stringify(sessions)).not.toContain('127.0.0.1');
    const own = (await second.get('/account')).body.sessions.find(
      ({ isCurrent }: { isCurrent: boolean }) => isCurrent,
    ).id;
    await me.post(`/account/sessions/${own}/end`).expect(204);
    await second.get('/account').expect(401);
    await me.post('/account/sessions/end-others').expect(204);
    await third.get('/account').expect(401);
    expect((await me.get('/account').expect(200)).body.sessions).toHaveLength(1);
  });

  it('cannot be ended by another person', async () => {
    const [me, other] = [
      await signIn(stand, parties.suppliers[0]!.email),
      await signIn(stand, parties.suppliers[1]!.email),
    ];
    const { sessions } = (await me.get('/account')).body;
    await other.post(`/account/sessions/${sessions[0].id}/end`).expect(404);
    await me.get('/account').expect(200);
  });
});

describe('describeDevice', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    ['curl/8', null, null],
  ])('guesses %s', (userAgent, browser, system) => {
    expect(describeDevice(userAgent)).toEqual({ browser, system });
  });
});

describe('many visitors from one address', () => {
  it('are rate-limited after three hundred requests a minute', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 310 }, async () => (await request(server()).get('/session')).status),
    );
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(300);
  });
});
