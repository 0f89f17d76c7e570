import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, DocumentNumbers, Problem } from '@tallgrunn/platform';
import { sum, uuidv7, type Language } from '@tallgrunn/values';
import type { PriceBasis } from '../price-deviations/charged-lines.ts';
import { DEVIATION_LINES } from '../price-deviations/list-deviation-lines.ts';
import { claimLetter } from './claim-letter.ts';
import { FindLetterLanguage } from './find-letter-language.ts';

export interface ClaimRequest {
  readonly agreementId: string;
  readonly supplierId: string;
  readonly basis: PriceBasis;
  /** Lines to claim; omitted: all open lines of the months. */
  readonly lines?: readonly { readonly documentId: string; readonly lineNo: number }[];
  /** First and last month, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly language?: Language;
}

interface ChosenLine {
  readonly documentId: string;
  readonly lineNo: number;
  readonly lineKey: string;
  readonly documentNumber: string | null;
  readonly buyerId: string | null;
  readonly itemId: string;
  readonly itemNumber: string | null;
  readonly itemName: string | null;
  readonly invoiceNumber: string | null;
  readonly chargedOn: string | null;
  readonly month: string;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly price: string;
  readonly agreedPrice: string;
  readonly agreedFrom: string;
  readonly amount: string;
  readonly currency: string;
}

/** Maximum number of lines per claim. */
export const CLAIM_LINES_MAX = 20_000;

/**
 * Drafts a claim: stores the chosen open lines as they are, and drafts a letter. Only the cooperative sees it until it
 * is sent.
 */
@Injectable()
export class DraftClaim {
  constructor(
    private readonly database: Database,
    private readonly numbers: DocumentNumbers,
    private readonly letterLanguage: FindLetterLanguage,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes an advisory lock on the supplier's claim lines. Amounts exclude VAT.
   * @throws Problem 'claim-without-lines' (409) when none of the lines is open
   * @throws Problem 'claim-amount-not-positive' (409) when credits among the lines are as large as the rest
   * @throws Problem 'claim-too-many-lines' (422)
   */
  async run(request: ClaimRequest): Promise<{ id: string }> {
    const { agreementId, supplierId, basis } = request;
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('follow_up.claim-lines' || platform.cooperative() || $1, 0))`,
      [supplierId],
    );
    const parties = await this.#parties(agreementId, supplierId);
    const lines = await this.#lines(request);
    const [first] = lines;
    if (!first) throw new Problem(409, 'claim-without-lines');
    if (lines.length > CLAIM_LINES_MAX) throw new Problem(422, 'claim-too-many-lines', { max: CLAIM_LINES_MAX });
    const amount = sum(lines.map((line) => line.amount));
    if (Number(amount) <= 0) throw new Problem(409, 'claim-amount-not-positive');
    const now = this.clock.now();
    const id = uuidv7(now);
    const number = await this.numbers.next('PK');
    const months = lines.map(({ month }) => month).toSorted();
    const letter = claimLetter(request.language ?? (await this.letterLanguage.run(supplierId)), {
      ...parties,
      number,
      basis,
      amount,
      currency: first.currency,
      lineCount: lines.length,
      itemCount: new Set(lines.map(({ itemId }) => itemId)).size,
      from: months[0] ?? '',
      to: months.at(-1) ?? '',
    });
    await this.database.query(
      `insert into follow_up.claim (id, number, agreement_id, supplier_id, basis, state, amount, currency, line_count, letter_language, letter_subject, letter_text, created_by, created_at)
       values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11, platform.person(), $12)`,
      [
        id,
        number,
        agreementId,
        supplierId,
        basis,
        amount,
        first.currency,
        lines.length,
        letter.language,
        letter.subject,
        letter.text,
        now,
      ],
    );
    await this.#freeze(id, supplierId, lines);
    await this.audit.record({
      act: 'claim.drafted',
      subject: { kind: 'claim', id },
      details: { number, agreementId, supplierId, lines: lines.length, amount, currency: first.currency },
    });
    return { id };
  }

  #lines({ agreementId, supplierId, basis, lines, from, to }: ClaimRequest): Promise<ChosenLine[]> {
    return this.database.query<ChosenLine>(
      `${DEVIATION_LINES}
       where d.agreement_id = $1 and d.supplier_id = $2 and d.basis = $3 and d.status = 'open'
         and ($4::text is null or d.month >= $4) and ($5::text is null or d.month <= $5)
         and ($6::jsonb is null or exists (select from jsonb_to_recordset($6::jsonb) as w ("documentId" uuid, "lineNo" int) where w."documentId" = d.document_id and w."lineNo" = d.line_no))
       order by d.charged_on nulls last, d.document_id, d.line_no limit ${CLAIM_LINES_MAX + 1}`,
      [agreementId, supplierId, basis, from ?? null, to ?? null, lines ? JSON.stringify(lines) : null],
    );
  }

  async #parties(agreementId: string, supplierId: string) {
    const row = await this.database.one<{
      agreement: { number: string; title: string; caseNumber: string | null };
      supplier: string;
      cooperative: string;
      sender: string | null;
    }>(
      `select json_build_object('number', a.number, 'title', a.title, 'caseNumber', a.case_number) as agreement, o.name as supplier,
         (select c.name from identity.door_cooperative c limit 1) as cooperative, (select p.name from identity.door_person p where p.id = platform.person() limit 1) as sender
       from agreements.door_agreement a join identity.door_organisation o on o.cooperative_id = a.cooperative_id where a.id = $1 and o.id = $2`,
      [agreementId, supplierId],
    );
    if (!row) throw notFound('agreement');
    return row;
  }

  async #freeze(claimId: string, supplierId: string, lines: readonly ChosenLine[]): Promise<void> {
    await this.database.query(
      `insert into follow_up.claim_line (claim_id, line_no, supplier_id, document_id, document_line_no, line_key, document_name, buyer_id, item_id, item_number, item_name, invoice_number, charged_on, quantity, unit, price, agreed_price, agreed_from, amount)
       select $1, row_number() over (), $2, l."documentId", l."lineNo", l."lineKey", l."documentNumber", l."buyerId", l."itemId", l."itemNumber", l."itemName", l."invoiceNumber", l."chargedOn", l.quantity, l.unit, l.price, l."agreedPrice", l."agreedFrom", l.amount
       from jsonb_to_recordset($3::jsonb) as l ("documentId" uuid, "lineNo" int, "lineKey" text, "documentNumber" text, "buyerId" uuid, "itemId" uuid, "itemNumber" text, "itemName" text, "invoiceNumber" text,
         "chargedOn" date, quantity numeric, unit text, price numeric, "agreedPrice" numeric, "agreedFrom" date, amount numeric)`,
      [claimId, supplierId, JSON.stringify(lines)],
    );
  }
}
