import type { Row, TableFile } from '@tallgrunn/tabular';
import type { Line } from '../line.ts';
import { valueOf } from '../line.ts';
import { assignRow } from './assign-row.ts';
import type { Candidate, RowAssignment } from './assign-row.ts';
import { RowCollector } from './row-share.ts';
import type { SheetColumns } from './row-share.ts';
import type { RowMarkers } from './row-markers.ts';
import { groupObligations } from './split-groups.ts';
import type { SplitGroup } from './split-groups.ts';
import { SplitSheet } from './split-sheet.ts';
import type { ObligationShare, ReportSplit, SplitObligation, UnclaimedLine, UnclaimedReason } from './split-types.ts';

/** Maximum number of unclaimed lines with details; the rest are counted. */
export const UNCLAIMED_DETAILS_MAX = 1_000;
/** Maximum number of fees deferred until the rest of their invoice is assigned. */
const DEFERRED_ROWS_MAX = 10_000;
const invoicesMax = 200_000;

interface ShareTotals {
  lines: number;
  amount: number;
  readonly rows: Map<string, number[]>;
}

interface DeferredRow {
  readonly sheet: string;
  readonly row: number;
  readonly candidates: readonly Candidate[];
  readonly marks: RowMarkers;
}

/** Records the decisions row by row. */
class SplitRecorder {
  lines = 0;
  private readonly obligations: readonly SplitObligation[];
  private readonly totals = new Map<number, ShareTotals>();
  private readonly invoices = new Map<string, SplitGroup>();
  private readonly deferred: DeferredRow[] = [];
  private readonly byReason: Partial<Record<UnclaimedReason, number>> = {};
  private readonly unclaimedDetails: UnclaimedLine[] = [];

  constructor(obligations: readonly SplitObligation[]) {
    this.obligations = obligations;
  }

  take(sheet: string, row: number, candidates: readonly Candidate[], markers: RowMarkers): void {
    this.lines += 1;
    const invoice = valueOf(candidates[0]!.line, 'invoiceNumber');
    const decision = assignRow(candidates, markers, this.invoices.get(invoice));
    if (
      !decision.claimed &&
      decision.reason === 'item-unknown' &&
      invoice !== '' &&
      this.deferred.length < DEFERRED_ROWS_MAX
    )
      this.deferred.push({ sheet, row, candidates, marks: markers });
    else this.enter(sheet, row, decision, invoice);
  }

  /** Assigns deferred fees without an agreed item to the agreement of their invoice's goods. */
  end(): void {
    for (const { sheet, row, candidates, marks: markers } of this.deferred) {
      const invoice = valueOf(candidates[0]!.line, 'invoiceNumber');
      this.enter(sheet, row, assignRow(candidates, markers, this.invoices.get(invoice)), '');
    }
  }

  split({ unread, columns }: Pick<ReportSplit, 'unread' | 'columns'>): ReportSplit {
    const shares = [...this.totals]
      .sort(([one], [other]) => one - other)
      .map(([at, { lines, amount, rows }]): ObligationShare => {
        const collector = new RowCollector();
        for (const [sheet, list] of rows)
          for (const row of list.sort((one, other) => one - other)) collector.add(sheet, row);
        return { id: this.obligations[at]!.id, lines, amount: amount.toFixed(2), rows: collector.list() };
      });
    const count = Object.values(this.byReason).reduce((sum, each) => sum + each, 0);
    return {
      lines: this.lines,
      shares,
      unclaimed: { count, byReason: this.byReason, lines: this.unclaimedDetails },
      columns,
      unread,
    };
  }

  private enter(sheet: string, row: number, decision: RowAssignment, invoice: string): void {
    if (!decision.claimed) return this.addUnclaimed(sheet, row, decision);
    const {
      member: { at },
      group,
      line,
    } = decision;
    let taken = this.totals.get(at);
    if (!taken) this.totals.set(at, (taken = { lines: 0, amount: 0, rows: new Map() }));
    taken.lines += 1;
    taken.amount += Number.isNaN(line.amount) ? 0 : line.amount;
    const rows = taken.rows.get(sheet);
    if (rows) rows.push(row);
    else taken.rows.set(sheet, [row]);
    if (invoice !== '' && this.invoices.size < invoicesMax) this.invoices.set(invoice, group);
  }

  private addUnclaimed(
    sheet: string,
    row: number,
    { reason, found, line, candidates }: Extract<RowAssignment, { claimed: false }>,
  ): void {
    this.byReason[reason] = (this.byReason[reason] ?? 0) + 1;
    if (this.unclaimedDetails.length >= UNCLAIMED_DETAILS_MAX) return;
    const ids = candidates.flatMap((candidate) =>
      'member' in candidate
        ? [(candidate.member as { obligation: SplitObligation }).obligation.id]
        : candidate.group.members.map(({ obligation }) => obligation.id),
    );
    this.unclaimedDetails.push({
      sheet,
      row,
      reason,
      found,
      item: itemOf(line),
      buyer: line.buyerText,
      date: line.date,
      amount: Number.isNaN(line.amount) ? null : line.amount.toFixed(2),
      candidates: [...new Set(ids)],
    });
  }
}

const itemOf = ({ itemNumber, gtin, itemName }: Line): string =>
  [itemNumber || gtin, itemName].filter((text) => text !== '').join(' ');

/**
 * Divides a file among reports: by agreement, lot and branch if a column names them, otherwise by item and customer,
 * and by date within the agreement.
 * Pure: the same file and reports give the same division in the browser and on the server. Reads the file once. Each
 * line is in one share or among the unclaimed.
 * @throws errors of reading the table
 */
export async function splitReport(
  table: TableFile,
  obligations: readonly SplitObligation[],
  onProgress?: (rows: number) => void,
): Promise<ReportSplit> {
  const groups = groupObligations(obligations);
  const recorder = new SplitRecorder(obligations);
  const unread: { sheet: string; rows: number }[] = [];
  const columns: SheetColumns[] = [];
  let current: { readonly name: string; readonly sheet: SplitSheet } | null = null;
  const close = (): void => {
    if (!current) return;
    current.sheet.end();
    if (current.sheet.lines) columns.push({ sheet: current.name, columns: current.sheet.columns });
    if (!current.sheet.lines && current.sheet.rows > 0) unread.push({ sheet: current.name, rows: current.sheet.rows });
  };
  const open = (name: string): SplitSheet => {
    const index = table.sheets.findIndex((sheet) => sheet.name === name);
    const source = {
      name,
      index: Math.max(index, 0),
      hidden: table.sheets[index]?.hidden ?? false,
      merged: table.sheets[index]?.merged ?? [],
      only: table.sheets.length <= 1,
    };
    return new SplitSheet(source, groups, table.format !== 'csv', (row, candidates, markers) =>
      recorder.take(name, row, candidates, markers),
    );
  };
  const take = (row: Row): void => {
    if (current?.name !== row.sheet) {
      close();
      current = { name: row.sheet, sheet: open(row.sheet) };
    }
    current.sheet.row(row);
  };
  for await (const batch of table.batches()) {
    for (const row of batch) take(row);
    onProgress?.(recorder.lines);
  }
  close();
  recorder.end();
  return recorder.split({ unread, columns });
}
