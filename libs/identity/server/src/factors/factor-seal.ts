import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, splitSecrets, type Config } from '@tallgrunn/platform';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts the secrets of authenticator apps (AES-256-GCM, bound to the person) and computes keyed hashes of recovery
 * codes, both by `factorSecret`. The first secret of the list encrypts; all of them decrypt.
 */
@Injectable()
export class FactorSeal {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  seal(personId: string, secret: Buffer): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keyOf(this.#secrets()[0] ?? '', 'totp'), nonce).setAAD(
      Buffer.from(personId),
    );
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /**
   * Decrypts a secret.
   * @throws Error when no secret of the list decrypts it, because `FACTOR_SECRET` was lost or replaced
   */
  open(personId: string, sealed: Buffer): Buffer {
    for (const secret of this.#secrets()) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, 'totp'), sealed.subarray(0, NONCE_BYTES)).setAAD(
          Buffer.from(personId),
        );
        decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      } catch {
        // the next secret of the list may open it
      }
    }
    throw new Error(
      'An authenticator secret cannot be decrypted. FACTOR_SECRET is not the one it was encrypted with: add the former one to the list, or reset the factors.',
    );
  }

  /** Returns the hashes of a recovery code under every secret of the list; the one in use comes first. */
  hashes(personId: string, code: string): string[] {
    return this.#secrets().map((secret) =>
      createHmac('sha256', keyOf(secret, 'recovery-code')).update(`${personId}\n${code}`).digest('hex'),
    );
  }

  #secrets(): string[] {
    return splitSecrets(this.config.factorSecret);
  }
}

const keyOf = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, 'tallgrunn', purpose, KEY_BYTES));
