import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import request from 'supertest';
import { startServer, startAllRooms } from './testing.ts';

/** Sign-in attempts permitted per client and minute. */
const PER_MINUTE = 20;

let stand: TestApp;
const served: NestExpressApplication[] = [];
beforeAll(async () => void (stand = await startAllRooms()));
afterAll(async () => {
  for (const app of served) await app.close();
  await stand.close();
});

/**
 * Tries to sign in at a separate server, once more than permitted, and returns the statuses. The n-th request has its
 * own header.
 */
async function signInFrom(
  trustedProxies: Config['trustedProxies'],
  forwardedFor: (n: number) => string,
): Promise<number[]> {
  const app = await startServer(stand, { trustedProxies });
  served.push(app);
  const agent = request.agent(app.getHttpServer() as Server);
  const { body } = await agent.get('/api/v1/session').expect(200);
  const statuses: number[] = [];
  for (let n = 0; n < PER_MINUTE + 1; n += 1) {
    const response = await agent
      .post('/api/v1/session')
      .set('x-csrf-token', body.csrfToken)
      .set('x-forwarded-for', forwardedFor(n))
      .send({});
    statuses.push(response.status);
  }
  return statuses;
}

const passed = Array<number>(PER_MINUTE).fill(400);

describe('the sign-in limit per address', () => {
  const another = (n: number): string => `203.0.113.${n}`;

  it('counts all as one client without trusted proxies, whatever the header', async () => {
    expect(await signInFrom(false, another)).toEqual([...passed, 429]);
  });

  it('counts each client of a trusted proxy separately', async () => {
    expect(await signInFrom(1, another)).toEqual([...passed, 400]);
    expect(await signInFrom(['loopback'], another)).toEqual([...passed, 400]);
  });

  it('counts by the address that the trusted proxy saw, not by the header that the client sent', async () => {
    expect(await signInFrom(1, (n) => `${another(n)}, 198.51.100.7`)).toEqual([...passed, 429]);
  });

  it('ignores headers from outside the trusted networks', async () => {
    expect(await signInFrom(['10.0.0.0/8'], another)).toEqual([...passed, 429]);
  });
});
