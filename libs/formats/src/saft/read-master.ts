import { maskNationalIds, OrgNumber, subtract } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import { FormatProblem } from '../format-problem.ts';
import type { LedgerReport } from '../ledger/ledger-report.ts';
import { child, dateAt, type Element, textAt } from '../xml/element.ts';
import type { SaftAccount, SaftDimension, SaftHead, SaftMaster } from './saft.ts';

/** Supported versions; files of version 1.10 state 1.0. */
const versions = /^1\.(?:0|00|1|10|2|20|3|30)$/;
/** Grouping categories with KOSTRA arts as codes: municipalities, their companies, and the older common category. */
const kostraCategory = /^KA(?:_K|_KS)?$/i;
/** Grouping categories of the central government's chart of accounts. */
const stateCategory = /^(?:KS|STAT)$/i;

/**
 * Reads the head of a SAF-T file.
 * @throws FormatProblem 'saft-version'
 */
export function readHead(header: Element): SaftHead {
  const version = textAt(header, 'AuditFileVersion') ?? '';
  if (!versions.test(version))
    throw new FormatProblem(
      'saft-version',
      { found: version || '–' },
      { path: '/AuditFile/Header/AuditFileVersion', line: header.line },
    );
  const chosen = child(header, 'SelectionCriteria');
  const software = [textAt(header, 'SoftwareID'), textAt(header, 'SoftwareVersion')].filter(Boolean).join(' ');
  return {
    version,
    created: dateAt(header, 'AuditFileDateCreated'),
    software: software || null,
    company: {
      orgNumber: orgNumberOf(textAt(header, 'Company', 'RegistrationNumber')).value,
      name: textAt(header, 'Company', 'Name'),
    },
    currency: textAt(header, 'DefaultCurrencyCode')?.toUpperCase() ?? 'NOK',
    from:
      dateAt(chosen, 'SelectionStartDate') ?? monthOf(textAt(chosen, 'PeriodStartYear'), textAt(chosen, 'PeriodStart')),
    to: dateAt(chosen, 'SelectionEndDate') ?? monthOf(textAt(chosen, 'PeriodEndYear'), textAt(chosen, 'PeriodEnd')),
  };
}

/** Returns YYYY-MM. Periods after 12 are year-end closing and count as December. Null when invalid. */
export function monthOf(year: string | null, period: string | null): string | null {
  const month = Number(period);
  if (!year || !/^(?:19[7-9]|20)\d{1,2}$/.test(year) || year.length !== 4 || !Number.isInteger(month) || month < 1)
    return null;
  return `${year}-${String(Math.min(month, 12)).padStart(2, '0')}`;
}

export function readAccount(account: Element, master: SaftMaster): void {
  const id = textAt(account, 'AccountID');
  if (id !== null)
    master.accounts.set(id, {
      id,
      name: textAt(account, 'AccountDescription'),
      ...mappingOf(account, id),
      movement: movementOf(account),
    });
}

/**
 * Returns the balance change of an account over the months of the file: closing minus opening balance. Null when a
 * balance is missing.
 */
function movementOf(account: Element): string | null {
  const [openDebit, openCredit, closeDebit, closeCredit] = [
    'OpeningDebitBalance',
    'OpeningCreditBalance',
    'ClosingDebitBalance',
    'ClosingCreditBalance',
  ].map((name) => parseDecimal(textAt(account, name)));
  if ((openDebit ?? openCredit) == null || (closeDebit ?? closeCredit) == null) return null;
  return subtract(subtract(closeDebit ?? '0', closeCredit ?? '0'), subtract(openDebit ?? '0', openCredit ?? '0'));
}

/**
 * Returns the chart and code of an account: its grouping, otherwise its standard account, which version 1.30 removed.
 * An unmapped account has its own id in the chart `local`.
 */
function mappingOf(account: Element, id: string): Pick<SaftAccount, 'system' | 'code'> {
  const category = textAt(account, 'GroupingCategory');
  const code = textAt(account, 'GroupingCode');
  if (category && code) {
    if (kostraCategory.test(category))
      return { system: 'kostra', code: /^\d{1,2}$/.test(code) ? code.padStart(3, '0') : code };
    return { system: stateCategory.test(category) ? 'dfo' : 'ns4102', code };
  }
  const standard = textAt(account, 'StandardAccountID');
  return standard ? { system: 'ns4102', code: standard } : { system: 'local', code: id };
}

/** Reads the supplier's number and name only. An invalid organisation number is reported once. */
export function readSupplier(supplier: Element, master: SaftMaster, report: LedgerReport): void {
  const id = textAt(supplier, 'SupplierID');
  if (id === null) return;
  const stated = textAt(supplier, 'RegistrationNumber') ?? textAt(supplier, 'TaxRegistration', 'TaxRegistrationNumber');
  const reading = orgNumberOf(stated);
  if (stated !== null && !reading.ok)
    report.addNote(
      'ledger-org-number-wrong',
      'confirm',
      { path: `/AuditFile/MasterFiles/Suppliers/Supplier`, line: supplier.line },
      stated,
      { supplier: id },
    );
  master.suppliers.set(id, {
    orgNumber: reading.value,
    orgNumberValid: stated === null ? null : reading.ok,
    ledgerNumber: id,
    name: maskedName(textAt(supplier, 'Name')),
  });
}

function maskedName(name: string | null): string | null {
  return name === null ? null : maskNationalIds(name);
}

function orgNumberOf(stated: string | null): { ok: boolean; value: string | null } {
  if (stated === null) return { ok: false, value: null };
  const { ok, value } = OrgNumber.parse(stated, { testNumbers: true });
  return { ok, value: value ?? null };
}

const dimensionPatterns: readonly [RegExp, SaftDimension][] = [
  [/funksjon|tjeneste|teneste|function/i, 'function'],
  [/ansvar|avdeling|koststed|kostnadssted|department|cost ?cent/i, 'costCentre'],
  [/prosjekt|project/i, 'project'],
  [/bilagsart|bilagstype|voucher ?type/i, 'voucherType'],
];

export function readDimension(entry: Element, master: SaftMaster): void {
  const type = textAt(entry, 'AnalysisType');
  const word = textAt(entry, 'AnalysisTypeDescription') ?? '';
  const dimension = dimensionPatterns.find(([pattern]) => pattern.test(word));
  if (type && dimension && !master.dimensions.has(type)) master.dimensions.set(type, dimension[1]);
}
