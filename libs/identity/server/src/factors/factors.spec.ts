import type { Server } from 'node:http';
import { Secret, TOTP } from 'otpauth';
import request from 'supertest';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '../room.ts';
import { SetUpParties } from '../set-up-parties.ts';
import { administrator, setUpParties, TEST_PASSWORD, type Parties } from '../testing.ts';
import { TestPasskey } from '../testing-authenticator.ts';

let stand: TestApp;
let parties: Parties;
let addressCount = 0;

beforeAll(async () => {
  stand = await setUpTestApp([identity], { signIn: { secondFactor: 'required' } });
  parties = await setUpParties(stand);
  (stand.app.getHttpAdapter().getInstance() as { set(name: string, value: unknown): void }).set('trust proxy', true);
});
afterAll(() => stand.close());
beforeEach(() => stand.asOwner('delete from identity.attempt'));

/** Returns a client with its own address, cookies and current CSRF token. */
function visitor() {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const address = `203.0.113.${(addressCount += 1)}`;
  let token = '';
  const remember = (response: request.Response) => {
    if (typeof response.body?.csrfToken === 'string') token = response.body.csrfToken;
    return response;
  };
  const get = async (path: string) => remember(await agent.get(path).set('x-forwarded-for', address));
  const post = async (path: string, body: object = {}) => {
    if (token === '') await get('/session');
    return remember(await agent.post(path).set('x-csrf-token', token).set('x-forwarded-for', address).send(body));
  };
  const signIn = (email: string, password = TEST_PASSWORD) => post('/session', { email, password });
  /** The token changes with the session id. */
  const refresh = () => get('/session');
  return { get, post, signIn, refresh };
}

const codeAt = (secret: string, offsetSeconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + offsetSeconds * 1000 });

async function addTotp(email: string) {
  const me = visitor();
  await me.signIn(email);
  const { secret, qrSvg } = (await me.post('/account/totp')).body;
  const confirmed = await me.post('/account/totp/confirm', { code: codeAt(secret) });
  await me.refresh();
  return { me, secret: secret as string, qrSvg: qrSvg as string, codes: confirmed.body.codes as string[] };
}

async function addPasskey(email: string, passkey = new TestPasskey()) {
  const me = visitor();
  await me.signIn(email);
  const { options } = (await me.post('/account/passkeys/challenge')).body;
  const added = await me.post('/account/passkeys', { name: 'Telefonen min', response: passkey.create(options) });
  await me.refresh();
  return { me, passkey, added };
}

describe('role that requires a second factor', () => {
  it('opens only the account until a factor is added', async () => {
    const me = visitor();
    expect((await me.signIn(parties.manager.email)).body).toMatchObject({
      requiresSecondFactor: true,
      awaitedFactors: [],
    });
    const refused = await me.get('/colleagues');
    expect([refused.status, refused.body.code]).toEqual([403, 'second-factor-required']);
    expect((await me.get('/account')).status).toBe(200);
    const { secret } = (await me.post('/account/totp')).body;
    expect((await me.post('/account/totp/confirm', { code: codeAt(secret) })).body.codes).toHaveLength(10);
    expect((await me.refresh()).body.requiresSecondFactor).toBe(false);
    expect((await me.get('/colleagues')).status).toBe(200);
    expect((await me.post('/account/totp/remove')).body.code).toBe('second-factor-needed');
  });

  it('does not affect other roles', async () => {
    const me = visitor();
    expect((await me.signIn(parties.buyers[0]!.email)).body.requiresSecondFactor).toBe(false);
    expect((await me.get('/colleagues')).status).toBe(200);
  });
});

describe('one-time codes', () => {
  it('are required after the password, and each is accepted once', async () => {
    const { secret, qrSvg } = await addTotp(parties.buyers[1]!.email);
    expect(qrSvg).toMatch(/^<svg/);
    const me = visitor();
    expect((await me.signIn(parties.buyers[1]!.email)).body).toMatchObject({
      person: null,
      awaitedFactors: ['totp', 'recovery-code'],
    });
    expect((await me.get('/account')).status).toBe(401);
    expect((await me.post('/session/totp', { code: codeAt(secret) })).body.code).toBe('code-wrong');
    expect((await me.post('/session/totp', { code: codeAt(secret, 30) })).body.person.email).toBe(
      parties.buyers[1]!.email,
    );
    const other = visitor();
    await other.signIn(parties.buyers[1]!.email);
    expect((await other.post('/session/totp', { code: codeAt(secret, 30) })).body.code).toBe('code-wrong');
  });

  it('are rejected without a password first', async () => {
    expect((await visitor().post('/session/totp', { code: '123456' })).body.code).toBe('sign-in-expired');
  });

  it('slow down guessing from all networks', async () => {
    const { email } = parties.buyers[1]!;
    const refusals: unknown[] = [];
    for (let n = 0; n < 4; n += 1) {
      const me = visitor();
      await me.signIn(email);
      for (let i = 0; i < 3; i += 1)
        refusals.push((await me.post('/session/totp', { code: '000000' })).body.params.retryAfterSeconds);
    }
    expect(refusals.filter((seconds) => seconds === undefined)).toHaveLength(10);
  });

  it('are encrypted at rest', async () => {
    const { secret } = await addTotp(parties.suppliers[0]!.email);
    const [row] = await stand.asOwner<{ sealed: Buffer }>(
      'select sealed_secret as sealed from identity.totp_secret order by created_at desc limit 1',
    );
    expect(row!.sealed.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
    expect(row!.sealed.toString('latin1')).not.toContain(secret);
  });
});

describe('recovery codes', () => {
  it('replace the factor, work once each, and are stored as hashes', async () => {
    const { me, codes } = await addTotp(parties.suppliers[1]!.email);
    expect(new Set(codes).size).toBe(10);
    const use = async (code: string) => {
      const other = visitor();
      await other.signIn(parties.suppliers[1]!.email);
      return (await other.post('/session/recovery-code', { code })).body;
    };
    expect((await use(codes[3]!.toLowerCase().replaceAll('-', ' '))).person).not.toBeNull();
    expect((await use(codes[3]!)).code).toBe('code-wrong');
    expect((await me.get('/account')).body.recoveryCodesLeft).toBe(9);
    const rows = await stand.asOwner<{ whole: string }>('select c::text as whole from identity.recovery_code c');
    expect(
      rows.some(({ whole }) => codes.some((code) => whole.includes(code) || whole.includes(code.replaceAll('-', '')))),
    ).toBe(false);
    const fresh = (await me.post('/account/recovery-codes')).body.codes as string[];
    expect((await use(codes[4]!)).code).toBe('code-wrong');
    expect((await use(fresh[0]!)).person).not.toBeNull();
  });
});

/** Returns a signed-in administrator of the cooperative who has a passkey. */
async function administratorWithPasskey(email: string) {
  await administrator(stand, parties, email);
  return addPasskey(email);
}

/** Returns a client with a passkey challenge. */
async function challenged() {
  const me = visitor();
  const { options } = (await me.post('/session/passkey/challenge')).body;
  return { me, options };
}

describe('passkey', () => {
  it('signs in on its own, as two factors', async () => {
    const { passkey, added } = await administratorWithPasskey('first@example.no');
    expect([added.status, added.body.codes.length]).toEqual([200, 10]);
    const { me, options } = await challenged();
    const signed = await me.post('/session/passkey', { response: passkey.get(options) });
    expect(signed.body).toMatchObject({ person: { email: 'first@example.no' }, requiresSecondFactor: false });
    expect((await me.get('/colleagues')).status).toBe(200);
  });

  it('completes a password sign-in of its own person only', async () => {
    const own = await administratorWithPasskey('second@example.no');
    const other = await administratorWithPasskey('third@example.no');
    for (const [passkey, status] of [
      [other.passkey, 422],
      [own.passkey, 200],
    ] as const) {
      const me = visitor();
      expect((await me.signIn('second@example.no')).body.awaitedFactors).toEqual(['passkey', 'recovery-code']);
      const { options } = (await me.post('/session/passkey/challenge')).body;
      expect((await me.post('/session/passkey', { response: passkey.get(options) })).status).toBe(status);
    }
  });

  it('confirms a sign-in for routes that need a recent one', async () => {
    const { me, passkey } = await administratorWithPasskey('fourth@example.no');
    const { options } = (await me.post('/session/passkey/challenge')).body;
    expect((await me.post('/session/passkey', { response: passkey.get(options) })).body.person.email).toBe(
      'fourth@example.no',
    );
    expect((await me.post('/account/recovery-codes')).status).toBe(200);
  });

  it('is rejected when replayed, for another site, or without user verification', async () => {
    const { passkey } = await administratorWithPasskey('fifth@example.no');
    const first = await challenged();
    const response = passkey.get(first.options);
    expect((await first.me.post('/session/passkey', { response })).status).toBe(200);
    const second = await challenged();
    expect((await second.me.post('/session/passkey', { response })).body.code).toBe('passkey-refused');
    expect((await second.me.post('/session/passkey', { response: passkey.get(second.options) })).body.code).toBe(
      'passkey-challenge-expired',
    );
    for (const changes of [{ isVerified: false }, { origin: 'http://localhost.evil.example' }]) {
      const { me, options } = await challenged();
      expect((await me.post('/session/passkey', { response: passkey.get(options, changes) })).body.code).toBe(
        'passkey-refused',
      );
    }
    passkey.signatureCount = 0; // as a cloned device would count
    const copy = await challenged();
    expect((await copy.me.post('/session/passkey', { response: passkey.get(copy.options) })).body.code).toBe(
      'passkey-refused',
    );
  });

  it('is not added from another site, and not twice', async () => {
    const { me, passkey } = await administratorWithPasskey('sixth@example.no');
    const foreign = new TestPasskey('http://evil.example');
    for (const [key, code] of [
      [foreign, 'passkey-refused'],
      [passkey, 'passkey-already-added'],
    ] as const) {
      const { options } = (await me.post('/account/passkeys/challenge')).body;
      expect((await me.post('/account/passkeys', { name: 'x', response: key.create(options) })).body.code).toBe(code);
    }
  });
});

describe("a colleague's factors", () => {
  const colleagueOf = async (by: Awaited<ReturnType<typeof addPasskey>>['me'], email: string): Promise<string> =>
    (await by.get('/colleagues')).body.find((each: { email: string }) => each.email === email).id;

  it('are reset by an administrator, with an e-mail and the end of all sessions', async () => {
    const email = 'kollega.uten.telefon@example.no';
    await administrator(stand, parties, email);
    const { me: colleague } = await addTotp(email);
    const { me: boss } = await administratorWithPasskey('sjef@example.no');
    expect((await boss.post(`/memberships/${await colleagueOf(boss, email)}/reset-factors`)).status).toBe(204);
    expect((await colleague.get('/account')).status).toBe(401);
    expect((await visitor().signIn(email)).body).toMatchObject({ person: { email }, requiresSecondFactor: true });
    expect(
      (await stand.deliverMail()).some(
        (text) => text.includes(`To: ${email}`) && text.includes('En administrator i virksomheten din har fjernet'),
      ),
    ).toBe(true);
  });

  it('are not reset for oneself, or for a member of another organisation', async () => {
    const { me: boss } = await administratorWithPasskey('sjef.to@example.no');
    expect(
      (await boss.post(`/memberships/${await colleagueOf(boss, 'sjef.to@example.no')}/reset-factors`)).body.code,
    ).toBe('own-account');
    const email = 'to.steder@example.no';
    await administrator(stand, parties, email);
    await stand.get(UnitOfWork).run(parties.system, () =>
      stand.get(SetUpParties).addMember({
        organisationId: parties.buyers[0]!.organisationId,
        role: 'buyer',
        name: email,
        email,
        password: null,
      }),
    );
    expect((await boss.post(`/memberships/${await colleagueOf(boss, email)}/reset-factors`)).body.code).toBe(
      'person-in-other-organisations',
    );
  });
});
