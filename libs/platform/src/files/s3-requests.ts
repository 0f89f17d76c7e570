import { createReadStream } from 'node:fs';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isMissingFile, type LocalBytes } from './file-storage.ts';
import { faultOfNetwork, faultOfResponse, S3Fault } from './s3-faults.ts';
import type { S3Settings } from './s3-settings.ts';
import { canonicalQuery, EMPTY_SHA256, percentEncode, signRequest } from './sign-request.ts';

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Key with prefix; undefined: the bucket. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: LocalBytes;
  /** Number of attempts. Default: 3. */
  readonly attempts?: number;
  /** Longest silence of the service, ms. Default: that of the requests. */
  readonly patienceMs?: number;
}

export type ObserveRequest = (method: string, outcome: 'ok' | 'missing' | 'failed', seconds: number) => void;

const PATIENCE_MS = 30_000;
const PAUSES_MS = [200, 1000];
/** A listing of 1,000 keys has about 400 kB. */
const BODY_CHARACTERS_MAX = 8_000_000;
const SOCKETS_MAX = 32;

/**
 * Signed requests to an S3-compatible service. Bodies are streamed from files and to the caller. A request that the
 * service could not serve is repeated: every request here has the same effect however often it is sent.
 */
export class S3Requests {
  readonly #url: URL;
  readonly #isTls: boolean;
  readonly #agent: HttpAgent;

  constructor(
    private readonly settings: S3Settings,
    private readonly observe: ObserveRequest = () => undefined,
  ) {
    this.#url = new URL(settings.endpoint);
    this.#isTls = this.#url.protocol === 'https:';
    const options = { keepAlive: true, maxSockets: SOCKETS_MAX };
    this.#agent = this.#isTls ? new HttpsAgent(options) : new HttpAgent(options);
  }

  /**
   * Sends a request and returns the successful response. The caller must read its body.
   * @throws S3Fault
   */
  async send(request: S3Request): Promise<IncomingMessage> {
    const attempts = request.attempts ?? PAUSES_MS.length + 1;
    for (let attempt = 1; ; attempt += 1) {
      const began = performance.now();
      const note = (outcome: 'ok' | 'missing' | 'failed') =>
        this.observe(request.method, outcome, (performance.now() - began) / 1000);
      try {
        const response = await this.#attempt(request);
        note('ok');
        return response;
      } catch (error) {
        note(error instanceof S3Fault && error.isMissing ? 'missing' : 'failed');
        if (!(error instanceof S3Fault) || !error.isTransient || attempt >= attempts) throw error;
        await pause(PAUSES_MS[attempt - 1]);
      }
    }
  }

  /** Sends a request and returns the body of the response as text. @throws S3Fault */
  async text(request: S3Request): Promise<string> {
    const response = await this.send(request);
    try {
      return await textOf(response);
    } catch (error) {
      throw faultOfNetwork(this.settings, error);
    }
  }

  /** Returns the path of a key, or of the bucket, in a `x-amz-copy-source`. */
  sourceOf(key: string): string {
    return `/${this.settings.bucket}/${encodedKey(key)}`;
  }

  async #attempt(request: S3Request): Promise<IncomingMessage> {
    const response = await this.#respond(request).catch((error: unknown) => {
      throw isMissingFile(error) ? error : faultOfNetwork(this.settings, error); // ENOENT: the local file is gone
    });
    const { statusCode = 0 } = response;
    if (statusCode >= 200 && statusCode < 300) return response;
    throw faultOfResponse(this.settings, statusCode, await textOf(response).catch(() => ''));
  }

  #respond({ method, key, query = {}, headers = {}, body, patienceMs = PATIENCE_MS }: S3Request) {
    const { bucket, hasBucketInPath } = this.settings;
    const host = hasBucketInPath ? this.#url.host : `${bucket}.${this.#url.host}`;
    const path = `/${hasBucketInPath ? `${bucket}/` : ''}${key === undefined ? '' : encodedKey(key)}`;
    const signed = signRequest(
      { method, host, path, query, headers, payloadSha256: body?.sha256 ?? EMPTY_SHA256 },
      this.settings,
    );
    const options: RequestOptions = {
      method,
      host: hasBucketInPath ? bare(this.#url.hostname) : `${bucket}.${this.#url.hostname}`,
      port: this.#url.port || (this.#isTls ? 443 : 80),
      path: Object.keys(query).length > 0 ? `${path}?${canonicalQuery(query)}` : path,
      headers: { ...signed, ...(method === 'PUT' && { 'content-length': String(body?.sizeBytes ?? 0) }) },
      agent: this.#agent,
    };
    return new Promise<IncomingMessage>((resolve, reject) => {
      const sent = this.#isTls ? httpsRequest(options) : httpRequest(options);
      sent.on('error', reject);
      sent.setTimeout(patienceMs, () => sent.destroy(new Error(`no sign for ${patienceMs / 1000} seconds`)));
      sent.once('response', (response) => {
        sent.setTimeout(0); // from here on the pace is that of the reader
        resolve(response);
      });
      if (body) pipeline(createReadStream(body.path), sent).catch(reject);
      else sent.end();
    });
  }
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '');

const encodedKey = (key: string): string => key.split('/').map(percentEncode).join('/');

async function textOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of response.setEncoding('utf8')) {
    text += piece as string;
    if (text.length > BODY_CHARACTERS_MAX) throw new Error('the response is too long');
  }
  return text;
}
