import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { randomUUID } from 'node:crypto';
import type { Member, Who } from './world.ts';

/** Follow-up of a supplier: late reports, prices above the agreed ones, claims. */
export interface ClaimsWorld {
  /** A late report of the first supplier. */
  readonly lateObligationId: string;
  readonly exclusionId: string;
  /** Decisions with a letter, and a large one pending second approval. */
  readonly decisionIds: readonly [string, string];
  readonly largeDecisionId: string;
  readonly acceptedDeviationId: string;
  /** The document with the price deviations; its first two lines are open. */
  readonly documentId: string;
  readonly claims: Readonly<
    Record<'edited' | 'sent' | 'withdrawn' | 'answered' | 'recorded' | 'credited' | 'settled', string>
  >;
  readonly creditId: string;
  readonly creditLineNo: number;
}

const CREDIT_LINE = 9001;

/** Inserts rows that would take months to arise, as the use cases write them. */
export async function claimsOf(
  stand: TestApp,
  { clerk, buyer }: Record<Who, Member>,
  { agreementId, obligations }: TestAgreement,
  cooperativeId: string,
  versionId: string,
): Promise<ClaimsWorld> {
  const run = (sql: string, params: readonly unknown[]) => stand.asOwner(sql, [...params]);
  const supplierId = clerk.organisationId;
  const lateObligationId = obligations['2026-01'] ?? '';
  // No user was invited and no account created before the report was due: then nothing would be late.
  await run(`update agreements.reporting_obligation set opened_at = '2026-01-05' where id = $1`, [lateObligationId]);
  await run(`update identity.membership set created_at = '2026-01-02' where organisation_id = $1`, [supplierId]);
  const exclusionId = randomUUID();
  await run(
    `insert into follow_up.penalty_exclusion (cooperative_id, id, supplier_id, valid_from, valid_to, reason, created_at) values ($1, $2, $3, '2026-02-16', '2026-02-16', 'Flom', now())`,
    [cooperativeId, exclusionId, supplierId],
  );
  const decision = async (number: string, isLarge: boolean) => {
    const id = randomUUID();
    await run(
      `insert into follow_up.penalty_decision (cooperative_id, id, number, obligation_id, agreement_id, supplier_id, decision, amount, currency, unit_count, calculation, reason, requires_second_approval, decided_at, letter_language, letter_subject, letter_text)
       values ($1, $2, $3, $4, $5, $6, 'claim', 1000, 'NOK', 1, '{}', 'For sent', $7, now(), 'nb', 'Krav', 'Hei')`,
      [cooperativeId, id, number, lateObligationId, agreementId, supplierId, isLarge],
    );
    return id;
  };
  await run(
    `insert into follow_up.compared_version (cooperative_id, version_id, price_key, compared_at) values ($1, $2, 'test', now())`,
    [cooperativeId, versionId],
  );
  await run(
    `insert into follow_up.compared_batch (cooperative_id, batch_id, compared_at) values ($1, gen_random_uuid(), now())`,
    [cooperativeId],
  );
  await run(
    `insert into follow_up.compared_prices (cooperative_id, agreement_id, supplier_id, price_key, compared_at) values ($1, $2, $3, 'test', now())`,
    [cooperativeId, agreementId, supplierId],
  );
  await run(
    `insert into follow_up.price_comparison_month (cooperative_id, basis, document_id, agreement_id, supplier_id, month, currency, compared_count, charged_amount, agreed_amount, unknown_count, unknown_amount, other_count,
       other_amount, currency_count, currency_amount, vat_unknown_count, vat_unknown_amount, off_assortment_count, off_assortment_amount)
     values ($1, 'reported', $2, $3, $4, '2026-03', 'NOK', 3, 40, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`,
    [cooperativeId, versionId, agreementId, supplierId],
  );
  for (const lineNo of [1, 2, 3])
    await run(
      `insert into follow_up.price_deviation (cooperative_id, basis, document_id, line_no, agreement_id, supplier_id, line_key, buyer_id, item_id, charged_on, month, quantity, unit, price, agreed_price, agreed_from, amount, currency)
       select $1, 'reported', $2, $3::int, $4, $5, 'key ' || $3::int, $6, i.id, '2026-03-03', '2026-03', 1, 'stk', 20, 10, '2026-01-01', 10, 'NOK' from agreements.item i where i.cooperative_id = $1 and i.agreement_id = $4 limit 1`,
      [cooperativeId, versionId, lineNo, agreementId, supplierId, buyer.organisationId],
    );
  const acceptedDeviationId = randomUUID();
  await run(
    `insert into follow_up.accepted_deviation (cooperative_id, id, basis, agreement_id, supplier_id, line_key, reason, accepted_at) values ($1, $2, 'reported', $3, $4, 'key 3', 'Avtalt', now())`,
    [cooperativeId, acceptedDeviationId, agreementId, supplierId],
  );
  const claim = async (number: string, state: 'draft' | 'sent' | 'settled') => {
    const id = randomUUID();
    // A separate currency, so that its credit line is in no other sum.
    await run(
      `insert into follow_up.claim (cooperative_id, id, number, agreement_id, supplier_id, basis, state, amount, currency, line_count, letter_language, letter_subject, letter_text, created_at, sent_at)
       values ($1, $2, $3, $4, $5, 'reported', $6::text, 500, 'SEK', 1, 'nb', 'Krav', 'Hei', now(), case when $6::text <> 'draft' then '2026-01-01'::timestamptz end)`,
      [cooperativeId, id, number, agreementId, supplierId, state],
    );
    await run(
      `insert into follow_up.claim_line (cooperative_id, claim_id, line_no, supplier_id, document_id, document_line_no, line_key, buyer_id, item_id, charged_on, quantity, unit, price, agreed_price, agreed_from, amount)
       select $1, $2, 1, $3, $4, 1, 'claimed ' || $5::text, $6, i.id, '2026-03-03', 1, 'stk', 20, 10, '2026-01-01', 500 from agreements.item i where i.cooperative_id = $1 and i.agreement_id = $7 limit 1`,
      [cooperativeId, id, supplierId, versionId, number, buyer.organisationId, agreementId],
    );
    if (state !== 'draft')
      await run(
        `insert into follow_up.claim_event (cooperative_id, id, claim_id, supplier_id, kind, recorded_at) values ($1, gen_random_uuid(), $2, $3, 'sent', '2026-01-01')`,
        [cooperativeId, id, supplierId],
      );
    return id;
  };
  const claims = {
    edited: await claim('PK-1', 'draft'),
    sent: await claim('PK-2', 'draft'),
    withdrawn: await claim('PK-3', 'sent'),
    answered: await claim('PK-4', 'sent'),
    recorded: await claim('PK-5', 'sent'),
    credited: await claim('PK-6', 'sent'),
    settled: await claim('PK-7', 'settled'),
  };
  const creditId = randomUUID();
  await run(
    `insert into follow_up.claim_credit (cooperative_id, id, claim_id, supplier_id, basis, document_id, document_line_no, line_key, amount, confirmed_at) values ($1, $2, $3, $4, 'reported', $5, 9002, 'credit', 500, now())`,
    [cooperativeId, creditId, claims.settled, supplierId, versionId],
  );
  await run(
    `insert into reporting.report_line (cooperative_id, version_id, line_no, supplier_id, line_key, kind, quantity, unit, unit_price, amount, currency, vat, delivered_on, sheet, row_no, raw)
     values ($1, $2, ${CREDIT_LINE}, $3, 'credit-line', 'credit', -1, 'stk', 500, -500, 'SEK', 'excluded', '2026-03-30', '', ${CREDIT_LINE}, '{}')`,
    [cooperativeId, versionId, supplierId],
  );
  return {
    lateObligationId,
    exclusionId,
    decisionIds: [await decision('DM-1', false), await decision('DM-2', false)],
    largeDecisionId: await decision('DM-3', true),
    acceptedDeviationId,
    documentId: versionId,
    claims,
    creditId,
    creditLineNo: CREDIT_LINE,
  };
}
