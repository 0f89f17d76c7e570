import type { Server } from 'node:http';
import request from 'supertest';
import { TEST_PASSWORD } from '@tallgrunn/identity-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';

/** A client of the HTTP API, signed in or not. Requests carry its session and CSRF token. */
export interface Caller {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  put(path: string, body?: object): request.Test;
  patch(path: string, body?: object): request.Test;
  delete(path: string): request.Test;
  upload(
    path: string,
    file: { name: string; content: string | Uint8Array },
    fields?: Record<string, string>,
  ): request.Test;
}

type Agent = ReturnType<typeof request.agent>;

function callerOf(agent: Agent, headers: Record<string, string>, prefix = ''): Caller {
  return {
    get: (path) => agent.get(`${prefix}${path}`).set(headers),
    post: (path, body = {}) => agent.post(`${prefix}${path}`).set(headers).send(body),
    put: (path, body = {}) => agent.put(`${prefix}${path}`).set(headers).send(body),
    patch: (path, body = {}) => agent.patch(`${prefix}${path}`).set(headers).send(body),
    delete: (path) => agent.delete(`${prefix}${path}`).set(headers),
    upload: (path, { name, content }, fields = {}) =>
      agent.post(`${prefix}${path}`).set(headers).field(fields).attach('file', Buffer.from(content), name),
  };
}

/** Signs in over HTTP. `prefix` is the API's path on a whole server. */
export async function signedIn(
  stand: Pick<TestApp, 'app'>,
  email: string,
  prefix = '',
  password = TEST_PASSWORD,
): Promise<Caller> {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const first = await agent.get(`${prefix}/session`).expect(200);
  const { body } = await agent
    .post(`${prefix}/session`)
    .set('x-csrf-token', first.body.csrfToken)
    .send({ email, password })
    .expect(200);
  return callerOf(agent, { 'x-csrf-token': body.csrfToken }, prefix);
}

/** Returns a client with an anonymous session and its token. `headers` are added to every request. */
export async function anonymous(stand: TestApp, headers: Record<string, string> = {}): Promise<Caller> {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const { body } = await agent.get('/session').expect(200);
  return callerOf(agent, { 'x-csrf-token': body.csrfToken, ...headers });
}

/** Returns a signed-in client without the CSRF token, as a page of another site would use the session. */
export async function withoutToken(stand: TestApp, email: string): Promise<Caller> {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const first = await agent.get('/session').expect(200);
  await agent
    .post('/session')
    .set('x-csrf-token', first.body.csrfToken)
    .send({ email, password: TEST_PASSWORD })
    .expect(200);
  return callerOf(agent, {});
}
