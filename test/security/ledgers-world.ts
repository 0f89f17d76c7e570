import { type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { postLedger } from '@tallgrunn/emissions-server/testing';
import { sampleDespatch, sampleUbl } from '@tallgrunn/formats/testing';
import { type Parties } from '@tallgrunn/identity-server/testing';
import { systemActor, JobWorker } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import type { Member, Who, World } from './world.ts';
export async function createLedgers(
  stand: TestApp,
  members: Record<Who, Member>,
  parties: Parties,
): Promise<Pick<World, 'ledgerId' | 'invoicesId' | 'profileId'>> {
  const ledgerId = await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116', on: '2026-03-05' },
    { account: '110', amount: '99.00', on: '2026-03-09' },
  ]);
  await postLedger(
    stand,
    parties,
    [{ account: '115', amount: '592.00', invoice: '7002', orgNumber: '311047116', on: '2026-03-19' }],
    { buyer: 1 },
  );
  await postBatch(
    stand,
    parties.buyers[0]!.actor,
    'hovedbok.csv',
    `${dialect}\n77;05.02.2026;202602;115;4010;253;50012;Finnskog;311047116;6001;10,00;Faktura\n78;06.02.2026;202602;010;4010;253;50012;Finnskog;311047116;;20,00;Lønn\n`,
    { kind: 'ledger' },
  );
  const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
  const headXml = '<cac:OrderReference><cbc:ID>4321</cbc:ID></cac:OrderReference>';
  const invoice = sampleUbl({
    id: '7001',
    buyer,
    headXml,
    lines: [{ quantity: '10', unit: 'EA', net: '3125.00', price: '312.50', name: 'Kjøttdeig', sellerNumber: '00512' }],
    lineExtensionAmount: '3125.00',
    payableAmount: '3593.75',
  });
  const { id: invoicesId } = await postBatch(stand, parties.manager.actor, 'faktura.xml', invoice, {
    kind: 'invoices',
  });
  await postBatch(
    stand,
    parties.manager.actor,
    'pakkseddel.xml',
    sampleDespatch({ buyer, deliveredOn: '2026-03-02', lines: [{ quantity: '10', number: '00512' }] }),
  );
  const { body: profiles } = await members.manager.caller.get('/spend/import-profiles').expect(200);
  const profile = (profiles as { id: string | null; profile: object }[]).find(({ id }) => id !== null)?.profile;
  const { body } = await members.buyer.caller
    .post('/spend/import-profiles', { profile: { ...profile, id: 'kommunens-egen' } })
    .expect(201);
  await members.buyer.caller
    .post('/spend/ledger-months/2026-03/statements', { isComplete: true, reason: 'Avsluttet.' })
    .expect(201);
  await members.otherBuyer.caller
    .post('/spend/ledger-months/2026-03/statements', { isComplete: true, reason: 'Avsluttet.' })
    .expect(201);
  const inhabited = [members.buyer, members.otherBuyer].map(({ organisationId }) => ({
    buyerId: organisationId,
    inhabitants: 4561,
  }));
  await members.manager.caller
    .post('/municipalities/population', { year: 2025, source: 'SSB, tabell 07459', figures: inhabited })
    .expect(204);
  for (const by of [members.buyer, members.otherBuyer])
    await by.caller
      .post('/spend/ledger-totals', {
        source: 'Saldobalanse',
        totals: [{ account: '115', from: '2026-03', to: '2026-03', amount: '592.00' }],
      })
      .expect(201);
  return { ledgerId, invoicesId, profileId: body.id };
}

const dialect =
  'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst';

/** Runs the worker's jobs in this process: match, calculate, combine. */
export async function runPendingJobs(stand: TestApp, parties: Parties, runs: number): Promise<void> {
  const jobs = stand.get(JobWorker);
  const actor = systemActor(parties.cooperativeId);
  const fact = {
    name: 'test',
    subjectId: parties.cooperativeId,
    payload: { buyerIds: parties.buyers.map(({ organisationId }) => organisationId) },
  };
  for (let run = 1; run <= runs; run += 1) {
    if (run > 1) await postLedger(stand, parties, [{ account: '115', amount: `${run}.00`, on: '2026-04-07' }]);
    await jobs.runNow('on-fact.CalculateAfter', { actor, payload: fact });
  }
  await jobs.runNow('on-fact.MatchAfterChange', { actor, payload: fact });
  await jobs.runNow('on-fact.RefreshAfterRun', { actor, payload: fact });
}

/** Reads the first supplier's unreported spend of February, and responds to it. */
export async function unreportedOf(
  stand: TestApp,
  { clerk }: Record<Who, Member>,
  { obligations }: TestAgreement,
): Promise<World['unreported']> {
  const { body } = await clerk.caller.get(`/obligations/${obligations['2026-02']}/unreported-spend`).expect(200);
  const [{ buyerId, key: invoice }] = body.invoices as [{ buyerId: string; key: string }];
  await clerk.caller
    .post(`/obligations/${obligations['2026-02']}/supplier-responses`, {
      buyerId,
      invoice,
      kind: 'next-report',
      reason: '',
    })
    .expect(201);
  const [said] = await stand.asOwner<{ id: string }>(
    'select id from matching.supplier_response where supplier_id = $1',
    [clerk.organisationId],
  );
  return { buyerId, invoice, statementId: said?.id ?? '' };
}
