import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import type { ParquetManifest } from '@tallgrunn/exchange-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { runCommand } from '../testing/call.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-cli-parquet-'));
const to = path.join(folder, 'export');
const before = { ...process.env };
let stand: TestApp;
let parties: readonly Parties[];

beforeAll(async () => {
  stand = await startAllRooms();
  Object.assign(process.env, {
    DATABASE_URL: stand.database.ownerUrl,
    APP_DATABASE_URL: stand.database.appUrl,
    TALLGRUNN_DATA: path.join(folder, 'data'),
  });
  parties = [await setUpParties(stand), await setUpParties(stand, 'Nabokjøp')];
});
afterAll(async () => {
  process.env = before;
  await stand.close();
  rmSync(folder, { recursive: true });
});

const manifest = (): ParquetManifest => JSON.parse(readFileSync(path.join(to, 'manifest.json'), 'utf8'));

describe('export parquet', () => {
  it('exports every cooperative, and prints what it wrote', async () => {
    const { code, lines } = await runCommand('export', 'parquet', '--to', to);
    expect(code).toBe(0);
    const { files, cooperatives } = manifest();
    expect(lines).toEqual([
      {
        folder: to,
        files: files.length,
        rows: files.reduce((sum, { rows }) => sum + rows, 0),
        bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      },
    ]);
    expect(cooperatives.map(({ id }) => id).sort()).toEqual(parties.map(({ cooperativeId }) => cooperativeId).sort());
    expect(files.length).toBeGreaterThanOrEqual(2 * 11);
  });

  it('exports what a person sees, and nothing of other cooperatives', async () => {
    const { code } = await runCommand('export', 'parquet', '--to', to, '--as', parties[0]!.manager.email);
    expect(code).toBe(0);
    expect(new Set(manifest().files.map(({ cooperativeId }) => cooperativeId))).toEqual(
      new Set([parties[0]!.cooperativeId]),
    );
    expect(await runCommand('export', 'parquet')).toMatchObject({ code: 2, stdout: '' });
  });

  it('records each export in the security log', async () => {
    const events = await stand.asOwner<{ kind: string }>(
      `select details ->> 'kind' as kind from platform.security_event where event = 'data-exported'`,
    );
    expect(events.map(({ kind }) => kind)).toEqual(['parquet', 'parquet', 'parquet']);
  });
});
