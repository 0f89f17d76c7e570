import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { SecurityLog } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { runCommand } from '../testing/call.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-cli-audit-'));
const before = { ...process.env };
let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await startAllRooms();
  Object.assign(process.env, {
    DATABASE_URL: stand.database.ownerUrl,
    APP_DATABASE_URL: stand.database.appUrl,
    TALLGRUNN_DATA: folder,
  });
  parties = await setUpParties(stand);
});
afterAll(async () => {
  process.env = before;
  await stand.close();
  rmSync(folder, { recursive: true });
});

describe('audit', () => {
  it('exports the heads of the chains and verifies them', async () => {
    const exported = await runCommand('audit', 'export-heads');
    expect(exported.code).toBe(0);
    expect(exported.lines).toContainEqual({
      cooperativeId: parties.cooperativeId,
      sequence: expect.any(Number),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      sealedAt: expect.any(String),
    });
    expect(readdirSync(path.join(folder, 'audit-heads'))).toEqual([
      expect.stringMatching(/^\d{4}-\d{2}-\d{2}\.jsonl$/),
    ]);
    const { code, lines } = await runCommand('audit', 'verify');
    expect({ code, lines }).toEqual({
      code: 0,
      lines: expect.arrayContaining([
        expect.objectContaining({ cooperativeId: parties.cooperativeId, heads: 1, breaks: [] }),
      ]),
    });
  });

  it('reports where the chain breaks after the owner changed an entry', async () => {
    const [row] = await stand.asOwner<{ sequence: string; entry_id: string }>(
      `select sequence, entry_id from platform.audit_link where cooperative_id = $1 and entry_kind = 'audit' order by sequence limit 1`,
      [parties.cooperativeId],
    );
    await stand.asOwner(`update platform.audit_entry set act = 'cooperative.forged' where id = $1`, [row?.entry_id]);
    const { code, lines } = await runCommand('audit', 'verify');
    await stand.asOwner(`update platform.audit_entry set act = 'cooperative.added' where id = $1`, [row?.entry_id]);
    expect(code).toBe(1);
    const broken = (lines as { cooperativeId: string; breaks: unknown[] }[]).find(
      ({ cooperativeId }) => cooperativeId === parties.cooperativeId,
    );
    expect(broken?.breaks).toEqual([
      { fault: 'entry-altered', sequence: Number(row?.sequence), entryKind: 'audit', entryId: row?.entry_id },
    ]);
    expect(
      await stand.asOwner(
        `select 1 from platform.security_event where event = 'audit-log-altered' and cooperative_id = $1`,
        [parties.cooperativeId],
      ),
    ).toHaveLength(1);
  });

  it('prints security events of all cooperatives and of none', async () => {
    await stand
      .get(SecurityLog)
      .record({ event: 'sign-in-failed', account: 'stranger@nowhere.example', address: '203.0.113.7' });
    const { code, lines } = await runCommand('audit', 'events', '--failures');
    expect(code).toBe(0);
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: 'sign-in-failed',
        address: '203.0.113.7',
        cooperativeId: null,
        personId: null,
        accountHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    );
    expect((await runCommand('audit', 'events', '--event', 'nothing')).code).toBe(2);
  });
});
