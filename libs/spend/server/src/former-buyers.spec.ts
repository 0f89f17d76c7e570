import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { agreements } from '@tallgrunn/agreements-server';
import { sampleDespatch, sampleSaft, sampleSaftPurchase, sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { CONFIG, type Config } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { PollInbox } from './inbox/poll-inbox.ts';
import { spend } from './room.ts';
import { postBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let [corrected, merged] = ['', ''];
let box: string;

/** Corrects the first buyer's number; then merges the second buyer, with its number, into the first. */
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  [corrected, merged] = parties.buyers.map(({ organisationId }) => organisationId) as [string, string];
  const manager = await signIn(stand, parties.manager.email);
  await manager
    .post(`/organisations/${corrected}/correct`, { orgNumber: '974635607', reason: 'Feil nummer.' })
    .expect(204);
  await manager
    .post(`/organisations/${merged}/merge`, { into: corrected, reason: 'Registrert to ganger.', isNumberWrong: true })
    .expect(200);
  box = path.join(stand.app.get<Config>(CONFIG).dataFolder, 'inbox', 'kommunen');
  await mkdir(box, { recursive: true });
  stand.get(PollInbox).unmodifiedMs = 0;
  await stand.work();
});
afterAll(() => stand.close());

async function buyersIn(table: string, batchId: string): Promise<(string | null)[]> {
  const rows = await stand.asOwner<{ buyer_id: string | null }>(
    `select distinct buyer_id from ${table} where batch_id = $1`,
    [batchId],
  );
  return rows.map(({ buyer_id: id }) => id);
}

describe.each([
  ['that a buyer had before a correction', '944117784'],
  ['of a record that was merged into the buyer', '964950768'],
])('file with the number %s', (_what, orgNumber) => {
  const buyer = { orgNumber, name: 'Et tidligere navn' };

  it('assigns invoices to the buyer', async () => {
    const file = sampleUbl({
      id: `F${orgNumber}`,
      buyer,
      lines: [{ quantity: '1', unit: 'EA', net: '100.00', price: '100.00', name: 'Kjøttdeig' }],
      lineExtensionAmount: '100.00',
      payableAmount: '125.00',
    });
    const batch = await postBatch(stand, parties.manager.actor, 'faktura.xml', file);
    expect([
      batch.state,
      await buyersIn('spend.invoice', batch.id),
      await buyersIn('spend.invoice_line', batch.id),
    ]).toEqual(['posted', [corrected], [corrected]]);
  });

  it('assigns a ledger to the buyer', async () => {
    const batch = await postBatch(
      stand,
      parties.manager.actor,
      'saft.xml',
      sampleSaft({ company: buyer, transactions: [sampleSaftPurchase(orgNumber, '800.00', '200.00', '1000.00')] }),
    );
    expect([batch.state, batch.buyerId, await buyersIn('spend.posting', batch.id)]).toEqual([
      'posted',
      corrected,
      [corrected],
    ]);
  });

  it('assigns despatch advices to the buyer', async () => {
    const batch = await postBatch(
      stand,
      parties.manager.actor,
      'pakkseddel.xml',
      sampleDespatch({
        id: `P${orgNumber}`,
        buyer,
        deliveredOn: '2026-03-02',
        lines: [{ quantity: '10', number: '00512' }],
      }),
    );
    expect([batch.state, await buyersIn('spend.despatch_advice', batch.id)]).toEqual(['posted', [corrected]]);
  });

  it('assigns the files of an inbox folder to the buyer', async () => {
    await writeFile(
      path.join(box, 'inbox.json'),
      JSON.stringify({ buyer: orgNumber, language: 'nb', profile: 'visma-like' }),
    );
    await writeFile(
      path.join(box, `${orgNumber}.csv`),
      `Bilagsnummer;Bilagsdato;Art;Organisasjonsnummer;Fakturanummer;Beløp\n${orgNumber};05.03.2026;115;311047116;${orgNumber};10,00\n`,
    );
    for (let tries = 0; tries < 300; tries += 1) {
      await stand.get(PollInbox).run(path.dirname(box), [parties.system]);
      if (
        (await readdir(path.join(box, 'done')).catch(() => [] as string[])).some((name) =>
          name.endsWith(`${orgNumber}.csv`),
        )
      )
        break;
      await sleep(100);
    }
    expect(await readFile(path.join(box, 'inbox-stopped.txt'), 'utf8').catch(() => null)).toBeNull();
    expect(
      await stand.asOwner('select state, buyer_id from spend.batch where file_name = $1', [`${orgNumber}.csv`]),
    ).toEqual([{ state: 'posted', buyer_id: corrected }]);
  });
});
