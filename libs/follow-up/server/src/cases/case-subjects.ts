import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { CaseSubject } from './case.ts';
import type { CaseRow } from './case-store.ts';

/** A subject of a case, with its supplier, agreement and content when it was attached. */
export interface ReadSubject extends CaseSubject {
  readonly supplierId: string;
  readonly agreementId: string;
  readonly snapshot: Readonly<Record<string, unknown>>;
  readonly lineKey: string | null;
}

const OBLIGATION = `
  select supplier_id as "supplierId", agreement_id as "agreementId", jsonb_build_object('periodKey', period_key, 'dueOn', due_on::text) as snapshot, null as "lineKey"
  from agreements.door_reporting_obligation where id = $1`;

const REPORT = `
  select supplier_id as "supplierId", agreement_id as "agreementId", jsonb_build_object('periodKey', period_key, 'number', number) as snapshot, null as "lineKey"
  from reporting.door_report_version where id = $1`;

const LINE = `
  select l.supplier_id as "supplierId", l.agreement_id as "agreementId", l.line_key as "lineKey", jsonb_build_object(
    'itemNumber', l.item_number, 'itemName', l.item_name, 'quantity', l.quantity::text, 'unit', l.unit, 'unitPrice', l.unit_price::text, 'amount', l.amount::text, 'currency', l.currency,
    'invoiceNumber', l.invoice_number, 'deliveredOn', l.delivered_on::text, 'row', l.row_no, 'sheet', l.sheet, 'periodKey', l.period_key,
    'agreedPrice', (
      select p.price::text from agreements.door_price p
      where p.cooperative_id = l.cooperative_id and p.item_id = l.item_id and p.unit = l.unit and l.counts_on >= coalesce(p.valid_from, '-infinity') and l.counts_on <= coalesce(p.valid_to, 'infinity')
        and coalesce(p.minimum_quantity, 0) <= abs(l.quantity)
      order by p.minimum_quantity desc nulls last limit 1)) as snapshot
  from reporting.door_report_line l where l.version_id = $1 and l.line_no = $2`;

const FINDING = `
  select f.supplier_id as "supplierId", f.agreement_id as "agreementId", null as "lineKey",
    jsonb_build_object('code', f.code, 'found', f.found, 'expected', f.expected, 'amount', f.amount::text, 'row', f.row_no, 'sheet', f.sheet, 'periodKey', f.period_key) as snapshot
  from reporting.door_finding f where f.version_id = $1 and f.finding_no = $2`;

/** Reads the subjects of cases, as far as the actor may see them, and attaches them. */
@Injectable()
export class CaseSubjects {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads subjects.
   * @throws Problem 'not-found' (404) for one that does not exist or that the actor may not see
   */
  async read(subjects: readonly CaseSubject[]): Promise<ReadSubject[]> {
    const list: ReadSubject[] = [];
    for (const subject of subjects) {
      const [sql, params] = queryOf(subject);
      const row = await this.database.one<Omit<ReadSubject, keyof CaseSubject>>(sql, params);
      if (!row) throw notFound(subject.kind);
      list.push({ ...subject, ...row });
    }
    return list;
  }

  async attach(
    { id: caseId, supplierId, buyerId }: Pick<CaseRow, 'id' | 'supplierId' | 'buyerId'>,
    subjects: readonly ReadSubject[],
    entryId: string | null = null,
  ): Promise<void> {
    for (const subject of subjects) {
      // A case concerns one supplier; subjects of another are treated as not existing.
      if (subject.supplierId !== supplierId) throw notFound(subject.kind);
      await this.database.query(
        `insert into follow_up.case_subject (id, case_id, entry_id, supplier_id, buyer_id, kind, obligation_id, version_id, line_no, line_key, finding_no, snapshot, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          uuidv7(this.clock.now()),
          caseId,
          entryId,
          supplierId,
          buyerId,
          subject.kind,
          subject.obligationId ?? null,
          subject.versionId ?? null,
          subject.lineNo ?? null,
          subject.lineKey,
          subject.findingNo ?? null,
          JSON.stringify(subject.snapshot),
          this.clock.now(),
        ],
      );
    }
  }
}

function queryOf({ kind, obligationId, versionId, lineNo, findingNo }: CaseSubject): [string, unknown[]] {
  if (kind === 'obligation') return [OBLIGATION, [obligationId ?? null]];
  if (kind === 'report') return [REPORT, [versionId ?? null]];
  if (kind === 'line') return [LINE, [versionId ?? null, lineNo ?? null]];
  return [FINDING, [versionId ?? null, findingNo ?? null]];
}
