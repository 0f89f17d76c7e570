import { type ByteSource, chunksOf, openZip } from '@tallgrunn/tabular';
import { add, limits, redactLabel, withoutPersons } from '@tallgrunn/values';
import { finding } from '../finding.ts';
import { FormatProblem } from '../format-problem.ts';
import type { LedgerLine } from '../ledger/ledger-line.ts';
import type { LedgerReport, StatedBalanceChange } from '../ledger/ledger-report.ts';
import type { Element } from '../xml/element.ts';
import type { XmlLimits } from '../xml/limits.ts';
import { readRecords, type RootAnswer, type XmlRoot } from '../xml/read-records.ts';
import { readAccount, readDimension, readHead, readSupplier } from './read-master.ts';
import { amountsAgree, readTransaction, type TransactionContext } from './read-transaction.ts';
import type { SaftHead, SaftMaster, SaftSums } from './saft.ts';

export interface SaftOptions {
  readonly signal?: AbortSignal;
  /** Called with the head of each part before the rest of the part is read. */
  readonly onHead?: (head: SaftHead) => void;
  /** The buyer's ledger numbers of organisations, known from earlier ledgers. */
  readonly supplierNumbers?: Iterable<string>;
  /** Words that free texts may contain in addition to those about goods and accounting. */
  readonly words?: Iterable<string>;
}

const NAMESPACE = 'urn:StandardAuditFile-Taxation-Financial:NO';
/** Limits for the ledger of a whole year. Records are transactions, which are long for payroll and closing. */
const saftLimits: XmlLimits = {
  bytesMax: limits.zip.entryBytesMax,
  depthMax: 32,
  recordsMax: limits.spend.rowsMax,
  nodesPerRecordMax: 2_000_000,
  textCharsMax: 64 * 1024,
};
const containerElements = new Set([
  'MasterFiles',
  'GeneralLedgerAccounts',
  'Suppliers',
  'AnalysisTypeTable',
  'GeneralLedgerEntries',
  'Journal',
]);
/** Elements that are skipped: data about customers, owners and persons is not needed. */
const skippedElements = new Set([
  'Customers',
  'Owners',
  'TaxTable',
  'Taxonomies',
  'Products',
  'PhysicalStock',
  'Assets',
  'UOMTable',
  'MovementTypeTable',
  'SourceDocuments',
]);
const BATCH_LINES = 500;

const sidecars = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/;

/**
 * Yields the purchases of a Norwegian SAF-T Financial file, version 1.10 to 1.30. The file is one XML file, or a zip of
 * its parts, which share the master files of the first part that has them.
 * Lines that are not purchases are added to `report` with their amounts. Every transaction must balance, and the totals
 * must equal those stated in the file; otherwise the file is refused with one reason.
 * @throws FormatProblem 'not-saft' | 'saft-version' | 'saft-parts-differ' | 'saft-accounts-missing' |
 * 'saft-transaction-unbalanced' | 'saft-amount-not-read' | 'saft-unbalanced' | 'saft-total-differs' | 'saft-empty', and
 * the errors of `readRecords` and `openZip`
 */
export async function* readSaft(
  source: ByteSource,
  report: LedgerReport,
  sums: SaftSums = emptySums(),
  options: SaftOptions = {},
): AsyncGenerator<LedgerLine[]> {
  const master: SaftMaster = {
    accounts: new Map(),
    suppliers: new Map(),
    dimensions: new Map(),
    numbers: new Set(options.supplierNumbers ?? []),
    words: new Set(options.words ?? []),
  };
  const stated: StatedSection[] = [];
  let first: SaftHead | null = null;
  for await (const part of partsOf(source, options)) {
    const own = emptySums();
    const reader = new SectionReader(part.name, master, report, own, (head) => {
      first ??= head;
      if (head.company.orgNumber !== first.company.orgNumber || head.currency !== first.currency)
        throw new FormatProblem('saft-parts-differ', {
          part: part.name,
          found: head.company.orgNumber ?? '–',
          expected: first.company.orgNumber ?? '–',
        });
      options.onHead?.(head);
    });
    yield* reader.read(part.chunks);
    stated.push({ name: part.name, counted: own, ...reader.stated });
    sums.transactions += own.transactions;
    sums.debit = add(sums.debit, own.debit);
    sums.credit = add(sums.credit, own.credit);
  }
  if (sums.transactions === 0) throw new FormatProblem('saft-empty');
  compareTotals(stated, sums, report);
  if (first) reportBalanceChanges(first, master, report);
}

/** Adds the balance changes stated in the file to the report. Accounts mapped to the same code are added up. */
function reportBalanceChanges({ from, to, currency }: SaftHead, { accounts }: SaftMaster, report: LedgerReport): void {
  if (from === null || to === null) return;
  const byCode = new Map<string, StatedBalanceChange>();
  for (const { system, code, name, movement } of accounts.values()) {
    if (movement === null) continue;
    const account = { system, code: withoutPersons(code) };
    const key = `${system} ${account.code}`;
    byCode.set(key, {
      account,
      name: name === null ? null : redactLabel(name),
      from: from.slice(0, 7),
      to: to.slice(0, 7),
      currency,
      ...byCode.get(key),
      amount: add(byCode.get(key)?.amount ?? '0', movement),
    });
  }
  report.statedAccounts.push(...byCode.values());
}

export const emptySums = (): SaftSums => ({ transactions: 0, debit: '0', credit: '0' });

interface SaftSection {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Yields the XML files of a zip in numeric order of name ("…_2_9.xml" before "…_2_10.xml"), or the file itself. */
async function* partsOf(source: ByteSource, { signal }: SaftOptions): AsyncGenerator<SaftSection> {
  const bounds = signal ? { signal } : {};
  if (source.size === 0) throw new FormatProblem('file-empty');
  const [p, k, third] = await source.read(0, 4);
  if (!(p === 0x50 && k === 0x4b && (third === 3 || third === 5)))
    return yield { name: '', chunks: chunksOf(source, bounds) };
  const zip = await openZip(source);
  const parts = zip.entries.filter(({ name }) => /\.xml$/i.test(name) && !sidecars.test(name));
  if (parts.length === 0) throw new FormatProblem('zip-without-documents');
  for (const entry of parts.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
    signal?.throwIfAborted();
    yield { name: entry.name, chunks: zip.read(entry, bounds) };
  }
}

interface StatedTotals {
  readonly entries: string | null;
  readonly debit: string | null;
  readonly credit: string | null;
}

type StatedSection = StatedTotals & { readonly name: string; readonly counted: SaftSums };

/** Reads one part, record by record. */
class SectionReader {
  readonly stated: { entries: string | null; debit: string | null; credit: string | null } = {
    entries: null,
    debit: null,
    credit: null,
  };
  private readonly part: string;
  private readonly master: SaftMaster;
  private readonly report: LedgerReport;
  private readonly sums: SaftSums;
  private readonly onHead: (head: SaftHead) => void;
  private reading: TransactionContext | null = null;

  constructor(
    part: string,
    master: SaftMaster,
    report: LedgerReport,
    sums: SaftSums,
    onHead: (head: SaftHead) => void,
  ) {
    this.part = part;
    this.master = master;
    this.report = report;
    this.sums = sums;
    this.onHead = onHead;
  }

  async *read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LedgerLine[]> {
    let lines: LedgerLine[] = [];
    for await (const record of readRecords(chunks, {
      onRoot: admitSaft,
      enter: containerElements,
      skipRecords: skippedElements,
      limits: saftLimits,
    })) {
      lines.push(...this.readRecord(record));
      if (lines.length < BATCH_LINES) continue;
      yield lines;
      lines = [];
    }
    if (lines.length > 0) yield lines;
  }

  private readRecord(record: Element): LedgerLine[] {
    const { master, report } = this;
    if (record.name === 'Header') this.open(readHead(record));
    else if (record.name === 'Account') readAccount(record, master);
    else if (record.name === 'Supplier') readSupplier(record, master, report);
    else if (record.name === 'AnalysisTypeTableEntry') readDimension(record, master);
    else if (record.name === 'NumberOfEntries') this.stated.entries = record.text;
    else if (record.name === 'TotalDebit') this.stated.debit = record.text;
    else if (record.name === 'TotalCredit') this.stated.credit = record.text;
    else if (record.name === 'Transaction') return this.transaction(record);
    return [];
  }

  private open(head: SaftHead): void {
    this.onHead(head);
    this.reading = { head, master: this.master, report: this.report, part: this.part, lines: 0 };
  }

  private transaction(record: Element): LedgerLine[] {
    if (!this.reading) throw new FormatProblem('saft-version', { found: '–' }, { line: record.line });
    if (this.master.accounts.size === 0)
      throw new FormatProblem(
        'saft-accounts-missing',
        { part: this.part },
        { path: '/AuditFile/MasterFiles/GeneralLedgerAccounts', line: record.line },
      );
    return readTransaction(record, this.reading, this.sums);
  }
}

/**
 * Accepts Norwegian SAF-T Financial.
 * @throws FormatProblem 'not-saft' for SAF-T Cash Register and files without the namespace
 */
export function admitSaft({ name, namespace, line }: XmlRoot): RootAnswer {
  if (name === 'AuditFile' && namespace === NAMESPACE) return 'read';
  throw new FormatProblem(
    'not-saft',
    { root: name, namespace: namespace || '–', expected: NAMESPACE },
    { path: `/${name}`, line },
  );
}

/** Compares the stated totals with the counted ones. Each part may state its own totals or those of the whole file. */
function compareTotals(parts: readonly StatedSection[], whole: SaftSums, report: LedgerReport): void {
  if (!amountsAgree(whole.debit, whole.credit))
    throw new FormatProblem('saft-unbalanced', { debit: whole.debit, credit: whole.credit });
  for (const { name, counted, entries, debit, credit } of parts) {
    for (const [side, written] of [
      ['debit', debit],
      ['credit', credit],
    ] as const) {
      if (written === null || written === '') continue;
      const fits =
        /^-?\d+(\.\d+)?$/.test(written) && (amountsAgree(written, counted[side]) || amountsAgree(written, whole[side]));
      if (!fits)
        throw new FormatProblem(
          'saft-total-differs',
          { side, found: written, expected: counted[side], part: name },
          { path: `/AuditFile/GeneralLedgerEntries/Total${side === 'debit' ? 'Debit' : 'Credit'}` },
        );
    }
    const number = Number(entries);
    if (entries && number !== counted.transactions && number !== whole.transactions) {
      report.addFinding(
        finding('saft-entries-differ', 'confirm', {
          place: { path: '/AuditFile/GeneralLedgerEntries/NumberOfEntries' },
          found: entries,
          expected: String(counted.transactions),
        }),
      );
    }
  }
}
