import { createHash, createHmac } from 'node:crypto';

export interface SigningKey {
  readonly region: string;
  readonly accessKeyId: string;
  /** A function, so that no log and no JSON of the settings contains the secret. */
  readonly secretAccessKey: () => string;
}

export interface RequestToSign {
  readonly method: string;
  /** Host with port, as in the header. */
  readonly host: string;
  /** Percent-encoded path. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Other headers that the signature covers, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly payloadSha256: string;
}

/** SHA-256 of no bytes. */
export const EMPTY_SHA256 = createHash('sha256').digest('hex');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Percent-encodes all but the unreserved characters of RFC 3986. */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Returns the query in the order and encoding that the signature covers. */
export const canonicalQuery = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .toSorted()
    .join('&');

/**
 * Signs a request to an S3-compatible service. Returns all headers to send. Source: AWS Signature Version 4, with the
 * hash of the payload in `x-amz-content-sha256`.
 */
export function signRequest(request: RequestToSign, key: SigningKey, now = new Date()): Record<string, string> {
  const moment = now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const scope = `${moment.slice(0, 8)}/${key.region}/s3/aws4_request`;
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.host,
    'x-amz-content-sha256': request.payloadSha256,
    'x-amz-date': moment,
  };
  const names = Object.keys(headers).toSorted();
  const signedHeaders = names.join(';');
  const canonicalRequest = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    signedHeaders,
    request.payloadSha256,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonicalRequest)].join('\n');
  const signingKey = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${key.secretAccessKey()}`);
  const signature = hmac(signingKey, toSign).toString('hex');
  headers['authorization'] =
    `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${scope},SignedHeaders=${signedHeaders},Signature=${signature}`;
  return headers;
}
