import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { agreements } from '@tallgrunn/agreements-server';
import { spoolFile } from '@tallgrunn/agreements-server/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { FileStore, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { ListPendingBatches } from './list-pending-batches.ts';
import { ReceiveBatch } from './receive-batch.ts';
import { spend } from './room.ts';
import { CleanUpBatches } from './clean-up-batches.ts';

let stand: TestApp;
let parties: Parties;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

describe('batch whose import never ends', () => {
  const waiting = () => readdir(stand.get(FileStore).spoolFolder);

  it('is refused after a week and its file deleted', async () => {
    const units = stand.get(UnitOfWork);
    const file = await spoolFile(stand, 'bok.csv', 'Bilagsnummer;Art;Beløp\n1;115;1,00\n');
    const { id } = await units.run(parties.buyers[0]!.actor, () =>
      stand.get(ReceiveBatch).run(file, { buyerId: parties.buyers[0]!.organisationId }),
    );
    const names = await waiting();
    expect(
      await units.run({ ...parties.system }, () => stand.get(ListPendingBatches).run([...names, 'other'])),
    ).toEqual(names);
    expect(await stand.get(CleanUpBatches).run(parties.system)).toBe(0);
    stand.clock.runFrom(new Date(stand.clock.now().getTime() + 8 * 24 * 3600_000));
    expect(await stand.get(CleanUpBatches).run(parties.system)).toBe(1);
    expect(await stand.asOwner('select state, refusal, spool_name from spend.batch where id = $1', [id])).toEqual([
      { state: 'refused', refusal: { code: 'reader-crashed', params: {} }, spool_name: null },
    ]);
    for (let tries = 0; tries < 50 && (await waiting()).length > 0; tries += 1) await sleep(20);
    expect(await waiting()).toEqual([]);
  });
});
