import { readFileSync } from 'node:fs';
import { isLoopback, type Unencrypted } from '../transport.ts';
import type { SigningKey } from './sign-request.ts';

/** An S3-compatible service that stores the files of this installation. */
export interface S3Settings extends SigningKey {
  readonly endpoint: string;
  readonly bucket: string;
  /** Beginning of every key: empty, or with a slash at its end. */
  readonly prefix: string;
  /** True: the bucket is in the path of the address. False: it is the first part of the host name. */
  readonly hasBucketInPath: boolean;
}

/**
 * Reads the settings of the object store; null when none is set.
 * @throws Error that names the variable and the expected format, and never a secret
 */
export function readS3Settings(env: NodeJS.ProcessEnv, allowed: ReadonlySet<Unencrypted>): S3Settings | null {
  if (!env['S3_ENDPOINT'] && !env['S3_BUCKET']) return null;
  const secret = secretText(env, 'S3_SECRET_ACCESS_KEY');
  return {
    endpoint: endpointOf(env['S3_ENDPOINT'] ?? '', allowed),
    region: validated(
      env['S3_REGION'] || 'us-east-1',
      /^[a-z0-9-]{1,50}$/,
      'S3_REGION',
      'the region of the bucket, as eu-north-1; us-east-1 where the service has none',
    ),
    bucket: validated(
      env['S3_BUCKET'] ?? '',
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'S3_BUCKET',
      '3 to 63 small letters, digits, dots and hyphens, as tallgrunn-files',
    ),
    prefix: prefixOf(env['S3_PREFIX'] ?? ''),
    hasBucketInPath: onOrOff(env['S3_PATH_STYLE'] || 'on'),
    accessKeyId: secretText(env, 'S3_ACCESS_KEY_ID'),
    secretAccessKey: () => secret,
  };
}

function validated(text: string, pattern: RegExp, name: string, expected: string): string {
  if (pattern.test(text)) return text;
  throw new Error(`${name} is ${JSON.stringify(text)}: write ${expected}.`);
}

function endpointOf(text: string, allowed: ReadonlySet<Unencrypted>): string {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '')
    throw new Error(
      'S3_ENDPOINT is not the address of an S3-compatible service: write https://s3.example.no, without a bucket and without a path.',
    );
  if (url.username || url.password)
    throw new Error(
      'S3_ENDPOINT contains a user or password: write the key in S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY_FILE.',
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowed.has('s3'))
    throw new Error(
      `S3_ENDPOINT sends every file to ${url.hostname} without TLS. Write https://…, or set ALLOW_UNENCRYPTED=s3 where the network between is your own.`,
    );
  return url.origin;
}

function prefixOf(text: string): string {
  const names = text.split('/').filter(Boolean);
  if (names.every((name) => /^[\w.-]+$/.test(name) && !/^\.+$/.test(name)))
    return names.map((name) => `${name}/`).join('');
  throw new Error(
    `S3_PREFIX is ${JSON.stringify(text)}: write names with slashes between, of letters, digits, dots, hyphens and underscores.`,
  );
}

function onOrOff(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Error(
    `S3_PATH_STYLE is ${JSON.stringify(text)}: write on for addresses as https://host/bucket, or off for https://bucket.host.`,
  );
}

/** Returns a credential from NAME, or from the file that NAME_FILE names. */
function secretText(env: NodeJS.ProcessEnv, name: string): string {
  const file = env[`${name}_FILE`];
  const text = (file ? fileText(`${name}_FILE`, file) : (env[name] ?? '')).trim();
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new Error(
    text === ''
      ? `${name} is empty: write the key of the object store to a file, and its path in ${name}_FILE.`
      : `${name} is not a key of an object store: it has spaces or letters that no key has.`,
  );
}

function fileText(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `${name} is ${JSON.stringify(file)}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}
