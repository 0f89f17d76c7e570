import { agreements } from '@tallgrunn/agreements-server';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { factorBook } from '@tallgrunn/factor-book-server';
import { identity, SetUpParties } from '@tallgrunn/identity-server';
import { TEST_PASSWORD, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { MatchLines, matching } from '@tallgrunn/matching-server';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { CalculateEmissions, type RunOutcome } from './calculation/calculate-emissions.ts';
import { emissions } from './room.ts';
import { DecideMethodPolicy } from './method-policies/decide-method-policy.ts';
import { ProposeMethodPolicy, type NewMethodPolicy } from './method-policies/propose-method-policy.ts';
import type { AffectedTargets } from './calculation/load-line-parts.ts';

/** The emissions room and all rooms that it depends on. */
export const roomsOfEmissions = [
  identity,
  agreements,
  catalogue,
  factorBook,
  declarations,
  spend,
  reporting,
  matching,
  emissions,
];

export interface TestPosting {
  readonly account: string | null;
  readonly amount: string;
  readonly currency?: string;
  readonly vat?: 'net' | 'gross' | 'unknown';
  readonly on?: string;
  readonly invoice?: string;
  readonly orgNumber?: string;
  /** Value of the account class column. */
  readonly accountClass?: string;
}

export interface TestLedger {
  /** Index of the buyer among the parties. */
  readonly buyer?: number;
  /** Chart of accounts of its codes. */
  readonly system?: string;
}

let vouchers = 0;

/**
 * Imports a ledger of one buyer as the manager. Returns the batch id. Row n of the list is line n, and row n + 1 of the
 * file.
 */
export async function postLedger(
  stand: TestApp,
  parties: Parties,
  postings: readonly TestPosting[],
  { buyer = 0, system = 'kostra' }: TestLedger = {},
): Promise<string> {
  const profile = {
    id: `test-${system}`,
    name: 'Test',
    columns: {
      voucherNumber: 'Nr',
      voucherDate: 'Dag',
      account: 'Konto',
      amount: 'Sum',
      currency: 'Valuta',
      vatCode: 'Mva',
      invoiceNumber: 'Faktura',
      supplierOrgNumber: 'Orgnr',
      accountClass: 'Kontoklasse',
    },
    required: ['voucherNumber'],
    account: { system },
    numbers: { decimal: '.' },
    sign: 'cost-positive',
    currency: 'NOK',
    vat: { amounts: 'net', byCode: { G: 'gross', U: 'unknown', N: 'net' } },
    comesIn: { parties: 'everybody', accounts: ['*'] },
  };
  const { id: profileId } = await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
  const rows = postings.map(
    ({
      account,
      amount,
      currency = 'NOK',
      vat = 'net',
      on = '2026-03-15',
      invoice = '',
      orgNumber = '',
      accountClass = '',
    }) =>
      [
        (vouchers += 1),
        on,
        account ?? '',
        amount,
        currency,
        vat.charAt(0).toUpperCase(),
        invoice,
        orgNumber,
        accountClass,
      ].join(';'),
  );
  const file = ['Nr;Dag;Konto;Sum;Valuta;Mva;Faktura;Orgnr;Kontoklasse', ...rows, ''].join('\n');
  const { id } = await postBatch(stand, parties.manager.actor, 'bok.csv', file, {
    kind: 'ledger',
    buyerId: parties.buyers[buyer]?.organisationId ?? null,
    profileId,
  });
  return id;
}

/** States that every month with postings is complete, so that years can be compared. */
export async function closeLedgers(stand: TestApp, parties: Parties): Promise<void> {
  await stand.asOwner(
    `insert into spend.month_statement (cooperative_id, id, buyer_id, month, is_complete, reason, stated_by, stated_at)
     select distinct on (c.buyer_id, c.month) c.cooperative_id, gen_random_uuid(), c.buyer_id, c.month, true, 'Avsluttet.', $2::uuid, now() from spend.ledger_coverage c where c.cooperative_id = $1`,
    [parties.cooperativeId, parties.manager.actor.personId],
  );
}

/** Calculates a run at once without the queue: of all open data, or of the affected lines. */
export function calculate(
  stand: TestApp,
  parties: Parties,
  cause = 'test',
  touched?: AffectedTargets,
): Promise<RunOutcome> {
  return stand
    .get(UnitOfWork)
    .run({ ...parties.system }, () => stand.get(CalculateEmissions).run(cause, undefined, touched));
}

/** Matches all lines at once and calculates a run. */
export async function matchAndCalculate(stand: TestApp, parties: Parties): Promise<RunOutcome> {
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
  return calculate(stand, parties);
}

export interface ResultLine {
  readonly batch_id: string;
  readonly line_no: number;
  readonly source: string;
  readonly method: string;
  readonly reason: string;
  readonly amount: string;
  readonly currency: string;
  readonly category: string | null;
  readonly quality: number | null;
  readonly factor_code: string | null;
  readonly multiplier: string | null;
  readonly kg: string | null;
  readonly run_number: number;
}

/** Returns the current results by line. */
export function currentResults(stand: TestApp, parties: Parties): Promise<ResultLine[]> {
  return stand.get(UnitOfWork).run({ ...parties.system }, () =>
    stand.get(Database).query<ResultLine>(
      `select batch_id, line_no, source, method, reason, amount::text as amount, currency, category, quality, factor_code, multiplier::text as multiplier, kg::text as kg, run_number
       from emissions.door_result order by batch_id, line_no`,
    ),
  );
}

export interface ResultPart {
  readonly line_no: number;
  readonly part: number;
  readonly method: string;
  readonly category: string | null;
  readonly product_group_code: string | null;
  readonly amount: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly factor_id: string | null;
  readonly price_level: string | null;
  readonly price_standing: string | null;
  readonly is_over_reported: boolean;
  readonly multiplier: string | null;
  readonly kg: string | null;
  readonly combustion_kg_co2e: string | null;
  readonly quality: number | null;
}

/** Returns the current parts of a batch's lines. */
export function currentParts(stand: TestApp, parties: Parties, batchId: string): Promise<ResultPart[]> {
  return stand.get(UnitOfWork).run({ ...parties.system }, () =>
    stand.get(Database).query<ResultPart>(
      `select line_no, part, method, category, product_group_code, trim_scale(amount)::text as amount, trim_scale(quantity)::text as quantity, unit, factor_id, price_level, price_standing, is_over_reported,
         trim_scale(multiplier)::text as multiplier, trim_scale(kg)::text as kg, trim_scale(combustion_kg_co2e)::text as combustion_kg_co2e, quality
       from emissions.door_result_part where batch_id = $1 order by line_no, part`,
      [batchId],
    ),
  );
}

/** Puts a method policy in force: proposed by the manager, approved by a new administrator. */
export async function putPolicyInForce(stand: TestApp, parties: Parties, ruling: NewMethodPolicy): Promise<void> {
  const units = stand.get(UnitOfWork);
  const { organisationId, actor } = parties.manager;
  const email = `ruler.${(vouchers += 1)}@example.no`;
  const member = await units.run({ ...parties.system }, () =>
    stand
      .get(SetUpParties)
      .addMember({ organisationId, role: 'administrator', name: email, email, password: TEST_PASSWORD }),
  );
  const { id } = await units.run({ ...actor }, () => stand.get(ProposeMethodPolicy).run(ruling, member.personId));
  await units.run({ ...actor, ...member, role: 'administrator' }, () =>
    stand.get(DecideMethodPolicy).run(id, 'approved', null),
  );
}

/** Downloads an evidence pack and returns its bytes. */
export async function downloadPack(by: SignedIn, path: string): Promise<Buffer> {
  const { body } = await by
    .get(path)
    .buffer()
    .parse((answer, done) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)));
    })
    .expect(200);
  return body as Buffer;
}

/** Publishes part of a run: `proposer` proposes it, `approver` approves it. Returns the id of the publication. */
export async function publishPart(proposer: SignedIn, approver: SignedIn, run: number, body: object): Promise<string> {
  const { id } = (await proposer.post(`/emissions/runs/${run}/publication-proposals`, body).expect(201)).body;
  return (await approver.post(`/emissions/figure-proposals/${id}/approve`).expect(201)).body.id;
}

/** Records external figures in the same way. Returns the id of the first figure. */
export async function recordExternalFigures(proposer: SignedIn, approver: SignedIn, body: object): Promise<string> {
  const { id } = (await proposer.post('/emissions/external-figure-proposals', body).expect(201)).body;
  return (await approver.post(`/emissions/figure-proposals/${id}/approve`).expect(201)).body.id;
}
