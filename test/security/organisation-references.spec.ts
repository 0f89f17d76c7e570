import { startAllRooms } from '@tallgrunn/app-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { referenceColumns, referencesIn } from './organisation-references.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await startAllRooms();
});
afterAll(() => stand.close());

describe('columns that refer to an organisation', () => {
  it('each have a merge rule, in every room', async () => {
    const stated = new Set((await referencesIn(stand)).map(({ target, column }) => `${target}.${column}`));
    expect((await referenceColumns(stand)).filter((column) => !stated.has(column))).toEqual([]);
    expect(stated.size).toBeGreaterThan(90);
  });

  it('are reported without a rule when a table is added', async () => {
    await stand.asOwner(
      'create table matching.later (cooperative_id uuid not null, id uuid not null, supplier_id uuid, primary key (cooperative_id, id))',
    );
    const stated = new Set((await referencesIn(stand)).map(({ target, column }) => `${target}.${column}`));
    const missing = (await referenceColumns(stand)).filter((column) => !stated.has(column));
    await stand.asOwner('drop table matching.later');
    expect(missing).toEqual(['matching.later.supplier_id']);
  });

  it('state why their rows remain, where they do', async () => {
    const staying = (await referencesIn(stand)).filter(
      ({ rule, duplicates }) => rule === 'retained' || duplicates === 'retained',
    );
    expect(staying.filter(({ reason }) => !reason?.trim())).toEqual([]);
    expect(staying.length).toBeGreaterThan(10);
  });
});
