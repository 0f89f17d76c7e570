import { AddBuyerAliases, AddColumnRule, AddUnitMapping } from '@tallgrunn/agreements-server';
import { type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { uuidv7 } from '@tallgrunn/values';
import type { Member, Who, World } from './world.ts';
export async function rememberedAnswer(stand: TestApp, { organisationId }: Member, versionId: string): Promise<string> {
  const [made] = await stand.asOwner<{ id: string }>(
    `insert into reporting.remembered_answer (cooperative_id, id, supplier_id, agreement_id, version_id, kind, subject, answer, given_at)
     select v.cooperative_id, gen_random_uuid(), v.supplier_id, v.agreement_id, v.id, 'change', 'unit spn', '{"set": "unit", "text": "spn", "unit": "stk"}', now()
     from reporting.report_version v where v.id = $1 and v.supplier_id = $2 returning id`,
    [versionId, organisationId],
  );
  return made!.id;
}

/** Creates unanswered invitations, a user who will leave, and manually added rules for the checks. */
export async function smallThings(
  stand: TestApp,
  members: Record<Who, Member>,
  parties: Parties,
  { agreementId }: TestAgreement,
): Promise<Pick<World, 'openInvitationId' | 'passingMembershipId'>> {
  const { body: letter } = await members.supplierAdministrator.caller
    .post('/colleagues/invitations', { email: 'kollega@example.no', role: 'supplier-clerk' })
    .expect(201);
  const passing = {
    organisationId: members.clerk.organisationId,
    role: 'supplier-clerk',
    name: 'Vikar',
    email: `vikar.${members.clerk.organisationId}@example.no`,
    password: null,
  } as const;
  const { membershipId } = await stand
    .get(UnitOfWork)
    .run(parties.system, () => stand.get(SetUpParties).addMember(passing));
  await members.manager.caller
    .post(`/suppliers/${members.otherSupplier.organisationId}/invitations`, { email: 'leverandor@example.no' })
    .expect(201);
  const vouch = 'insert into identity.vouch (organisation_id, person_id, vouched_at) values ($1, $2, now())';
  await stand
    .get(UnitOfWork)
    .run(parties.system, () =>
      stand.get(Database).query(vouch, [members.clerk.organisationId, parties.suppliers[0]!.actor.personId]),
    );
  await stand.asOwner(
    'insert into reporting.excluded_customer (cooperative_id, supplier_id, agreement_id, customer_hash, created_at) values ($1, $2, $3, $4, now())',
    [parties.cooperativeId, members.clerk.organisationId, agreementId, 'a'.repeat(24)],
  );
  const teach = stand.get(AddBuyerAliases);
  await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () =>
      teach.addAlias(members.clerk.organisationId, 'Kongsv.', members.buyer.organisationId),
    );
  await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () => teach.addSites(members.buyer.organisationId, [{ name: 'Sentralkjøkkenet' }]));
  await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () =>
      stand.get(AddUnitMapping).run(members.clerk.organisationId, agreementId, { text: 'krt', unit: 'kartong' }),
    );
  await stand.get(UnitOfWork).run(parties.manager.actor, () =>
    stand.get(AddColumnRule).run(members.clerk.organisationId, agreementId, {
      kind: 'name',
      heading: 'Kollital',
      field: 'quantity',
      value: null,
    }),
  );
  return { openInvitationId: letter.id, passingMembershipId: membershipId };
}

/** Creates imports of contract registers with open questions, and further data of an agreement. */
export async function registerOf(
  { manager, clerk }: Record<Who, Member>,
  { agreementId }: TestAgreement,
): Promise<Pick<World, 'registerImportId' | 'registerAnswers' | 'secondImportId'>> {
  const csv = (title: string) =>
    `Saksnr;Avtale;Startdato;Leverandør;Org.nr\n26/9;${title};01.01.2026;Kjent Leverandør AS;999999999\n`;
  const received = async (title: string) =>
    (await manager.caller.upload('/agreement-imports', { name: `${title}.csv`, content: csv(title) }).expect(201)).body
      .id as string;
  const [registerImportId, secondImportId] = [await received('Tekstil'), await received('Møbler')];
  const { body } = await manager.caller.get(`/agreement-imports/${registerImportId}`).expect(200);
  const registerAnswers = (body.questions as { number: number; proposed: string }[]).map(({ number, proposed }) => ({
    number,
    choice: proposed,
  }));
  await manager.caller
    .post(`/agreements/${agreementId}/opening-amounts`, {
      beforeMonth: '2026-02',
      source: 'Regnskapet',
      sourceOn: '2026-02-01',
      amounts: [{ supplierId: clerk.organisationId, amount: '250000' }],
    })
    .expect(204);
  await manager.caller
    .put(`/agreements/${agreementId}/options`, { options: [{ number: 1, extendsTo: '2031-12-31' }] })
    .expect(204);
  await manager.caller
    .put(`/agreements/${agreementId}/contacts`, { contacts: [{ name: 'Ola', role: 'contract' }] })
    .expect(204);
  return { registerImportId, registerAnswers, secondImportId };
}

/**
 * Creates an answer pending second approval, and an approved one. The usual accounts are learned from more lines than
 * exist here, so they are inserted.
 */
export async function createLargeAnswers(
  stand: TestApp,
  { cooperativeId, suppliers }: Parties,
  answerId: string,
): Promise<void> {
  await stand.asOwner(
    'update matching.line_resolution set requires_second_approval = true, decided_by = null where id = $1',
    [answerId],
  );
  await stand.asOwner(
    `insert into matching.second_approval (cooperative_id, decision_id, id, buyer_id, confirmed_at) select cooperative_id, id, id, buyer_id, decided_at from matching.pair_decision where cooperative_id = $1 limit 1`,
    [cooperativeId],
  );
  await stand.asOwner('insert into matching.usual_cost_centre (cooperative_id, site, cost_centre) values ($1, 1, 1)', [
    cooperativeId,
  ]);
  await stand.asOwner(
    'insert into matching.day_shift (cooperative_id, supplier_id, days, seen) values ($1, $2, 14, 30)',
    [cooperativeId, suppliers[0]?.organisationId],
  );
  await stand.asOwner(
    'insert into matching.amount_scale (cooperative_id, supplier_id, scale, seen) values ($1, $2, 1.25, 9)',
    [cooperativeId, suppliers[0]?.organisationId],
  );
  await stand.asOwner(
    `insert into matching.rule_decision (cooperative_id, id, supplier_id, kind, days, seen, in_use, reason, decided_at) values ($1, gen_random_uuid(), $2, 'day-shift', 14, 30, false, 'Tilfeldig.', now())`,
    [cooperativeId, suppliers[0]?.organisationId],
  );
  await stand.asOwner(
    `insert into matching.tolerance (cooperative_id, id, valid_from, price_percent, reason, decided_at) values ($1, gen_random_uuid(), '2026-01-01', 2, 'Avrunding.', now())`,
    [cooperativeId],
  );
  await stand.asOwner(
    `insert into matching.number_form (cooperative_id, supplier_id, place, form, seen) values ($1, gen_random_uuid(), 1, '{"report":{"before":"f-","after":""},"booked":{"before":"","after":""}}', 9)`,
    [cooperativeId],
  );
}

/** Tolerance limits of an agreement from a day when it has no lines yet, so that no run changes their effect. */
export const toleranceDraft = (agreementId: string) => ({
  agreementId,
  validFrom: '2099-01-01',
  limits: { pricePercent: '0' },
});

/** Creates a bulk answer, and lines for a bulk question: there are too few ledger lines here to raise one. */
export async function createBulkQuestion(
  stand: TestApp,
  members: Record<Who, Member>,
  answerId: string,
): Promise<Pick<World, 'bulkAnswerId' | 'question'>> {
  const bulkAnswerId = uuidv7();
  await stand.asOwner(
    `insert into matching.line_resolution (cooperative_id, id, side, line_key, supplier_id, buyer_id, cause, reason, amount, requires_second_approval, decided_at, bulk_id)
     select cooperative_id, $2, 'booked', 'many', supplier_id, buyer_id, 'timing', 'Neste kvartal.', 1, false, decided_at, $2 from matching.line_resolution where id = $1`,
    [answerId, bulkAnswerId],
  );
  await stand.asOwner(
    `insert into matching.standalone_spend_line (cooperative_id, batch_id, line_no, line_key, supplier_id, buyer_id, why, day, month, amount, payee, state)
     select cooperative_id, gen_random_uuid(), n, 'asked ' || n, supplier_id, buyer_id, 'not-assigned', '2026-03-05', 24314, 10 + n, false, 'booked-not-reported' from matching.line_resolution cross join generate_series(1, 6) as n where id = $1`,
    [answerId],
  );
  const [{ supplierId, key }] = (await members.buyer.caller.get('/matching/questions').expect(200)).body as [
    { supplierId: string; key: string },
  ];
  const { basis } = (
    await members.buyer.caller.post('/matching/bulk-answers/preview', { supplierId, key, cause: 'timing' }).expect(200)
  ).body as { basis: string };
  return { bulkAnswerId, question: { supplierId, key, basis } };
}
