import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { allowedUnencrypted } from '../transport.ts';
import { readS3Settings } from './s3-settings.ts';

const base = {
  S3_ENDPOINT: 'https://s3.example.no',
  S3_BUCKET: 'tallgrunn-files',
  S3_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  S3_SECRET_ACCESS_KEY: 'not-for-logs/4711',
};
const read = (env: Record<string, string> = {}) =>
  readS3Settings({ ...base, ...env }, allowedUnencrypted(env['ALLOW_UNENCRYPTED']));

describe('settings of the object store', () => {
  let folder = '';
  beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-spec-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are none unless an endpoint or a bucket is set', () => {
    expect(readS3Settings({}, new Set())).toBeNull();
    expect(readS3Settings({ S3_ENDPOINT: '', S3_BUCKET: '', S3_PREFIX: 'a' }, new Set())).toBeNull();
  });

  it('have defaults, and a prefix with one slash at its end', () => {
    expect(read()).toMatchObject({ region: 'us-east-1', prefix: '', hasBucketInPath: true });
    expect(read({ S3_PREFIX: '/prod//files_1', S3_PATH_STYLE: 'off', S3_REGION: 'eu-north-1' })).toMatchObject({
      region: 'eu-north-1',
      prefix: 'prod/files_1/',
      hasBucketInPath: false,
    });
  });

  it('read credentials from files, as other secrets, and show them nowhere', () => {
    const file = path.join(folder, 'secret');
    writeFileSync(file, 'from-a-file/4711\n');
    const settings = read({ S3_SECRET_ACCESS_KEY_FILE: file });
    expect(settings?.secretAccessKey()).toBe('from-a-file/4711');
    expect(`${JSON.stringify(settings)} ${inspect(settings)}`).not.toContain('4711');
  });

  it.each([
    [{ S3_ENDPOINT: '' }, /^S3_ENDPOINT is not the address/],
    [{ S3_ENDPOINT: 's3.example.no' }, /^S3_ENDPOINT is not the address/],
    [{ S3_ENDPOINT: 'https://s3.example.no/bucket' }, /without a path/],
    [{ S3_ENDPOINT: 'https://u:p-4711@s3.example.no' }, /contains a user or password/],
    [{ S3_ENDPOINT: 'http://s3.example.no' }, /^S3_ENDPOINT sends every file to s3\.example\.no without TLS/],
    [{ S3_BUCKET: 'Files' }, /^S3_BUCKET is "Files"/],
    [{ S3_BUCKET: '' }, /^S3_BUCKET is ""/],
    [{ S3_REGION: 'Europe North' }, /^S3_REGION is "Europe North"/],
    [{ S3_PREFIX: '../other' }, /^S3_PREFIX is "\.\.\/other"/],
    [{ S3_PATH_STYLE: 'yes' }, /^S3_PATH_STYLE is "yes": write on .* or off/],
    [{ S3_ACCESS_KEY_ID: '' }, /^S3_ACCESS_KEY_ID is empty: .* S3_ACCESS_KEY_ID_FILE/],
    [{ S3_SECRET_ACCESS_KEY: 'with spaces 4711' }, /^S3_SECRET_ACCESS_KEY is not a key/],
    [{ S3_SECRET_ACCESS_KEY_FILE: '/no/such/file' }, /^S3_SECRET_ACCESS_KEY_FILE is "\/no\/such\/file".*ENOENT/],
  ] as const)('are refused with one sentence that names the variable: %j', (env, sentence) => {
    const attempt = () => read(env as Record<string, string>);
    expect(attempt).toThrow(sentence);
    expect(attempt).not.toThrow(/4711/);
  });

  it('allow http on this machine, and beyond it only where the operator says so', () => {
    expect(read({ S3_ENDPOINT: 'http://127.0.0.1:9000' })?.endpoint).toBe('http://127.0.0.1:9000');
    expect(read({ S3_ENDPOINT: 'http://s3.intern:9000', ALLOW_UNENCRYPTED: 's3' })?.endpoint).toBe(
      'http://s3.intern:9000',
    );
  });
});
