import { setUpAgreement, testTerms, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { reviewFootprints, attachPdf, submitFootprints } from '@tallgrunn/declarations-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork, type Role } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import {
  onBehalfReport,
  marchLines,
  receivedReport,
  reportCsv,
  type TestLine,
} from '@tallgrunn/reporting-server/testing';
import { accessOf, type AccessWorld } from './access-world.ts';
import { branchesOf, type BranchesWorld } from './branches-world.ts';
import { claimsOf, type ClaimsWorld } from './claims-world.ts';
import { statementsOf, type StatementsWorld } from './statements-world.ts';
import { signedIn, type Caller } from './caller.ts';
import { factorsOf, type FactorsWorld } from './factors-world.ts';
import { followUpOf, type FollowUpWorld } from './follow-up-world.ts';
import { notificationsOf, type NotificationsWorld } from './notifications-world.ts';
import { nilReturnOf } from './nil-world.ts';
import { pricesOf, type PricesWorld } from './prices-world.ts';
import { sentOf, type SentWorld } from './sent-world.ts';
import { targetsOf, type TargetsWorld } from './targets-world.ts';
import { treesOf, type TreesWorld } from './trees-world.ts';
import {
  rememberedAnswer,
  smallThings,
  registerOf,
  createLargeAnswers,
  createBulkQuestion,
  toleranceDraft,
} from './small-things-world.ts';
import { createLedgers, runPendingJobs, unreportedOf } from './ledgers-world.ts';

/** The people of each cooperative. The first supplier and the first buyer also have an administrator. */
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

/** One cooperative with all data that a route can show. */
export interface World {
  readonly cooperativeId: string;
  readonly parties: Parties;
  readonly members: Readonly<Record<Who, Member>>;
  readonly agreement: TestAgreement;
  /** An agreement of the other supplier alone. */
  readonly agreementOfOther: string;
  /** The public template of the agreement's terms. */
  readonly openTemplateId: string;
  /** Obligations of the other supplier, by period. */
  readonly obligationsOfOther: Readonly<Record<string, string>>;
  /** An obligation of the other supplier: a nil return that purchases booked afterwards may contradict. */
  readonly nilObligationId: string;
  readonly rememberedAnswerId: string;
  /** Versions of the first supplier, named after their state. */
  readonly versions: Readonly<
    Record<'accepted' | 'checked' | 'waiting' | 'waitingToo' | 'correcting' | 'onBehalf', string>
  >;
  readonly declarationId: string;
  readonly footprintId: string;
  readonly evidenceId: string;
  /**
   * The first buyer's ledger. The first posting gets its content from the matched invoice, the second is on its own.
   */
  readonly ledgerId: string;
  readonly invoicesId: string;
  readonly profileId: string;
  readonly combinedKey: string;
  /** Official figures proposed by the manager: to approve, to reject, to withdraw. */
  readonly figureProposals: readonly string[];
  /** An answer to the buyer's line, pending second approval. */
  readonly waitingAnswerId: string;
  /** An answer given to many lines at once. */
  readonly bulkAnswerId: string;
  /** A bulk question about lines of the buyer. */
  readonly question: { readonly supplierId: string; readonly key: string; readonly basis: string };
  /** Hash of the preview of `toleranceDraft`. */
  readonly toleranceBasis: string;
  /** An invoice booked by the first buyer but missing in the first supplier's reports, and the supplier's response. */
  readonly unreported: { readonly buyerId: string; readonly invoice: string; readonly statementId: string };
  /** The first supplier's participation in the agreement. */
  readonly holdingId: string;
  /** A contract register with open questions, their possible answers, and a second register with open questions. */
  readonly registerImportId: string;
  readonly registerAnswers: readonly { readonly number: number; readonly choice: string }[];
  readonly secondImportId: string;
  readonly trees: TreesWorld;
  readonly prices: PricesWorld;
  readonly claims: ClaimsWorld;
  readonly statements: StatementsWorld;
  readonly factors: FactorsWorld;
  readonly lastRun: number;
  readonly publicationId: string;
  readonly sent: SentWorld;
  readonly branches: BranchesWorld;
  readonly access: AccessWorld;
  readonly followUp: FollowUpWorld;
  readonly notifications: NotificationsWorld;
  readonly targets: TargetsWorld;
  /** An unanswered invitation by the first supplier, and a membership there that nothing else needs. */
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

async function membersOf(stand: TestApp, parties: Parties): Promise<Record<Who, Member>> {
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

/** Uploads a report, answers its questions and submits it. A report with questions is then pending review. */
async function submitted(
  stand: TestApp,
  members: Record<Who, Member>,
  parties: Parties,
  obligationId: string,
  lines: readonly TestLine[],
): Promise<string> {
  const version = await receivedReport(stand, parties.suppliers[0]!.actor, obligationId, reportCsv(lines));
  const questions = version.verdict?.groups.filter(({ severity }) => severity === 'confirm') ?? [];
  const confirmations = questions.map(({ code, example }) => ({
    code,
    cause: example.cause ?? '',
    reason: 'As agreed.',
  }));
  await members.clerk.caller
    .post(`/report-versions/${version.id}/submit`, {
      confirmations,
      leaveOutRows: (version.verdict?.quarantined ?? 0) > 0,
    })
    .expect(201);
  return version.id;
}

/** A row with an unknown buyer: it is held back, and the rest is pending review. */
const stray: TestLine = { ...marchLines[0]!, buyer: 'Ukjent kunde', deliveredOn: '04.02.2026' };

async function versionsOf(
  stand: TestApp,
  members: Record<Who, Member>,
  parties: Parties,
  { obligations }: TestAgreement,
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
    accepted: await submitted(stand, members, parties, obligations['2026-03']!, marchLines),
    waiting: await submitted(stand, members, parties, obligations['2026-01']!, dear('01')),
    waitingToo: await submitted(stand, members, parties, obligations['2026-02']!, [...dear('02'), stray]),
    checked: (await receivedReport(stand, parties.suppliers[0]!.actor, obligations['2026-04']!, reportCsv(april))).id,
  };
  return {
    ...known,
    correcting: (
      await receivedReport(
        stand,
        parties.suppliers[0]!.actor,
        obligations['2026-03']!,
        reportCsv([...marchLines.slice(1), { ...marchLines[0]!, buyer: 'Glåmos Handel AS' }]),
      )
    ).id,
    onBehalf: await onBehalfReport(stand, parties, obligations['2026-02']!, reportCsv(marchLines.map(in02))),
  };
}

export async function setUpWorld(stand: TestApp, name: string, runs: number): Promise<World> {
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
  const obligations = await stand.asOwner<{ id: string; period_key: string }>(
    'select id, period_key from agreements.reporting_obligation where cooperative_id = $1 and supplier_id = $2',
    [cooperativeId, members.otherSupplier.organisationId],
  );
  // One of the reports is for the current month.
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
  await reviewFootprints(stand, parties.manager.actor, declared.id, 'to-clarify');
  const books = await createLedgers(stand, members, parties);
  await runPendingJobs(stand, parties, runs);
  const pair = {
    versionId: versions.accepted,
    reportLineNo: 1,
    batchId: books.invoicesId,
    spendLineNo: 1,
    verdict: 'same',
    reason: 'Samme kjøp.',
  };
  await members.buyer.caller.post('/matching/pair-decisions', pair).expect(201);
  const { id: answerId } = (
    await members.buyer.caller
      .post('/matching/line-resolutions', {
        side: 'booked',
        documentId: books.invoicesId,
        lineNo: 1,
        cause: 'timing',
        reason: 'Neste kvartal.',
      })
      .expect(201)
  ).body as { id: string };
  await createLargeAnswers(stand, parties, answerId);
  const unreported = await unreportedOf(stand, members, agreement);
  const asked = await createBulkQuestion(stand, members, answerId);
  const { basis: toleranceBasis } = (
    await members.manager.caller.post('/matching/tolerances/preview', toleranceDraft(agreement.agreementId)).expect(200)
  ).body as { basis: string };
  const one = async (sql: string) => (await stand.asOwner<{ found: string }>(sql, [cooperativeId]))[0]?.found ?? '';
  const lastRun = Number(await one('select max(number) as found from emissions.run where cooperative_id = $1'));
  const proposed = async (path: string, body: object) =>
    (await members.manager.caller.post(path, body).expect(201)).body.id as string;
  const approved = async (id: string) =>
    void (await members.administrator.caller.post(`/emissions/figure-proposals/${id}/approve`).expect(201));
  const all = { caseNumber: '26/118', scope: 'Alt.' };
  await approved(await proposed(`/emissions/runs/${lastRun}/publication-proposals`, all));
  const publicationId = await one('select id::text as found from emissions.publication where cooperative_id = $1');
  const elsewhere = {
    figures: [
      { year: 2019, kg: '1' },
      { year: 2019, buyerId: members.buyer.organisationId, kg: '2' },
    ],
    madeBy: 'Andre',
    method: 'Kroner',
    source: 'Rapport',
  };
  await approved(await proposed('/emissions/external-figure-proposals', elsewhere));
  const figureProposals = [
    await proposed(`/emissions/runs/${lastRun}/publication-proposals`, all),
    await proposed(`/emissions/runs/${lastRun}/publication-proposals`, all),
    await proposed('/emissions/external-figure-proposals', elsewhere),
  ];
  // Only a partial run lists its changes. A further run would make the cooperatives' run numbers equal, so the row is
  // inserted.
  await stand.asOwner(
    `insert into matching.run_change (cooperative_id, run_number, side, document_id, line_no) select cooperative_id, 1, 'booked', batch_id, line_no from spend.posting where cooperative_id = $1 limit 1`,
    [parties.cooperativeId],
  );
  // Nightly verification would sometimes add a run, and the number of runs distinguishes the cooperatives, so the row
  // is inserted.
  await stand.asOwner(
    'insert into emissions.nightly_verification (cooperative_id, id, run_number, lines, verified_line_count, differing, overtaken, verified_at) values ($1, gen_random_uuid(), $2, 1, 1, 0, false, now())',
    [cooperativeId, lastRun],
  );
  const access = await accessOf(stand, parties, members.manager.caller);
  const notifications = await notificationsOf(stand, parties, members);
  const obligationsByPeriod = Object.fromEntries(obligations.map(({ id, period_key }) => [period_key, id]));
  return {
    branches,
    figureProposals,
    toleranceBasis,
    access,
    followUp: await followUpOf(stand, members, agreement, versions.accepted),
    notifications,
    targets: await targetsOf(members, parties.manager.actor.personId ?? ''),
    cooperativeId,
    parties,
    members,
    agreement,
    agreementOfOther: second.id,
    openTemplateId: openTemplate.id,
    obligationsOfOther: obligationsByPeriod,
    rememberedAnswerId: await rememberedAnswer(stand, members.clerk, versions.accepted),
    nilObligationId: await nilReturnOf(stand, members.otherSupplier, obligationsByPeriod['2026-03']!),
    versions,
    declarationId: declared.id,
    evidenceId: await attachPdf(stand, parties.suppliers[0]!.actor, declared.id),
    footprintId: await one('select id as found from declarations.footprint where cooperative_id = $1'),
    ...books,
    ...registers,
    ...small,
    prices,
    claims: await claimsOf(stand, members, agreement, cooperativeId, versions.accepted),
    statements: await statementsOf(stand, members, agreement.agreementId, cooperativeId),
    factors,
    trees,
    sent,
    holdingId: await one(
      `select id as found from agreements.agreement_supplier where cooperative_id = $1 and agreement_id = '${agreement.agreementId}' and supplier_id = '${members.clerk.organisationId}'`,
    ),
    combinedKey: await one(
      `select key as found from insight.door_combined_line where cooperative_id = $1 and buyer_id = '${members.buyer.organisationId}' and side <> 'reported' order by key limit 1`,
    ),
    waitingAnswerId: answerId,
    ...asked,
    unreported,
    lastRun,
    publicationId,
  };
}
