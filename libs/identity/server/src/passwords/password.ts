import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

// OWASP minimum for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB = 19_456;
const PASSES = 2;
const TAG_BYTES = 32;
const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

const parameters = (password: string, nonce: Buffer): Argon2Parameters => ({
  message: Buffer.from(password.normalize('NFKC'), 'utf8'),
  nonce,
  parallelism: 1,
  tagLength: TAG_BYTES,
  memory: MEMORY_KIB,
  passes: PASSES,
});

/** Hashes a password with argon2id. Returns the hash in PHC format. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', parameters(password, nonce));
  const unpaddedBase64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${unpaddedBase64(nonce)}$${unpaddedBase64(tag)}`;
}

/** Verifies a password against its hash. A missing or unknown hash takes as long as a wrong password. */
export async function verifyPassword(password: string, storedHash: string | null): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(storedHash ?? '');
  const nonce = match ? Buffer.from(match[1] as string, 'base64') : Buffer.alloc(16);
  const tag = await derive('argon2id', parameters(password, nonce));
  return match !== null && timingSafeEqual(tag, Buffer.from(match[2] as string, 'base64'));
}
