import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  FileStore,
  notFound,
  Problem,
  programPath,
  ReadInSubprocess,
  RedactUpload,
  UnitOfWork,
  type CopyValue,
  type SpooledFile,
} from '@tallgrunn/platform';
import { osloDate, uuidv7, type Language } from '@tallgrunn/values';
import { adviceFor } from '../remedies.ts';
import type { PriceKind } from './assortment-columns.ts';
import type { AssortmentFinding, AssortmentSummary } from './assortment-line.ts';
import type { AssortmentRequest, AssortmentOutput } from './assortment-request.ts';
import { draftColumns, draftRow, lotFinding, type DraftContext } from './draft-rows.ts';

/** Options of a price list. */
export interface PriceListOptions {
  readonly kind?: PriceKind;
  /** first day of validity; null: it replaces all earlier ones of its kind */
  readonly fromOn?: string | null;
  readonly untilOn?: string | null;
  /** True when nothing is stored: the file is deleted and the transaction rolled back. */
  readonly isRehearsal?: boolean;
  /** Language of the advice on errors. */
  readonly language?: Language;
}

export interface PriceDraft {
  readonly id: string;
  readonly lines: number;
  readonly remarks: readonly AssortmentFinding[];
}

const FINDINGS_MAX = 1000;

/**
 * Reads a supplier's price list, in a subprocess, into a draft without effect. A list with any error is rejected as a
 * whole, and all errors are reported.
 */
@Injectable()
export class ImportPriceDraft {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
    private readonly files: FileStore,
    private readonly reader: ReadInSubprocess,
    private readonly redact: RedactUpload,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(
    agreementId: string,
    supplierId: string,
    upload: SpooledFile,
    { kind = 'agreed', fromOn = null, untilOn = null, isRehearsal = false, language = 'nb' }: PriceListOptions = {},
  ): Promise<PriceDraft> {
    const agreement = await this.#agreementOf(agreementId, supplierId);
    if (fromOn && untilOn && untilOn < fromOn)
      throw new Problem(422, 'price-period-reversed', { from: fromOn, until: untilOn });
    const file = await this.redact.run(upload, programPath(import.meta.url, 'redact-prices.program'));
    const now = this.clock.now();
    const id = uuidv7(now);
    // list and cost prices apply from today when no date is given
    const begins = fromOn ?? (kind === 'agreed' ? null : osloDate(now));
    const lots = await this.database.query<{ id: string; key: string }>(
      'select id, key from agreements.lot where agreement_id = $1',
      [agreementId],
    );
    const context: DraftContext = {
      draftId: id,
      supplierId,
      lots: new Map(lots.map(({ key, id: lot }) => [key.toLowerCase(), lot])),
      from: begins ?? agreement.starts_on,
      isFromGiven: fromOn !== null,
      now,
    };
    const { summary, strangers: unknownLots } = await this.#load(
      { path: file.path, name: file.name, kind, lots: lots.map(({ key }) => key) },
      file.sizeBytes,
      context,
    );
    rejectOnFindings([...summary.findings, ...unknownLots, ...(await this.#overlaps(id))], file.name, language);
    const remarks = [...endedRemarks(agreement.ends_on, osloDate(now)), ...summary.remarks];
    const carriedLines = summary.partial ? await this.#goOn(context, kind, agreementId, summary) : 0;
    if (isRehearsal) await rm(file.path, { force: true });
    else await this.files.store(file);
    const begun = fromOn ?? summary.listFrom ?? begins;
    const lines = summary.lines + carriedLines;
    await this.#insert({ id, agreementId, supplierId, kind, file, begun, untilOn, lines, remarks, now });
    await this.audit.record({
      act: 'prices.drafted',
      subject: { kind: 'price-draft', id },
      details: { agreementId, supplierId, lines: summary.lines },
    });
    return { id, lines, remarks };
  }

  #insert(draft: DraftRow): Promise<unknown> {
    const { id, agreementId, supplierId, kind, file, begun, untilOn, lines, remarks, now } = draft;
    const origin = /\.xml$/i.test(file.name) ? 'catalogue' : 'imported';
    return this.database.query(
      `insert into agreements.price_draft (id, agreement_id, supplier_id, kind, valid_from, valid_to, reason, file_name, file_sha256, line_count, remarks, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, agreementId, supplierId, kind, begun, untilOn, origin, file.name, file.sha256, lines],
        JSON.stringify(remarks),
        now,
      ],
    );
  }

  /**
   * Returns the first and last day of an agreement that the supplier has.
   * @throws Problem 'not-found' (404)
   */
  async #agreementOf(agreementId: string, supplierId: string): Promise<{ starts_on: string; ends_on: string | null }> {
    const agreement = await this.database.one<{ starts_on: string; ends_on: string | null }>(
      `select a.starts_on, a.ends_on from agreements.agreement a where a.id = $1
       and exists (select 1 from agreements.agreement_supplier s where s.cooperative_id = a.cooperative_id and s.agreement_id = a.id and s.supplier_id = $2)`,
      [agreementId, supplierId],
    );
    if (!agreement) throw notFound('agreement');
    return agreement;
  }

  /** Loads the lines into the draft through a file, so that memory use does not grow with the list. */
  async #load(
    request: AssortmentRequest,
    sizeBytes: number,
    context: DraftContext,
  ): Promise<{ summary: AssortmentSummary; strangers: AssortmentFinding[] }> {
    const reading = { program: programPath(import.meta.url, 'read-assortment.program'), request, sizeBytes };
    const output: { summary: AssortmentSummary | null; strangers: AssortmentFinding[] } = {
      summary: null,
      strangers: [],
    };
    await this.units.releaseConnection();
    try {
      await this.reader.readBuffered<AssortmentOutput, number>(reading, this.files.spoolFolder, (messages) =>
        this.database.copyLines('agreements.price_draft_line', draftColumns, rowsOf(messages, context, output)),
      );
    } catch (error) {
      throw error instanceof Problem && error.getStatus() === 422
        ? new Problem(422, 'price-form-invalid', { name: request.name }, [
            { code: error.code, params: { ...error.params } },
          ])
        : error;
    }
    if (!output.summary) throw new Error('The price list was read without a summary.');
    return { summary: output.summary, strangers: output.strangers };
  }

  /** Completes a list of changes: items that it neither names nor deletes are copied from the latest version. */
  async #goOn(
    { draftId, supplierId }: DraftContext,
    kind: PriceKind,
    agreementId: string,
    { lines, partial }: AssortmentSummary,
  ): Promise<number> {
    const carriedLines = await this.database.one<{ n: number }>(
      `with kept as (
         insert into agreements.price_draft_line (draft_id, line_no, supplier_id, row_no, item_id, number, previous_item_number, gtin, nobb, name, lot_id, category, unit, content_quantity, content_unit,
           pack_quantity, pack_unit, net_weight_kg, price, currency, valid_from, valid_to, minimum_quantity, labels, organic_share)
         select $1, $6 + (row_number() over (order by l.line_no))::int, l.supplier_id, 0, l.item_id, i.number, l.previous_item_number, l.gtin, l.nobb, l.name, l.lot_id, l.category, l.unit, l.content_quantity, l.content_unit,
           l.pack_quantity, l.pack_unit, l.net_weight_kg, l.price, l.currency, l.valid_from, l.valid_to, l.minimum_quantity, l.labels, l.organic_share
         from agreements.price_line l
         join agreements.item i on i.cooperative_id = l.cooperative_id and i.id = l.item_id
         where l.price_version_id = (select v.id from agreements.price_version v where v.agreement_id = $2 and v.supplier_id = $3 and v.kind = $4 order by v.number desc limit 1)
           and not i.number = any ($5::text[])
           and not exists (select 1 from agreements.price_draft_line d where d.draft_id = $1 and d.number = i.number)
         returning 1)
       select count(*)::int as n from kept`,
      [draftId, agreementId, supplierId, kind, partial?.deleted ?? [], lines],
    );
    return carriedLines?.n ?? 0;
  }

  /**
   * Returns findings for items with two prices for the same day and quantity. An item may occur several times with
   * different dates or quantities.
   */
  async #overlaps(draftId: string): Promise<AssortmentFinding[]> {
    const rows = await this.database.query<{ row_no: number; sheet: string | null; number: string; before: number }>(
      `select row_no, sheet, number, before from (
         select l.line_no, l.row_no, l.sheet, l.number, l.valid_from, lag(l.row_no) over item as before, lag(l.valid_from) over item as begun, lag(l.valid_to) over item as ended
         from agreements.price_draft_line l where l.draft_id = $1
         window item as (partition by l.number, coalesce(l.minimum_quantity, 0) order by l.valid_from, l.line_no)) as in_time
       where before is not null and (begun = valid_from or ended >= valid_from) order by line_no limit ${FINDINGS_MAX}`,
      [draftId],
    );
    return rows.map(({ row_no, sheet, number, before }) => ({
      code: 'item-repeated',
      row: row_no,
      column: 'number',
      found: number,
      expected: String(before),
      ...(sheet !== null && { sheet }),
    }));
  }
}

interface DraftRow {
  readonly id: string;
  readonly agreementId: string;
  readonly supplierId: string;
  readonly kind: PriceKind;
  readonly file: SpooledFile;
  /** First day of the prices; null when they replace all earlier ones. */
  readonly begun: string | null;
  readonly untilOn: string | null;
  readonly lines: number;
  readonly remarks: readonly AssortmentFinding[];
  readonly now: Date;
}

/** Returns a remark when the agreement has ended: its prices then only affect late reports. */
const endedRemarks = (endsOn: string | null, today: string): AssortmentFinding[] =>
  endsOn !== null && endsOn < today
    ? [{ code: 'agreement-ended', row: null, column: null, found: endsOn, expected: null }]
    : [];

async function* rowsOf(
  messages: AsyncIterable<AssortmentOutput>,
  context: DraftContext,
  output: { summary: AssortmentSummary | null; strangers: AssortmentFinding[] },
): AsyncGenerator<CopyValue[]> {
  let lineNo = 0;
  for await (const each of messages) {
    if ('summary' in each) output.summary = each.summary;
    else {
      for (const line of each.lines) {
        const finding = lotFinding(line, context);
        if (finding && output.strangers.length < FINDINGS_MAX) output.strangers.push(finding);
        yield draftRow(line, (lineNo += 1), context);
      }
    }
  }
}

function rejectOnFindings(findings: readonly AssortmentFinding[], name: string, language: Language): void {
  if (findings.length === 0) return;
  throw new Problem(
    422,
    'price-form-invalid',
    { name, count: findings.length },
    findings.map(({ code, ...params }) => ({
      code,
      path: params.row === null ? undefined : `row ${params.row}`,
      params: { ...params, ...adviceFor(code, language) },
    })),
  );
}
