import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { Config } from '../config.ts';
import { readBackupSettings } from './backup-settings.ts';
import { RowDigest } from './row-digest.ts';
import { sealSecrets, unsealSecrets } from './seal-secrets.ts';

describe('RowDigest', () => {
  const line = fc.string({ maxLength: 40 }).map((text) => text.replaceAll('\n', ''));

  it('does not depend on order or chunks, and differs for different rows', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 17 }), line, (rows, size, more) => {
        const whole = new RowDigest();
        whole.update(Buffer.from(rows.map((row) => `${row}\n`).join('')));
        const pieces = new RowDigest();
        const bytes = Buffer.from(
          rows
            .toReversed()
            .map((row) => `${row}\n`)
            .join(''),
        );
        for (let start = 0; start < bytes.length; start += size) pieces.update(bytes.subarray(start, start + size));
        expect([pieces.rows, pieces.value()]).toEqual([rows.length, whole.value()]);
        pieces.update(Buffer.from(`${more}\n`));
        expect(pieces.value()).not.toBe(whole.value());
      }),
    );
  });
});

describe('secrets', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-seal-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are decrypted only with their passphrase', async () => {
    const config = { sessionSecret: 'a', factorSecret: 'b', securityLogKey: 'c' } as Config;
    await sealSecrets(folder, config, 'a long passphrase');
    expect(await unsealSecrets(folder, 'a long passphrase')).toEqual({
      'session-secret': 'a',
      'factor-secret': 'b',
      'security-log-key': 'c',
    });
    await expect(unsealSecrets(folder, 'another passphrase')).rejects.toThrow('does not open the secrets');
  });
});

describe('backup settings', () => {
  it('have defaults, and state the expected format when malformed', () => {
    expect(readBackupSettings({})).toEqual({
      folder: null,
      everyMs: 24 * 3600_000,
      keep: { daily: 7, weekly: 5, monthly: 12 },
      passphrase: null,
    });
    expect(readBackupSettings({ BACKUP_DIR: '/srv/b', BACKUP_EVERY: '30m', BACKUP_KEEP: 'daily=2' })).toMatchObject({
      folder: path.resolve('/srv/b'),
      everyMs: 30 * 60_000,
      keep: { daily: 2, weekly: 0, monthly: 0 },
    });
    expect(() => readBackupSettings({ BACKUP_EVERY: 'daily' })).toThrow(/Write 30m, 24h, 7d or never/);
    expect(() => readBackupSettings({ BACKUP_KEEP: '7' })).toThrow(/daily=7,weekly=5,monthly=12/);
    expect(() => readBackupSettings({ BACKUP_PASSPHRASE: 'short' })).toThrow(/12 characters/);
  });
});
