import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startObjectStore, type ObjectStore } from '../testing/object-store.ts';
import { FileStoreUnavailable } from './file-storage.ts';
import { S3Requests } from './s3-requests.ts';
import { S3Storage } from './s3-storage.ts';
import type { S3Settings } from './s3-settings.ts';

let store: ObjectStore;
let folder = '';
let server: Server | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-spec-'));
  store = await startObjectStore();
}, 60_000);
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});
afterAll(async () => {
  await store.stop();
  await rm(folder, { recursive: true, force: true });
});

const storageWith = (settings: Partial<S3Settings>) => new S3Storage({ ...store.settings, ...settings }, folder);

/** Starts a service that responds to every request with the next of these statuses and bodies. */
async function serviceOf(...responses: readonly (readonly [status: number, body: string])[]) {
  const paths: string[] = [];
  server = createServer((request, response) => {
    const [status, body] = responses[Math.min(paths.length, responses.length - 1)]!;
    paths.push(`${request.method} ${request.url} ${request.headers.host}`);
    request.resume().on('end', () => response.writeHead(status).end(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { paths, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('a wrong setting of the object store', () => {
  it.each([
    [{ bucket: 'not-there' }, /^S3_BUCKET is not-there, and http:.* has no such bucket: create it/],
    [{ accessKeyId: 'AKIDUNKNOWN' }, /^S3_ACCESS_KEY_ID is not a key that http:.* knows/],
    [
      { endpoint: 'http://127.0.0.1:1' },
      /^The object store at http:\/\/127\.0\.0\.1:1 .* cannot be reached: .*REFUSED/,
    ],
    [{ endpoint: 'http://no-such-host.invalid' }, /cannot be reached: .*(ENOTFOUND|EAI_AGAIN)/],
  ])('is one sentence without the secret: %j', async (settings, sentence) => {
    const fault = await storageWith(settings as Partial<S3Settings>).fault('write');
    expect(fault).toMatch(sentence);
    expect(fault).not.toMatch(/4711|\n/);
  });

  it.each([
    ['SignatureDoesNotMatch', 403, /^S3_SECRET_ACCESS_KEY is not the secret of S3_ACCESS_KEY_ID/],
    ['AccessDenied', 403, /^The key in S3_ACCESS_KEY_ID may not list, read, write and delete in the bucket/],
    ['', 403, /^The key in S3_ACCESS_KEY_ID may not/],
    ['AuthorizationHeaderMalformed', 400, /^S3_REGION is us-east-1, and the bucket/],
    ['', 301, /^S3_REGION is us-east-1/],
    ['RequestTimeTooSkewed', 403, /set the clock/],
    ['NotImplemented', 501, /responds with 501 NotImplemented/],
  ])('of the service, %s (%d), is one sentence', async (code, status, sentence) => {
    const { endpoint } = await serviceOf([status, code && `<Error><Code>${code}</Code></Error>`]);
    const fault = await storageWith({ endpoint, secretAccessKey: () => 'secret-4711' }).fault('read');
    expect(fault).toMatch(sentence);
    expect(fault).not.toMatch(/4711|\n/);
  });
});

describe('a request to the object store', () => {
  it('is repeated when the service could not serve it', async () => {
    const { endpoint, paths } = await serviceOf(
      [503, '<Error><Code>SlowDown</Code></Error>'],
      [500, ''],
      [200, 'bytes'],
    );
    const requests = new S3Requests({ ...store.settings, endpoint });
    expect([await requests.text({ method: 'GET', key: 'a' }), paths.length]).toEqual(['bytes', 3]);
  });

  it('fails after three attempts, and the local file of an upload remains', async () => {
    const { endpoint, paths } = await serviceOf([503, '']);
    const file = path.join(folder, 'upload');
    await writeFile(file, 'bytes');
    const sha256 = createHash('sha256').update('bytes').digest('hex');
    const storage = new S3Storage({ ...store.settings, endpoint }, folder);
    await expect(storage.store('a', { path: file, sizeBytes: 5, sha256 })).rejects.toThrow(FileStoreUnavailable);
    expect([paths.length, existsSync(file)]).toEqual([3, true]);
  });

  it.each([
    ['read', 1],
    ['write', 3],
  ] as const)('that looks for faults to %s is sent at most %d times', async (attempt, times) => {
    const { endpoint, paths } = await serviceOf([500, '']);
    expect(await storageWith({ endpoint }).fault(attempt)).toMatch(/responds with 500/);
    expect(paths.length).toBe(times);
  });

  it('is given up when the service is silent', async () => {
    const requests = new S3Requests(store.settings);
    store.suspend();
    await expect(requests.text({ method: 'GET', key: 'a', attempts: 1, patienceMs: 300 })).rejects.toThrow(
      /cannot be reached: no sign for 0\.3 seconds/,
    );
    store.resume();
  });

  it('has the bucket in the host name where the settings say so', async () => {
    const { endpoint, paths } = await serviceOf([200, '']);
    const settings = {
      ...store.settings,
      endpoint: endpoint.replace('127.0.0.1', 'localhost'),
      hasBucketInPath: false,
    };
    const requests = new S3Requests(settings);
    // names below localhost are not resolved everywhere: the fault then names the host
    const response = await requests.text({ method: 'HEAD', key: 'a/b c', attempts: 1 }).catch(String);
    expect([...paths, response].join(' ')).toMatch(/tallgrunn-files\.localhost/);
  });

  it('reports a copy that failed after its first byte', async () => {
    const { endpoint } = await serviceOf([200, '<Error><Code>InternalError</Code></Error>']);
    await expect(storageWith({ endpoint }).copy('a', 'b')).rejects.toThrow(/responds with 500 InternalError/);
  });
});
