import { TeachBuyerNames, TeachColumn, TeachUnit } from '@tallgrunn/agreements-server';
import { setUpAgreement, testTerms, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { decideOn, evidenceBeside, submitFootprints } from '@tallgrunn/declarations-server/testing';
import { postLedger } from '@tallgrunn/emissions-server/testing';
import { sampleDespatch, sampleUbl } from '@tallgrunn/formats/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, systemActor, UnitOfWork, WorkJobs, type Role } from '@tallgrunn/platform';
import type { Stand } from '@tallgrunn/platform/testing';
import {
  handedInReport,
  marchLines,
  receivedReport,
  reportCsv,
  type TestLine,
} from '@tallgrunn/reporting-server/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { uuidv7 } from '@tallgrunn/values';
import { accessOf, type AccessWorld } from './access-world.ts';
import { branchesOf, type BranchesWorld } from './branches-world.ts';
import { signedIn, type Caller } from './caller.ts';
import { factorsOf, type FactorsWorld } from './factors-world.ts';
import { notificationsOf, type NotificationsWorld } from './notifications-world.ts';
import { nilReturnOf } from './nil-world.ts';
import { pricesOf, type PricesWorld } from './prices-world.ts';
import { sentOf, type SentWorld } from './sent-world.ts';
import { treesOf, type TreesWorld } from './trees-world.ts';

/** Who there is in each cooperative. The first supplier and the first buyer have an administrator too. */
export const people = [
  'manager',
  'administrator',
  'clerk',
  'supplierAdministrator',
  'otherSupplier',
  'buyer',
  'buyerAdministrator',
  'otherBuyer',
] as const;
export type Who = (typeof people)[number];

export interface Member {
  readonly role: Role;
  readonly side: 'cooperative' | 'supplier' | 'buyer';
  readonly organisationId: string;
  readonly membershipId: string;
  readonly email: string;
  readonly caller: Caller;
}

/** One cooperative with everything in it that a route can show. */
export interface World {
  readonly cooperativeId: string;
  readonly parties: Parties;
  readonly members: Readonly<Record<Who, Member>>;
  readonly agreement: TestAgreement;
  /** An agreement that the other supplier holds alone. */
  readonly agreementOfOther: string;
  /** The template of the agreement's terms that anybody may read. */
  readonly openTemplateId: string;
  /** Duties of the other supplier by period. */
  readonly dutiesOfOther: Readonly<Record<string, string>>;
  /** An obligation of the other supplier: a nil return that purchases booked afterwards may contradict. */
  readonly nilDutyId: string;
  readonly rememberedAnswerId: string;
  /** Versions of the first supplier, named for where they stand. */
  readonly versions: Readonly<
    Record<'accepted' | 'checked' | 'waiting' | 'waitingToo' | 'correcting' | 'onBehalf', string>
  >;
  readonly declarationId: string;
  readonly footprintId: string;
  readonly evidenceId: string;
  /** The first buyer's ledger: its first posting is told by the invoice tied to it, its second stands for itself. */
  readonly ledgerId: string;
  readonly invoicesId: string;
  readonly profileId: string;
  readonly combinedKey: string;
  /** Official figures that the manager has proposed: to approve, to reject, to withdraw. */
  readonly figureProposals: readonly string[];
  /** An answer to the buyer's line that a second person must confirm. */
  readonly waitingAnswerId: string;
  /** One answer that was given to many lines. */
  readonly bulkAnswerId: string;
  /** What is asked of many lines of the buyer. */
  readonly question: { readonly supplierId: string; readonly key: string; readonly basis: string };
  /** An invoice that the first buyer has booked, and no report of the first supplier tells of; and what the supplier said of it. */
  readonly unreported: { readonly buyerId: string; readonly invoice: string; readonly statementId: string };
  /** What the first supplier holds of the agreement. */
  readonly holdingId: string;
  /** A contract register that waits for answers, how they may be given, and a second that waits. */
  readonly registerImportId: string;
  readonly registerAnswers: readonly { readonly number: number; readonly choice: string }[];
  readonly secondImportId: string;
  readonly trees: TreesWorld;
  readonly prices: PricesWorld;
  readonly factors: FactorsWorld;
  readonly lastRun: number;
  readonly sent: SentWorld;
  readonly branches: BranchesWorld;
  readonly access: AccessWorld;
  readonly notifications: NotificationsWorld;
  /** A letter of the first supplier that nobody has answered, and a membership there that nothing else needs. */
  readonly openInvitationId: string;
  readonly passingMembershipId: string;
}

const dear = (month: string): TestLine[] =>
  marchLines.map((line) => ({
    ...line,
    unitPrice: '400,00',
    amount: line.quantity === '10' ? '4000,00' : '1600,00',
    deliveredOn: line.deliveredOn.replace('.03.', `.${month}.`),
    invoiceNumber: `${line.invoiceNumber}${month}`,
  }));

async function membersOf(stand: Stand, parties: Parties): Promise<Record<Who, Member>> {
  const { manager, buyers, suppliers } = parties;
  const known = {
    manager,
    clerk: suppliers[0]!,
    otherSupplier: suppliers[1]!,
    buyer: buyers[0]!,
    otherBuyer: buyers[1]!,
  };
  const added = async (organisationId: string, side: Member['side'], role: Role): Promise<Omit<Member, 'caller'>> => {
    const email = `${role}.${organisationId}@example.no`;
    const { membershipId } = await stand
      .get(UnitOfWork)
      .run(parties.system, () =>
        stand.get(SetUpParties).addMember({ organisationId, role, name: role, email, password: TEST_PASSWORD }),
      );
    return { role, side, organisationId, membershipId, email };
  };
  const more = {
    administrator: await added(manager.organisationId, 'cooperative', 'administrator'),
    supplierAdministrator: await added(suppliers[0]!.organisationId, 'supplier', 'supplier-administrator'),
    buyerAdministrator: await added(buyers[0]!.organisationId, 'buyer', 'buyer-administrator'),
  };
  const all: Record<string, Omit<Member, 'caller'>> = { ...more };
  for (const [who, { actor, organisationId, email }] of Object.entries(known)) {
    all[who] = {
      role: actor.role,
      side: actor.side as Member['side'],
      organisationId,
      membershipId: actor.membershipId ?? '',
      email,
    };
  }
  const entries: [string, Member][] = [];
  for (const who of people) entries.push([who, { ...all[who]!, caller: await signedIn(stand, all[who]!.email) }]);
  return Object.fromEntries(entries) as Record<Who, Member>;
}

/** Handed in with a question answered, so that it waits for the manager; or submitted at once where there is nothing to ask. */
async function submitted(
  stand: Stand,
  members: Record<Who, Member>,
  parties: Parties,
  dutyId: string,
  lines: readonly TestLine[],
): Promise<string> {
  const version = await receivedReport(stand, parties.suppliers[0]!.actor, dutyId, reportCsv(lines));
  const questions = version.verdict?.groups.filter(({ severity }) => severity === 'confirm') ?? [];
  const confirmations = questions.map(({ code, example }) => ({
    code,
    cause: example.cause ?? '',
    reason: 'As agreed.',
  }));
  await members.clerk.caller
    .post(`/versions/${version.id}/submit`, { confirmations, leaveOutRows: (version.verdict?.quarantined ?? 0) > 0 })
    .expect(201);
  return version.id;
}

/** A row whose buyer nobody knows: it is kept out, and the rest waits for the manager. */
const stray: TestLine = { ...marchLines[0]!, buyer: 'Ukjent kunde', deliveredOn: '04.02.2026' };

async function versionsOf(
  stand: Stand,
  members: Record<Who, Member>,
  parties: Parties,
  { duties }: TestAgreement,
): Promise<World['versions']> {
  const in02 = (line: TestLine): TestLine => ({
    ...line,
    deliveredOn: line.deliveredOn.replace('.03.', '.02.'),
    invoiceNumber: `${line.invoiceNumber}02`,
  });
  const april = marchLines.map((line) => ({
    ...line,
    deliveredOn: line.deliveredOn.replace('.03.', '.04.').replace('17.', '07.'),
    invoiceNumber: `${line.invoiceNumber}04`,
  }));
  const known = {
    accepted: await submitted(stand, members, parties, duties['2026-03']!, marchLines),
    waiting: await submitted(stand, members, parties, duties['2026-01']!, dear('01')),
    waitingToo: await submitted(stand, members, parties, duties['2026-02']!, [...dear('02'), stray]),
    checked: (await receivedReport(stand, parties.suppliers[0]!.actor, duties['2026-04']!, reportCsv(april))).id,
  };
  return {
    ...known,
    correcting: (
      await receivedReport(
        stand,
        parties.suppliers[0]!.actor,
        duties['2026-03']!,
        reportCsv([...marchLines.slice(1), { ...marchLines[0]!, buyer: 'Glåmos Handel AS' }]),
      )
    ).id,
    onBehalf: await handedInReport(stand, parties, duties['2026-02']!, reportCsv(marchLines.map(in02))),
  };
}

/** What a supplier answered with a report, for its next files. */
async function rememberedAnswer(stand: Stand, { organisationId }: Member, versionId: string): Promise<string> {
  const [made] = await stand.asOwner<{ id: string }>(
    `insert into reporting.remembered_answer (cooperative_id, id, supplier_id, agreement_id, version_id, kind, subject, answer, given_at)
     select v.cooperative_id, gen_random_uuid(), v.supplier_id, v.agreement_id, v.id, 'change', 'unit spn', '{"set": "unit", "text": "spn", "unit": "stk"}', now()
     from reporting.version v where v.id = $1 and v.supplier_id = $2 returning id`,
    [versionId, organisationId],
  );
  return made!.id;
}

/** Letters of invitation that nobody has answered, somebody who will leave, and what the checks were taught. */
async function smallThings(
  stand: Stand,
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
  const teach = stand.get(TeachBuyerNames);
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
      stand.get(TeachUnit).run(members.clerk.organisationId, agreementId, { text: 'krt', unit: 'kartong' }),
    );
  await stand.get(UnitOfWork).run(parties.manager.actor, () =>
    stand.get(TeachColumn).run(members.clerk.organisationId, agreementId, {
      kind: 'name',
      heading: 'Kollital',
      field: 'quantity',
      value: null,
    }),
  );
  return { openInvitationId: letter.id, passingMembershipId: membershipId };
}

/** Registers that wait for answers, and what an agreement has beside its parties. */
async function registerOf(
  { manager, clerk }: Record<Who, Member>,
  { agreementId }: TestAgreement,
): Promise<Pick<World, 'registerImportId' | 'registerAnswers' | 'secondImportId'>> {
  const csv = (title: string) =>
    `Saksnr;Avtale;Startdato;Leverandør;Org.nr\n26/9;${title};01.01.2026;Kjent Leverandør AS;999999999\n`;
  const received = async (title: string) =>
    (await manager.caller.upload('/register-imports', { name: `${title}.csv`, content: csv(title) }).expect(201)).body
      .id as string;
  const [registerImportId, secondImportId] = [await received('Tekstil'), await received('Møbler')];
  const { body } = await manager.caller.get(`/register-imports/${registerImportId}`).expect(200);
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

const dialect =
  'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst';

/** Books of both buyers, an invoice beside them, and a profile that is the first buyer's own. */
/** An answer that waits for a second person, and one that has got its second; where goods are usually booked is learned from more lines than are here. */
async function largeAnswer(stand: Stand, { cooperativeId, suppliers }: Parties, answerId: string): Promise<void> {
  await stand.asOwner('update matching.answer set needs_second = true, decided_by = null where id = $1', [answerId]);
  await stand.asOwner(
    `insert into matching.confirmation (cooperative_id, decision_id, id, buyer_id, confirmed_at) select cooperative_id, id, id, buyer_id, decided_at from matching.decision where cooperative_id = $1 limit 1`,
    [cooperativeId],
  );
  await stand.asOwner('insert into matching.usual_place (cooperative_id, site, cost_centre) values ($1, 1, 1)', [
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
    `insert into matching.number_form (cooperative_id, supplier_id, place, form, seen) values ($1, gen_random_uuid(), 1, '{"report":{"before":"f-","after":""},"booked":{"before":"","after":""}}', 9)`,
    [cooperativeId],
  );
}

/** An answer to many lines, and lines that one question is asked of: the books here are too few for one. */
async function askedOf(
  stand: Stand,
  members: Record<Who, Member>,
  answerId: string,
): Promise<Pick<World, 'bulkAnswerId' | 'question'>> {
  const bulkAnswerId = uuidv7();
  await stand.asOwner(
    `insert into matching.answer (cooperative_id, id, side, line_key, supplier_id, buyer_id, cause, reason, amount, needs_second, decided_at, given_id)
     select cooperative_id, $2, 'booked', 'many', supplier_id, buyer_id, 'timing', 'Neste kvartal.', 1, false, decided_at, $2 from matching.answer where id = $1`,
    [answerId, bulkAnswerId],
  );
  await stand.asOwner(
    `insert into matching.spend_line_apart (cooperative_id, batch_id, line_no, line_key, supplier_id, buyer_id, why, day, month, amount, payee, state)
     select cooperative_id, gen_random_uuid(), n, 'asked ' || n, supplier_id, buyer_id, 'not-assigned', '2026-03-05', 24314, 10 + n, false, 'booked-not-reported' from matching.answer cross join generate_series(1, 6) as n where id = $1`,
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

async function booksOf(
  stand: Stand,
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
  const { body: profiles } = await members.manager.caller.get('/spend/profiles').expect(200);
  const profile = (profiles as { id: string | null; profile: object }[]).find(({ id }) => id !== null)?.profile;
  const { body } = await members.buyer.caller
    .post('/spend/profiles', { profile: { ...profile, id: 'kommunens-egen' } })
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

/** Does in this process what the worker would: match, weigh, combine. */
async function work(stand: Stand, parties: Parties, runs: number): Promise<void> {
  const jobs = stand.get(WorkJobs);
  const actor = systemActor(parties.cooperativeId);
  const fact = {
    name: 'test',
    subjectId: parties.cooperativeId,
    payload: { buyerIds: parties.buyers.map(({ organisationId }) => organisationId) },
  };
  for (let run = 1; run <= runs; run += 1) {
    if (run > 1) await postLedger(stand, parties, [{ account: '115', amount: `${run}.00`, on: '2026-04-07' }]);
    await jobs.doNow('on-fact.CalculateAfter', { actor, payload: fact });
  }
  await jobs.doNow('on-fact.MatchAfterChange', { actor, payload: fact });
  await jobs.doNow('on-fact.RefreshAfterRun', { actor, payload: fact });
}

/** What the first supplier sees of the books of February, and says of it. */
async function unreportedOf(
  stand: Stand,
  { clerk }: Record<Who, Member>,
  { duties }: TestAgreement,
): Promise<World['unreported']> {
  const { body } = await clerk.caller.get(`/matching/duties/${duties['2026-02']}/booked`).expect(200);
  const [{ buyerId, key: invoice }] = body.invoices as [{ buyerId: string; key: string }];
  await clerk.caller
    .post(`/matching/duties/${duties['2026-02']}/statements`, { buyerId, invoice, kind: 'next-report', reason: '' })
    .expect(201);
  const [said] = await stand.asOwner<{ id: string }>('select id from matching.statement where supplier_id = $1', [
    clerk.organisationId,
  ]);
  return { buyerId, invoice, statementId: said?.id ?? '' };
}

/** Sets one up through the use cases and the front door. `runs`: how many emission runs, so that two worlds differ in their numbers. */
export async function setUpWorld(stand: Stand, name: string, runs: number): Promise<World> {
  const parties = await setUpParties(stand, name);
  const members = await membersOf(stand, parties);
  const agreement = await setUpAgreement(stand, parties, { number: `${name}-1` });
  const { cooperativeId } = parties;
  const { body: second } = await members.manager.caller
    .post('/agreements', {
      number: `${name}-2`,
      title: 'Frukt',
      startsOn: '2026-01-01',
      suppliers: [{ supplierId: members.otherSupplier.organisationId }],
      buyers: [{ buyerId: members.buyer.organisationId }],
    })
    .expect(201);
  await members.manager.caller.post(`/agreements/${second.id}/terms`, { document: testTerms }).expect(201);
  const duties = await stand.asOwner<{ id: string; period_key: string }>(
    'select id, period_key from agreements.duty where cooperative_id = $1 and supplier_id = $2',
    [cooperativeId, members.otherSupplier.organisationId],
  );
  // One of the reports is of the month that is running.
  await stand.asOwner(
    `update agreements.terms_version set document = document || '{"earlySubmission": "allowed"}' where cooperative_id = $1`,
    [cooperativeId],
  );
  const { body: openTemplate } = await members.manager.caller
    .post(`/agreements/${agreement.agreementId}/open-templates`, { report: 'deliveries', slug: `mat-${cooperativeId}` })
    .expect(201);
  const versions = await versionsOf(stand, members, parties, agreement);
  const sent = await sentOf(members, agreement);
  const small = await smallThings(stand, members, parties, agreement);
  const registers = await registerOf(members, agreement);
  const trees = await treesOf(members);
  const branches = await branchesOf(stand, parties, members, name);
  const prices = await pricesOf(stand, members, agreement);
  const factors = await factorsOf(members);
  const declared = await submitFootprints(stand, parties.suppliers[0]!.actor, members.clerk.organisationId, [{}]);
  await decideOn(stand, parties.manager.actor, declared.id, 'to-clarify');
  const books = await booksOf(stand, members, parties);
  await work(stand, parties, runs);
  const pair = {
    versionId: versions.accepted,
    reportLineNo: 1,
    batchId: books.invoicesId,
    spendLineNo: 1,
    verdict: 'same',
    reason: 'Samme kjøp.',
  };
  await members.buyer.caller.post('/matching/decisions', pair).expect(201);
  const { id: answerId } = (
    await members.buyer.caller
      .post('/matching/answers', {
        side: 'booked',
        documentId: books.invoicesId,
        lineNo: 1,
        cause: 'timing',
        reason: 'Neste kvartal.',
      })
      .expect(201)
  ).body as { id: string };
  await largeAnswer(stand, parties, answerId);
  const unreported = await unreportedOf(stand, members, agreement);
  const asked = await askedOf(stand, members, answerId);
  const one = async (sql: string) => (await stand.asOwner<{ found: string }>(sql, [cooperativeId]))[0]?.found ?? '';
  const lastRun = Number(await one('select max(number) as found from emissions.run where cooperative_id = $1'));
  const proposed = async (path: string, body: object) =>
    (await members.manager.caller.post(path, body).expect(201)).body.id as string;
  const approved = async (id: string) =>
    void (await members.administrator.caller.post(`/emissions/figure-proposals/${id}/approve`).expect(201));
  const all = { caseNumber: '26/118', scope: 'Alt.' };
  await approved(await proposed(`/emissions/runs/${lastRun}/publication-proposals`, all));
  const elsewhere = {
    figures: [
      { year: 2019, kg: '1' },
      { year: 2019, buyerId: members.buyer.organisationId, kg: '2' },
    ],
    madeBy: 'Andre',
    method: 'Kroner',
    source: 'Rapport',
  };
  await approved(await proposed('/emissions/sealed-figure-proposals', elsewhere));
  const figureProposals = [
    await proposed(`/emissions/runs/${lastRun}/publication-proposals`, all),
    await proposed(`/emissions/runs/${lastRun}/publication-proposals`, all),
    await proposed('/emissions/sealed-figure-proposals', elsewhere),
  ];
  // Only a run of a part lists what it changed, and one more run would tell the cooperatives less apart: the row is put in.
  await stand.asOwner(
    `insert into matching.run_change (cooperative_id, run_number, side, document_id, line_no) select cooperative_id, 1, 'booked', batch_id, line_no from spend.posting where cooperative_id = $1 limit 1`,
    [parties.cooperativeId],
  );
  // A night that proves something adds a run now and then, and the number of runs tells the cooperatives apart: the row is put in.
  await stand.asOwner(
    'insert into emissions.night_proof (cooperative_id, id, run_number, lines, lines_tried, differing, overtaken, proven_at) values ($1, gen_random_uuid(), $2, 1, 1, 0, false, now())',
    [cooperativeId, lastRun],
  );
  const access = await accessOf(stand, parties, members.manager.caller);
  const notifications = await notificationsOf(stand, parties, members);
  const dutiesByPeriod = Object.fromEntries(duties.map(({ id, period_key }) => [period_key, id]));
  return {
    branches,
    figureProposals,
    access,
    notifications,
    cooperativeId,
    parties,
    members,
    agreement,
    agreementOfOther: second.id,
    openTemplateId: openTemplate.id,
    dutiesOfOther: dutiesByPeriod,
    rememberedAnswerId: await rememberedAnswer(stand, members.clerk, versions.accepted),
    nilDutyId: await nilReturnOf(stand, members.otherSupplier, dutiesByPeriod['2026-03']!),
    versions,
    declarationId: declared.id,
    evidenceId: await evidenceBeside(stand, parties.suppliers[0]!.actor, declared.id),
    footprintId: await one('select id as found from declarations.footprint where cooperative_id = $1'),
    ...books,
    ...registers,
    ...small,
    prices,
    factors,
    trees,
    sent,
    holdingId: await one(
      `select id as found from agreements.agreement_supplier where cooperative_id = $1 and agreement_id = '${agreement.agreementId}' and supplier_id = '${members.clerk.organisationId}'`,
    ),
    combinedKey: await one(
      `select key as found from insight.combined_line where cooperative_id = $1 and buyer_id = '${members.buyer.organisationId}' and side <> 'reported' order by key limit 1`,
    ),
    waitingAnswerId: answerId,
    ...asked,
    unreported,
    lastRun,
  };
}
