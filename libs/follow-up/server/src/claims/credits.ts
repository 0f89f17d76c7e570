import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { isOfGoods } from '@tallgrunn/reporting-server';
import { add, compare, uuidv7 } from '@tallgrunn/values';
import type { PriceBasis } from '../price-deviations/charged-lines.ts';
import type { ClaimCreditCandidateDto } from './claim.dto.ts';
import { isAwaitingCredit } from './claim-state.ts';
import { ClaimStore } from './claim-store.ts';

const CANDIDATES_MAX = 200;

/** SQL: credit lines of the claim's supplier after it was sent, except credits of other claims. */
const CREDIT_LINES = `
  with claim as (select c.* from follow_up.claim c where c.id = $1),
  credit as (
    select 'reported' as basis, r.version_id as document_id, r.line_no, r.line_key, v.number as document_name, r.item_id, r.item_number, r.item_name, r.invoice_number, r.buyer_id, r.told_on as credited_on, -r.amount as amount
    from claim c
    join reporting.door_report_line r on r.agreement_id = c.agreement_id and r.supplier_id = c.supplier_id and r.currency = c.currency and r.amount < 0 and ${isOfGoods('r')}
    join reporting.door_report_version v on v.cooperative_id = r.cooperative_id and v.id = r.version_id and v.accepted_at > c.sent_at
    union all
    select 'invoiced', s.batch_id, s.line_no, s.line_key, s.invoice_number, i.id, s.item_number, s.item_name, s.invoice_number, s.buyer_id, s.invoiced_on, -s.net_amount
    from claim c
    join spend.door_spend_line s on s.supplier_id = c.supplier_id and s.source = 'invoice-line' and s.currency = c.currency and s.net_amount < 0 and s.invoiced_on >= (c.sent_at at time zone 'Europe/Oslo')::date
    left join agreements.door_item i on i.cooperative_id = s.cooperative_id and i.agreement_id = c.agreement_id and i.supplier_id = s.supplier_id and i.number = s.item_number
  )
  select k.*,
    exists (select from follow_up.claim_line l where l.claim_id = $1 and l.invoice_number = k.invoice_number) as same_invoice,
    exists (select from follow_up.claim_line l where l.claim_id = $1 and l.item_id = k.item_id and l.buyer_id is not distinct from k.buyer_id) as same_item,
    k.amount in (select c.amount from claim c union all select c.agreed_amount from claim c where c.agreed_amount is not null union all select l.amount from follow_up.claim_line l where l.claim_id = $1) as same_amount
  from credit k
  where not exists (select from follow_up.claim_credit x where x.basis = k.basis and x.document_id = k.document_id and x.document_line_no = k.line_no and x.revoked_at is null)`;

interface CreditRow {
  readonly basis: PriceBasis;
  readonly document_id: string;
  readonly line_no: number;
  readonly line_key: string;
  readonly document_name: string | null;
  readonly item_number: string | null;
  readonly item_name: string | null;
  readonly invoice_number: string | null;
  readonly credited_on: string | null;
  readonly amount: string;
}

/**
 * Lists credit lines that may belong to a claim, because they have the same amount, item or invoice. A person confirms
 * them.
 */
@Injectable()
export class ListCreditCandidates {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimStore,
  ) {}

  async run(claimId: string): Promise<ClaimCreditCandidateDto[]> {
    const claim = await this.claims.lockForUpdate(claimId);
    if (!isAwaitingCredit(claim.state)) return [];
    return this.database.query<ClaimCreditCandidateDto>(
      `select k.basis, k.document_id as "documentId", k.line_no as "lineNo", k.document_name as "documentName", k.item_number as "itemNumber", k.item_name as "itemName", k.invoice_number as "invoiceNumber",
         k.credited_on::text as "creditedOn", round(k.amount, 2)::text as amount, b.name as buyer, k.same_invoice as "isSameInvoice", k.same_item as "isSameItem", k.same_amount as "isSameAmount"
       from (${CREDIT_LINES}) k left join identity.door_organisation b on b.id = k.buyer_id
       where k.same_invoice or k.same_item or k.same_amount
       order by k.same_amount desc, k.same_invoice desc, k.same_item desc, k.amount desc, k.document_id, k.line_no limit ${CANDIDATES_MAX}`,
      [claimId],
    );
  }
}

/**
 * Confirms that a credit line belongs to a claim. When the credits reach the agreed amount (or the claimed one, if none
 * is agreed), the claim is settled.
 */
@Injectable()
export class ConfirmCredit {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    claimId: string,
    { basis, documentId, lineNo }: { readonly basis: PriceBasis; readonly documentId: string; readonly lineNo: number },
  ): Promise<{ id: string }> {
    const claim = await this.claims.lockForUpdate(claimId);
    if (!isAwaitingCredit(claim.state)) throw new Problem(409, 'claim-state-changed', { state: claim.state });
    const credit = await this.database.one<CreditRow>(
      `select * from (${CREDIT_LINES}) k where k.basis = $2 and k.document_id = $3 and k.line_no = $4`,
      [claimId, basis, documentId, lineNo],
    );
    if (!credit) throw notFound('credit-line');
    const now = this.clock.now();
    const id = uuidv7(now);
    await this.database.query(
      `insert into follow_up.claim_credit (id, claim_id, supplier_id, basis, document_id, document_line_no, line_key, document_name, item_number, item_name, invoice_number, credited_on, amount, confirmed_by, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, platform.person(), $14)`,
      [
        ...[id, claimId, claim.supplier_id, basis, documentId, lineNo, credit.line_key, credit.document_name],
        ...[credit.item_number, credit.item_name, credit.invoice_number, credit.credited_on, credit.amount, now],
      ],
    );
    await this.claims.addEvent(claim, { kind: 'credited', amount: credit.amount });
    await this.audit.record({
      act: 'claim.credit-confirmed',
      subject: { kind: 'claim', id: claimId },
      details: { number: claim.number, basis, documentId, lineNo, amount: credit.amount },
    });
    if (compare(add(claim.credited, credit.amount), claim.agreed_amount ?? claim.amount) >= 0) {
      await this.database.query('update follow_up.claim set state = $2, closed_at = $3 where id = $1', [
        claimId,
        this.claims.requireState(claim, 'settle'),
        now,
      ]);
      await this.claims.addEvent(claim, { kind: 'settled' });
    }
    return { id };
  }
}

/** Revokes a confirmed credit. A settled claim then awaits its credit. */
@Injectable()
export class RevokeCredit {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string): Promise<void> {
    const stored = await this.database.one<{ claim_id: string }>(
      'select claim_id from follow_up.claim_credit where id = $1 and revoked_at is null',
      [id],
    );
    if (!stored) throw notFound('claim-credit');
    const claim = await this.claims.lockForUpdate(stored.claim_id);
    const credit = await this.database.one<{ amount: string }>(
      'update follow_up.claim_credit set revoked_by = platform.person(), revoked_at = $2 where id = $1 and revoked_at is null returning amount::text as amount',
      [id, this.clock.now()],
    );
    if (!credit) throw notFound('claim-credit');
    await this.database.query(
      `update follow_up.claim set state = case when agreed_amount is null then 'sent' when agreed_amount < amount then 'partly-agreed' else 'agreed' end, closed_at = null
       where id = $1 and state = 'settled'`,
      [claim.id],
    );
    await this.claims.addEvent(claim, { kind: 'credit-revoked', amount: credit.amount });
    await this.audit.record({
      act: 'claim.credit-revoked',
      subject: { kind: 'claim', id: claim.id },
      details: { number: claim.number, amount: credit.amount },
    });
  }
}
