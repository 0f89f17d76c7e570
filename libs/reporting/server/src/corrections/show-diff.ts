import { Injectable, type StreamableFile } from '@nestjs/common';
import { Database, notFound, Problem, SpooledDownload } from '@tallgrunn/platform';
import type { WriteSheet, WriteValue } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import type { DiffLineDto, DiffPageDto } from './correction.dto.ts';
import { diffTexts } from './diff-texts.ts';
import { sendWorkbook } from '../workbooks/send-workbook.ts';
import { CorrectionStore, lineChangedSql, type Correction } from '../store/correction-store.ts';
import { VersionStore, type Version } from '../store/version-store.ts';

const LINES_AT_ONCE = 100;

export interface LineDiffFilter {
  readonly versionId: string;
  readonly kind?: 'added' | 'removed' | 'changed';
  /** `next` of the previous page */
  readonly after?: string;
}

/** SQL: lines of two versions side by side, by line key; unchanged lines are left out. */
const lineJsonSql = (one: string) =>
  `case when ${one}.line_key is not null then json_build_object('row', ${one}.row_no, 'quantity', ${one}.quantity::text, 'unit', ${one}.unit, 'unitPrice', ${one}.unit_price::text, 'amount', ${one}.amount::text) end`;
const comparedLinesSql = `
  select coalesce(n.line_key, o.line_key) as key,
    case when o.line_key is null then 'added' when n.line_key is null then 'removed' else 'changed' end as kind,
    coalesce(n.item_number, o.item_number) as "itemNumber", coalesce(n.item_name, o.item_name) as "itemName", coalesce(n.buyer_id, o.buyer_id) as buyer_id,
    coalesce(n.buyer_as_written, o.buyer_as_written) as buyer_as_written, coalesce(n.delivered_on, o.delivered_on, n.invoiced_on, o.invoiced_on, n.ordered_on, o.ordered_on) as "on",
    coalesce(n.invoice_number, o.invoice_number) as "invoiceNumber", ${lineJsonSql('o')} as before, ${lineJsonSql('n')} as after,
    coalesce(n.amount, 0) - coalesce(o.amount, 0) as effect
  from (select * from reporting.report_line where version_id = $1) n
  full join (select * from reporting.report_line where version_id = $2) o on o.line_key = n.line_key
  where n.line_key is null or o.line_key is null or ${lineChangedSql}`;

/** Reads the changes of a correction by line, largest amount effect first: one page, or everything as a workbook. */
@Injectable()
export class ShowDiff {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionStore,
    private readonly versions: VersionStore,
    private readonly download: SpooledDownload,
  ) {}

  async run({ versionId, kind, after }: LineDiffFilter): Promise<DiffPageDto> {
    const { correction } = await this.#compared(versionId);
    const [effect, key] = parseCursor(after);
    const lines = await this.database.query<DiffLineDto & { key: string }>(
      `select d.key, d.kind, d."itemNumber", d."itemName", coalesce(b.name, d.buyer_as_written) as buyer, d."on", d."invoiceNumber", d.before, d.after, d.effect::text
       from (${comparedLinesSql}) d left join identity.door_organisation b on b.id = d.buyer_id
       where ($3::text is null or d.kind = $3) and ($4::numeric is null or abs(d.effect) < $4 or (abs(d.effect) = $4 and d.key > $5))
       order by abs(d.effect) desc, d.key
       limit ${LINES_AT_ONCE}`,
      [versionId, correction.base_version_id, kind ?? null, effect, key],
    );
    const last = lines.length === LINES_AT_ONCE ? lines.at(-1) : undefined;
    return {
      lines: lines.map(({ key: _key, ...line }) => line),
      next: last ? `${last.effect.replace('-', '')}~${last.key}` : null,
    };
  }

  /** Returns all changes as a workbook. */
  async file(versionId: string, language: Language): Promise<StreamableFile> {
    const { version, correction } = await this.#compared(versionId);
    const texts = diffTexts(language);
    const name = texts.fileName({ number: version.number?.replace('/', '-') ?? version.period_key });
    return sendWorkbook(name, [this.#sheet(versionId, correction.base_version_id, language)], (chunks) =>
      this.download.run(chunks),
    );
  }

  #sheet(versionId: string, baseVersionId: string, language: Language): WriteSheet {
    const { sheet, heads } = diffTexts(language);
    const number = (header: string) => ({ header, kind: 'number' as const });
    const amount = (header: string) => ({ header, kind: 'amount' as const });
    return {
      name: sheet,
      columns: [
        { header: heads.kind },
        { header: heads.item },
        { header: heads.name, width: 32 },
        { header: heads.buyer, width: 24 },
        { header: heads.on, kind: 'date' },
        { header: heads.invoice },
        number(heads.rowBefore),
        number(heads.quantityBefore),
        { header: heads.unitBefore },
        amount(heads.priceBefore),
        amount(heads.amountBefore),
        number(heads.rowAfter),
        number(heads.quantityAfter),
        { header: heads.unitAfter },
        amount(heads.priceAfter),
        amount(heads.amountAfter),
        amount(heads.effect),
      ],
      rows: this.#rows(versionId, baseVersionId, language),
    };
  }

  async *#rows(versionId: string, baseVersionId: string, language: Language): AsyncGenerator<readonly WriteValue[]> {
    const { kinds } = diffTexts(language);
    const batches = this.database.stream<DiffLineDto>(
      `select d.kind, d."itemNumber", d."itemName", coalesce(b.name, d.buyer_as_written) as buyer, d."on", d."invoiceNumber", d.before, d.after, d.effect::text
       from (${comparedLinesSql}) d left join identity.door_organisation b on b.id = d.buyer_id order by abs(d.effect) desc, d.key`,
      [versionId, baseVersionId],
    );
    const parts = (one: DiffLineDto['before']): WriteValue[] => [
      one ? String(one.row) : null,
      one?.quantity ?? null,
      one?.unit ?? null,
      one?.unitPrice ?? null,
      one?.amount ?? null,
    ];
    for await (const lines of batches) {
      for (const { kind, itemNumber, itemName, buyer, on, invoiceNumber, before, after, effect } of lines) {
        yield [kinds[kind], itemNumber, itemName, buyer, on, invoiceNumber, ...parts(before), ...parts(after), effect];
      }
    }
  }

  async #compared(versionId: string): Promise<{ version: Version; correction: Correction }> {
    const version = await this.versions.find(versionId);
    if (!version) throw notFound('report-version');
    const correction = await this.corrections.find(versionId);
    if (!correction) throw new Problem(409, 'nothing-to-compare', { state: version.state });
    if (version.state === 'received') throw new Problem(409, 'version-not-checked', { state: version.state });
    return { version, correction };
  }
}

/**
 * Parses "1250.00~key", the end of the previous page.
 * @throws Problem 'cursor-invalid' (400)
 */
function parseCursor(after: string | undefined): [effect: string | null, key: string | null] {
  const match = /^(\d{1,20}(?:\.\d{1,20})?)~(.{1,500})$/s.exec(after ?? '');
  if (after !== undefined && !match) throw new Problem(400, 'cursor-invalid', { after });
  return [match?.[1] ?? null, match?.[2] ?? null];
}
