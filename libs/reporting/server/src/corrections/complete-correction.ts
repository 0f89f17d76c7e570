import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { AssessCorrection } from './assess-correction.ts';
import { CorrectionStore } from '../store/correction-store.ts';
import type { Version } from '../store/version-store.ts';

/** Columns of a line that are copied when a version carries it over. */
const carriedColumns =
  'supplier_id, buyer_id, line_key, kind, lot_id, item_id, item_number, gtin, item_name, buyer_as_written, site_as_written, quantity, unit, unit_price, amount, currency, vat, delivered_on, ordered_on, invoiced_on, invoice_number, invoice_line, order_number, sheet, row_no, raw';

/**
 * Completes a correction after its own lines are stored. An amendment first gets, in one statement, the base version's
 * lines that it does not mention. Then the changes are measured. Returns line count and amount of the whole version;
 * null when the version is not an amendment.
 */
@Injectable()
export class CompleteCorrection {
  constructor(
    private readonly database: Database,
    private readonly corrections: CorrectionStore,
    private readonly assess: AssessCorrection,
  ) {}

  async run(version: Version, stopped: boolean): Promise<{ lines: number; amount: string } | null> {
    const { id: versionId } = version;
    const correction = await this.corrections.find(versionId);
    if (!correction || stopped) return null;
    if (correction.way === 'amends') await this.#storeLines(versionId, correction.base_version_id);
    await this.corrections.calculateChanges(correction);
    await this.assess.storeForeseenReasons(version);
    if (correction.way !== 'amends') return null;
    return (
      (await this.database.one<{ lines: number; amount: string }>(
        'select count(*)::int as lines, coalesce(sum(amount), 0)::text as amount from reporting.report_line where version_id = $1',
        [versionId],
      )) ?? null
    );
  }

  async #storeLines(versionId: string, baseVersionId: string): Promise<void> {
    const columns = carriedColumns
      .split(', ')
      .map((column) => `o.${column}`)
      .join(', ');
    const { count } = (await this.database.one<{ count: number }>(
      `with added as (
         insert into reporting.report_line (version_id, line_no, carried_from_version_id, ${carriedColumns})
         select $1, (select coalesce(max(line_no), 0) from reporting.report_line where version_id = $1) + row_number() over (order by o.line_no), coalesce(o.carried_from_version_id, o.version_id), ${columns}
         from reporting.report_line o
         where o.version_id = $2 and not exists (select from reporting.report_line n where n.version_id = $1 and n.line_key = o.line_key)
         returning 1)
       select count(*)::int as count from added`,
      [versionId, baseVersionId],
    ))!;
    await this.database.analyzeAfterChange('reporting.report_line', count);
  }
}
