import {
  parseDecimal,
  redactFoundText,
  isPlausibleDay,
  ledgerFields,
  withoutPersons,
  type LedgerField,
} from '@tallgrunn/formats';
import type { Issue } from '@tallgrunn/platform';
import { limits, OrgNumber, type Language } from '@tallgrunn/values';
import { lineTexts, type LineFault } from './line-validation-texts.ts';

/** A posting as sent by a program: ledger fields by name, all as text. */
export type SentLine = Readonly<Partial<Record<LedgerField, string>>>;

const TEXT_MAX = 2_000;
const FIELD_NAME_MAX = limits.spendLines.fieldNameCharactersMax;
const ISSUES_MAX = 1_000;
const fieldNames: ReadonlySet<string> = new Set(ledgerFields);
const decimals: ReadonlySet<string> = new Set(['amount', 'debit', 'credit', 'vatAmount', 'vatRate']);
/** Matches a month, or year-end closing after the twelfth. */
const period = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-6])$/;
/** Matches characters that the database cannot store: NUL and lone surrogates. */
const unstorable = /[\0\p{Cs}]/u;
const days: ReadonlySet<string> = new Set(['voucherDate', 'invoiceDate']);

/** Returns a field name that may be shown. A name over the limit is not inspected. */
const shownName = (field: string): string => (field.length > FIELD_NAME_MAX ? '…' : withoutPersons(field));

/** Returns the fault of a field's value; null when it is valid. */
function faultOf(field: string, value: string): LineFault | null {
  if (!fieldNames.has(field)) return 'field-unknown';
  if (value.length > TEXT_MAX) return 'text-too-long';
  if (unstorable.test(value)) return 'not-a-text';
  if (decimals.has(field)) return parseDecimal(value) === null ? 'not-a-number' : null;
  if (days.has(field)) return isPlausibleDay(value) ? null : 'not-a-day';
  if (field === 'period') return period.test(value) ? null : 'not-a-month';
  if (field === 'supplierOrgNumber')
    return OrgNumber.parse(value, { testNumbers: true }).ok ? null : 'org-number-wrong';
  if (field === 'currency') return /^[A-Z]{3}$/.test(value) ? null : 'not-a-currency';
  if (field === 'vatStatus') return ['net', 'gross', 'unknown'].includes(value) ? null : 'not-a-vat-status';
  return null;
}

/**
 * Validates lines sent by a program. Returns them as text, with an issue per fault: location, found value, expected
 * value and what to do. `wrong` counts all faults; issues are limited to 1,000.
 */
export function validateLines(
  lines: readonly unknown[],
  language: Language,
): { readonly lines: SentLine[]; readonly issues: Issue[]; readonly wrong: number } {
  const issues: Issue[] = [];
  let wrong = 0;
  const addIssue = (at: number, field: string | null, fault: LineFault, found: unknown) => {
    wrong += 1;
    if (issues.length >= ISSUES_MAX) return;
    const { expected, todo } = lineTexts[language][fault];
    const shown =
      found === undefined
        ? null
        : redactFoundText((typeof found === 'string' ? found.slice(0, 100) : JSON.stringify(found)).slice(0, 100));
    issues.push({
      code: fault,
      path: field === null ? `[${at}]` : `[${at}].${shownName(field)}`,
      params: { line: at + 1, field: field && shownName(field), found: shown, expected, todo },
    });
  };
  const sent = lines.map((line, at): SentLine => {
    if (typeof line !== 'object' || line === null || Array.isArray(line)) {
      addIssue(at, null, 'not-an-object', line);
      return {};
    }
    const texts: Partial<Record<LedgerField, string>> = {};
    for (const [field, value] of Object.entries(line)) {
      if (value === null || value === '') continue;
      if (field.length > FIELD_NAME_MAX) {
        addIssue(at, field, 'field-unknown', undefined);
        continue;
      }
      if (typeof value !== 'string' && typeof value !== 'number') {
        addIssue(at, field, 'not-a-value', value);
        continue;
      }
      const text = String(value).trim();
      const fault = faultOf(field, text);
      if (fault) addIssue(at, field, fault, text);
      else texts[field as LedgerField] = text;
    }
    const given = (field: string): boolean =>
      ![undefined, null, ''].includes((line as Record<string, string | null | undefined>)[field]);
    if (!given('amount') && !(given('debit') || given('credit'))) addIssue(at, 'amount', 'field-missing', undefined);
    return texts;
  });
  if (lines.length === 0) addIssue(0, null, 'no-lines', undefined);
  return { lines: sent, issues, wrong };
}
