import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import { BackupRefused, SEALED_SECRETS } from './backup-manifest.ts';

const SCRYPT = { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 };

interface Sealed {
  readonly format: 'tallgrunn-secrets/1';
  readonly salt: string;
  readonly iv: string;
  readonly tag: string;
  readonly data: string;
}

/** Returns the secrets that restored data needs, by their file name in the data folder. */
const secretsOfConfig = ({ sessionSecret, factorSecret, securityLogKey }: Config): Record<string, string> => ({
  'session-secret': sessionSecret,
  'factor-secret': factorSecret,
  'security-log-key': securityLogKey,
});

/** Writes the secrets to the backup, encrypted with AES-256-GCM under a key that scrypt derives from the passphrase. */
export async function sealSecrets(folder: string, config: Config, passphrase: string): Promise<void> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, SCRYPT), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(secretsOfConfig(config)), 'utf8'), cipher.final()]);
  const sealed: Sealed = {
    format: 'tallgrunn-secrets/1',
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
  await writeFile(path.join(folder, SEALED_SECRETS), JSON.stringify(sealed), { mode: 0o600 });
}

/**
 * Reads the sealed secrets of a backup.
 * @throws BackupRefused when the passphrase is wrong
 */
export async function unsealSecrets(folder: string, passphrase: string): Promise<Record<string, string>> {
  const sealed = JSON.parse(await readFile(path.join(folder, SEALED_SECRETS), 'utf8')) as Sealed;
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const key = scryptSync(passphrase, bytes(sealed.salt), 32, SCRYPT);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv));
    decipher.setAuthTag(bytes(sealed.tag));
    const text = Buffer.concat([decipher.update(bytes(sealed.data)), decipher.final()]).toString('utf8');
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new BackupRefused('The passphrase does not open the secrets of this backup.');
  }
}

/**
 * Writes secrets to a data folder. An existing secret is not overwritten and must be equal.
 * @throws BackupRefused when it differs
 */
export async function storeSecrets(dataFolder: string, secrets: Record<string, string>): Promise<void> {
  const folder = path.join(dataFolder, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, secret] of Object.entries(secrets)) {
    const file = path.join(folder, name);
    const existing = await readFile(file, 'utf8').catch(() => null);
    if (existing === null) await writeFile(file, secret, { mode: 0o600, flag: 'wx' });
    else if (existing.trim() !== secret)
      throw new BackupRefused(`${file} holds another secret than the backup: restore into a new data folder.`);
  }
}
