/**
 * With modules of its own, since it replaces a function of node:crypto.
 * @jest-environment node
 */
import { Client } from 'pg';
import request from 'supertest';
import type { Server } from 'node:http';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '../room.ts';
import { setUpParties, TEST_PASSWORD, type Parties } from '../testing.ts';

/** Number of password hashes computed. */
let hashCount = 0;
jest.mock('node:crypto', () => {
  const real = jest.requireActual<typeof import('node:crypto')>('node:crypto');
  const argon2: typeof real.argon2 = (...given) => {
    hashCount += 1;
    return real.argon2(...given);
  };
  return { ...real, argon2 };
});

let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
  // The client address is taken from the header, as behind a proxy.
  (stand.app.getHttpAdapter().getInstance() as { set(name: string, value: unknown): void }).set('trust proxy', true);
});
afterAll(() => stand.close());
beforeEach(() => stand.asOwner('delete from identity.attempt'));

async function attempt(email: string, password: string, address = '203.0.113.1') {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const { body } = await agent.get('/session');
  return agent
    .post('/session')
    .set('x-csrf-token', body.csrfToken)
    .set('x-forwarded-for', address)
    .send({ email, password });
}
const resultOf = async (...given: Parameters<typeof attempt>) => {
  const { status, body } = await attempt(...given);
  return [status, body.code, body.params];
};

describe('wrong passwords', () => {
  const wrong = 'not the password at all';

  it('delay the next attempt from the same network progressively, even with the right password', async () => {
    const { email } = parties.buyers[0]!;
    for (let n = 0; n < 5; n += 1) expect(await resultOf(email, wrong)).toEqual([401, 'sign-in-failed', {}]);
    expect(await resultOf(email, TEST_PASSWORD)).toEqual([401, 'sign-in-failed', { retryAfterSeconds: 5 }]);
    const waits: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      await stand.asOwner('update identity.attempt set blocked_until = now()');
      if (n === 5) await stand.asOwner('update identity.attempt set failure_count = 50');
      await attempt(email, wrong);
      waits.push((await resultOf(email, wrong))[2].retryAfterSeconds);
    }
    expect(waits.slice(0, 5)).toEqual([10, 20, 40, 80, 160]);
    expect(waits[5]).toBeLessThanOrEqual(900);
    expect(waits[5]).toBeGreaterThan(800);
  });

  it('from one network never lock out another network', async () => {
    const { email } = parties.buyers[0]!;
    for (let n = 0; n < 12; n += 1) await attempt(email, wrong, '198.51.100.7');
    expect((await attempt(email, TEST_PASSWORD, '203.0.113.9')).status).toBe(200);
    expect((await attempt(email, TEST_PASSWORD, '198.51.100.7')).status).toBe(401);
  });

  it('from many networks delay new networks, reject none, and exempt networks that have succeeded', async () => {
    const { email } = parties.buyers[0]!;
    const own = '203.0.113.9';
    await attempt(email, TEST_PASSWORD, own);
    for (let n = 0; n < 24; n += 1) await attempt(email, wrong, `198.51.100.${n}`);
    const timed = async (address: string) => {
      const began = performance.now();
      expect((await attempt(email, TEST_PASSWORD, address)).status).toBe(200);
      return performance.now() - began;
    };
    expect(await timed('192.0.2.1')).toBeGreaterThan(1200);
    const [row] = await stand.asOwner<{ n: number }>('select max(failure_count)::int as n from identity.attempt');
    expect(row?.n).toBeGreaterThan(20);
    expect(await timed(own)).toBeLessThan(1200);
  });

  it('all count when they are concurrent', async () => {
    const { email } = parties.suppliers[1]!;
    const answers = await Promise.all(Array.from({ length: 12 }, () => resultOf(email, wrong, '203.0.113.2')));
    expect(answers.filter(([, , params]) => params.retryAfterSeconds === undefined)).toHaveLength(5);
  });

  it('take the same work and response whether or not the account exists', async () => {
    const workOf = async (email: string) => {
      hashCount = 0;
      const answers: unknown[] = [];
      for (let n = 0; n < 8; n += 1) answers.push(await resultOf(email, wrong, '203.0.113.77'));
      return { hashCount, answers };
    };
    const existing = await workOf(parties.manager.email);
    expect(existing.hashCount).toBe(5);
    expect(await workOf('nobody@example.no')).toEqual(existing);
  });

  it('are stored without address and account', async () => {
    await attempt(parties.manager.email, wrong, '203.0.113.55');
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    const { rows } = await client.query<{ whole: string }>('select a::text as whole from identity.attempt a');
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ whole }) => whole).join()).not.toMatch(/203\.0|@/);
  });
});

describe('password reset requests', () => {
  it('get the same response, and send at most three e-mails to one address in a row', async () => {
    const { email } = parties.suppliers[0]!;
    const agent = request.agent(stand.app.getHttpServer() as Server);
    const { body } = await agent.get('/session');
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push((await agent.post('/password-resets').set('x-csrf-token', body.csrfToken).send({ email })).status);
    expect([...new Set(statuses)]).toEqual([202]);
    expect((await stand.deliverMail()).filter((text) => text.includes(email))).toHaveLength(3);
  });
});
