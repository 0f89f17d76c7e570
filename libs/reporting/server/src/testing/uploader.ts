import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import type { TestApp } from '@tallgrunn/platform/testing';
import { TEST_PASSWORD } from '@tallgrunn/identity-server/testing';

export interface Uploader {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  upload(path: string, name: string, text: string | Buffer, fields?: Record<string, string>): request.Test;
}

/** Signs a person in over HTTP and returns a client that can upload files. */
export async function uploader(stand: TestApp, email: string): Promise<Uploader> {
  const agent = request.agent(stand.app.getHttpServer() as Server);
  const before = await agent.get('/session').expect(200);
  const { body } = await agent
    .post('/session')
    .set('x-csrf-token', before.body.csrfToken)
    .send({ email, password: TEST_PASSWORD })
    .expect(200);
  return {
    get: (path) => agent.get(path),
    post: (path, sent = {}) => agent.post(path).set('x-csrf-token', body.csrfToken).send(sent),
    upload: (path, name, text, fields = {}) =>
      agent.post(path).set('x-csrf-token', body.csrfToken).field(fields).attach('file', Buffer.from(text), name),
  };
}

export async function checked(who: Uploader, versionId: string) {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await who.get(`/report-versions/${versionId}`).expect(200);
    if (body.state !== 'received' || body.progress?.state === 'failed') return body;
    await sleep(100);
  }
  throw new Error('The version was never checked.');
}
/** Uploads a file for an obligation and waits for its check. */
export const send = async (uploader: Uploader, obligationId: string, text: string | Buffer, name = 'mars.csv') =>
  checked(uploader, (await uploader.upload(`/obligations/${obligationId}/versions`, name, text).expect(202)).body.id);
