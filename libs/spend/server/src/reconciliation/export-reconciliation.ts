import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { SpooledDownload } from '@tallgrunn/platform';
import { writeXlsx, type WriteSheet, type WriteValue } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { describeReason, reconciliationTexts } from './reconciliation-texts.ts';
import { ReadReconciliation, type Reconciliation, type ReconciliationFilter } from './read-reconciliation.ts';

type Rows = readonly (readonly WriteValue[])[];

/**
 * Exports the complete reconciliation as a workbook: the ledger's totals, every account and month, and the excluded
 * rows.
 */
@Injectable()
export class ExportReconciliation {
  constructor(
    private readonly read: ReadReconciliation,
    private readonly download: SpooledDownload,
  ) {}

  /** @throws the errors of ReadReconciliation, before the first byte is sent */
  async run(filter: ReconciliationFilter, language: Language): Promise<Readable> {
    const reconciliation = await this.read.run(filter);
    return this.download.run(() => writeXlsx(reconciliationSheets(reconciliation, language)));
  }
}

const numbers = new Set([6, 7, 8, 9, 10]);

/** Builds the sheets of the workbook. Numeric columns contain numbers. */
export function reconciliationSheets(
  { comparisons, accounts, setAside }: Reconciliation,
  language: Language,
): WriteSheet[] {
  const texts = reconciliationTexts[language];
  const [first, second, third] = texts.sheets;
  return [
    sheet(first, texts.totals, numbers, totalRows(comparisons, texts)),
    sheet(second, texts.accounts, new Set([...numbers, 11, 12, 13, 14]), accountRows(accounts, texts)),
    sheet(third, texts.setAside, new Set([9, 10, 11, 13, 14]), setAsideRows(setAside, texts)),
  ];
}

type ReconciliationTexts = (typeof reconciliationTexts)[Language];

function totalRows(comparisons: Reconciliation['comparisons'], texts: ReconciliationTexts): Rows {
  return comparisons.map((one) => [
    one.system,
    one.code,
    one.name,
    one.from,
    one.to,
    one.currency,
    one.stated,
    one.counted,
    one.setAside,
    one.difference,
    String(one.unreadRows),
    one.reasons.length === 0 ? texts.differs.none : one.reasons.map((reason) => texts.differs[reason]).join('. '),
    one.source,
    one.sourceOn,
  ]);
}

function accountRows(accounts: Reconciliation['accounts'], texts: ReconciliationTexts): Rows {
  return accounts.map((one) => [
    one.system,
    one.code,
    one.name,
    one.period,
    one.closing ? texts.closing : null,
    one.currency,
    String(one.rows),
    one.read,
    one.counted,
    one.repeated,
    one.setAside,
    String(one.unreadRows),
    one.reversed,
    one.invoiceLines,
    one.remainder,
  ]);
}

function setAsideRows(setAside: Reconciliation['setAside'], texts: ReconciliationTexts): Rows {
  return setAside.map((one) => [
    one.file,
    one.batch,
    describeReason(one.reason, texts),
    one.system,
    one.code,
    one.name,
    one.period,
    one.closing ? texts.closing : null,
    one.currency,
    String(one.rows),
    String(one.unreadRows),
    one.amount,
    one.sheet,
    String(one.firstRow),
    String(one.lastRow),
    texts.standings[one.standing],
  ]);
}

const sheet = (name: string, heads: readonly string[], numeric: ReadonlySet<number>, rows: Rows): WriteSheet => ({
  name,
  columns: heads.map((header, at) => ({ header, kind: numeric.has(at) ? 'number' : 'text', width: 18 })),
  rows,
});
