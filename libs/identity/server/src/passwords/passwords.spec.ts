import type { Server } from 'node:http';
import request from 'supertest';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '../room.ts';
import { createApiKey, setUpParties, signIn, TEST_PASSWORD, type Parties } from '../testing.ts';

const NEW_PASSWORD = 'gul sykkel under broen';
let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
  // The client address is taken from the header, as behind a proxy.
  (stand.app.getHttpAdapter().getInstance() as { set(name: string, value: unknown): void }).set('trust proxy', true);
});
afterAll(() => stand.close());

let visitorCount = 0;

/** Returns a client that is not signed in, with its own address. */
async function visitor() {
  const address = `203.0.113.${(visitorCount += 1)}`;
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const { body } = await agent.get('/session').expect(200);
  return {
    post: (path: string, content: object) =>
      agent.post(path).set('x-csrf-token', body.csrfToken).set('x-forwarded-for', address).send(content),
  };
}

const canSignIn = async (email: string, password: string) =>
  (await (await visitor()).post('/session', { email, password })).status === 200;

/** Requests reset links and returns their tokens, oldest first. */
async function linksFor(email: string, count: number): Promise<string[]> {
  const { post } = await visitor();
  for (let n = 0; n < count; n += 1) await post('/password-resets', { email }).expect(202);
  const texts = (await stand.deliverMail()).filter(
    (text) => text.includes(`To: ${email}`) && text.includes('new-password/'),
  );
  return texts.map((text) => /new-password\/(\S+)/.exec(text)?.[1] ?? '').slice(-count);
}

describe('ResetPassword', () => {
  it('invalidates other links, ends all sessions and sends a notice', async () => {
    const { email } = parties.buyers[0]!;
    const me = await signIn(stand, email);
    const tokens = await linksFor(email, 3);
    const { post } = await visitor();
    await post(`/password-resets/${tokens[1]}`, { password: NEW_PASSWORD }).expect(204);
    for (const token of tokens)
      expect((await post(`/password-resets/${token}`, { password: 'en helt annen lang setning' })).status).toBe(410);
    await me.get('/account').expect(401);
    expect([await canSignIn(email, NEW_PASSWORD), await canSignIn(email, TEST_PASSWORD)]).toEqual([true, false]);
    expect(
      (await stand.deliverMail()).some(
        (text) => text.includes(`To: ${email}`) && text.includes('Du har fått nytt passord'),
      ),
    ).toBe(true);
  });

  it('works once for two concurrent requests', async () => {
    const [token] = await linksFor(parties.buyers[1]!.email, 1);
    const { post } = await visitor();
    const answers = await Promise.all(
      [1, 2].map((n) => post(`/password-resets/${token}`, { password: `gul sykkel nummer ${n} under broen` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('lists the valid API keys, and revokes them on request', async () => {
    const { email, actor } = parties.suppliers[1]!;
    const key = await createApiKey(stand, actor, ['report:check'], 'Visma');
    const callWithKey = () =>
      request(stand.app.getHttpServer() as Server)
        .get('/account')
        .set('authorization', `Bearer ${key}`);
    const { post } = await visitor();
    const [first] = await linksFor(email, 1);
    await post(`/password-resets/${first}`, { password: NEW_PASSWORD }).expect(204);
    expect(
      (await stand.deliverMail()).some((text) => text.includes(`To: ${email}`) && text.includes('Visma (tg_')),
    ).toBe(true);
    expect((await callWithKey()).body.code).toBe('route-not-available-to-api-keys');
    const [second] = await linksFor(email, 1);
    await post(`/password-resets/${second}`, { password: 'rød sykkel over den broen', revokeApiKeys: true }).expect(
      204,
    );
    expect((await callWithKey()).body).toMatchObject({ code: 'api-key-rejected', params: { reason: 'revoked' } });
  });

  it('rejects weak passwords with a reason, and keeps the link valid', async () => {
    const [token] = await linksFor(parties.suppliers[1]!.email, 1);
    const { post } = await visitor();
    for (const password of [
      'aaaaaaaaaaaa',
      '123456789012',
      'passordpassord',
      'Sommer2026!!',
      'finnskogfinnskog',
      'Solgløtt-Frukt-2026',
    ]) {
      const { status, body } = await post(`/password-resets/${token}`, { password });
      expect([password, status, body.code, body.issues?.[0]?.path]).toEqual([
        password,
        422,
        'password-weak',
        'password',
      ]);
    }
    await post(`/password-resets/${token}`, { password: 'en helt annen lang setning' }).expect(204);
  });
});

describe('ChangePassword', () => {
  it('requires the current one, ends other sessions, renews this session, and sends a notice', async () => {
    const { email } = parties.suppliers[0]!;
    const [me, elsewhere] = [await signIn(stand, email), await signIn(stand, email)];
    const [open] = await linksFor(email, 1);
    const wrong = await me.post('/account/password', { currentPassword: 'not the password', password: NEW_PASSWORD });
    expect([wrong.status, wrong.body.code]).toEqual([403, 'password-wrong']);
    const weak = await me.post('/account/password', {
      currentPassword: TEST_PASSWORD,
      password: `${email.split('@')[0]}`.slice(0, 40),
    });
    expect(weak.body.code).toBe('password-weak');
    const changed = await me
      .post('/account/password', { currentPassword: TEST_PASSWORD, password: NEW_PASSWORD })
      .expect(204);
    expect(changed.headers['set-cookie']?.[0]).toMatch(/tallgrunn=/);
    await me.get('/account').expect(200);
    await elsewhere.get('/account').expect(401);
    expect(
      (await (await visitor()).post(`/password-resets/${open}`, { password: 'en helt annen lang setning' })).status,
    ).toBe(410);
    expect(
      (await stand.deliverMail()).some(
        (text) => text.includes(`To: ${email}`) && text.includes('er endret. Du er logget ut på alle andre enheter'),
      ),
    ).toBe(true);
    expect(await canSignIn(email, NEW_PASSWORD)).toBe(true);
  });
});
