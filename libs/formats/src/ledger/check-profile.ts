import { isObject } from '../footprint/json-access.ts';
import { FormatProblem } from '../format-problem.ts';
import { isAccountRange } from './import-filter.ts';
import { describeExpected } from './expected-of-profile.ts';
import {
  accountClasses,
  ledgerFields,
  ledgerParties,
  type LedgerProfile,
  ledgerScales,
  ledgerTexts,
} from './ledger-profile.ts';

/**
 * Validates a profile from untrusted JSON and returns it.
 * @throws FormatProblem 'import-profile-invalid' with the first invalid part and its expected value
 */
export function validateProfile(json: unknown): LedgerProfile {
  const wrong = firstInvalidPart(json);
  if (wrong)
    throw new FormatProblem('import-profile-invalid', { detail: wrong, expected: describeExpected(wrong, 'en') });
  return json as LedgerProfile;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isOneOf = (value: unknown, ...allowed: string[]): boolean => typeof value === 'string' && allowed.includes(value);

function firstInvalidPart(json: unknown): string | null {
  if (!isObject(json)) return 'profile';
  const { columns, account, numbers, vat } = json;
  if (!isText(json['id'])) return 'id';
  if (!isText(json['name'])) return 'name';
  if (!isObject(columns)) return 'columns';
  const invalidPart = Object.entries(columns).find(
    ([field, heading]) => !isOneOf(field, ...ledgerFields) || !(isText(heading) || isTexts(heading)),
  );
  if (invalidPart) return `columns.${invalidPart[0]}`;
  if (!('amount' in columns) && !('debit' in columns && 'credit' in columns)) return 'columns.amount';
  if (!isObject(account) || !isText(account['system'])) return 'account.system';
  if (account['classFirst'] !== undefined && typeof account['classFirst'] !== 'boolean') return 'account.classFirst';
  if (!isObject(numbers) || !isOneOf(numbers['decimal'], ',', '.', 'auto')) return 'numbers.decimal';
  if (numbers['scale'] !== undefined && !(ledgerScales as readonly unknown[]).includes(numbers['scale']))
    return 'numbers.scale';
  if (!isOneOf(json['sign'], 'cost-positive', 'cost-negative')) return 'sign';
  if (!isText(json['currency']) || !/^[A-Z]{3}$/.test(json['currency'])) return 'currency';
  if (!isObject(vat) || !isOneOf(vat['amounts'], 'net', 'gross', 'unknown')) return 'vat.amounts';
  if (vat['rateByCode'] !== undefined && !isRates(vat['rateByCode'])) return 'vat.rateByCode';
  const invalidVatRule = ['byCode', 'byCostCentre'].find(
    (by) => vat[by] !== undefined && !isVatBy(vat[by], by === 'byCostCentre'),
  );
  return invalidVatRule ? `vat.${invalidVatRule}` : firstInvalidOption(json);
}

/** Returns whether the value maps VAT codes to rates written as shares, for example 0.15. */
function isRates(json: unknown): boolean {
  return (
    isObject(json) && Object.values(json).every((rate) => typeof rate === 'string' && /^0(\.\d{1,4})?$/.test(rate))
  );
}

function isVatBy(json: unknown, ranges: boolean): boolean {
  return (
    isObject(json) &&
    Object.entries(json).every(
      ([code, status]) => (!ranges || isAccountRange(code)) && isOneOf(status, 'net', 'gross', 'unknown'),
    )
  );
}

function firstInvalidOption(json: Readonly<Record<string, unknown>>): string | null {
  const { required, notSpend, filters, headerWithin, comesIn, accountClass } = json;
  if (accountClass !== undefined && !isClassRule(accountClass)) return 'accountClass';
  const invalidPart = comesIn === undefined ? null : invalidImportFilterPart(comesIn);
  if (invalidPart !== null) return invalidPart;
  if (
    required !== undefined &&
    !(Array.isArray(required) && required.every((field) => isOneOf(field, ...ledgerFields)))
  )
    return 'required';
  if (notSpend !== undefined && !isTexts(notSpend)) return 'notSpend';
  if (
    headerWithin !== undefined &&
    !(Number.isInteger(headerWithin) && (headerWithin as number) > 0 && (headerWithin as number) <= 1000)
  )
    return 'headerWithin';
  if (filters === undefined) return null;
  if (!Array.isArray(filters)) return 'filters';
  const at = filters.findIndex(
    (filter) =>
      !isObject(filter) ||
      !isText(filter['column']) ||
      (isTexts(filter['in']) ? 1 : 0) + (isTexts(filter['notIn']) ? 1 : 0) !== 1,
  );
  return at < 0 ? null : `filters[${at}]`;
}

function isClassRule(json: unknown): boolean {
  return (
    isObject(json) &&
    (json['inAccount'] === undefined || typeof json['inAccount'] === 'boolean') &&
    (json['all'] === undefined || isOneOf(json['all'], ...accountClasses))
  );
}

function invalidImportFilterPart(json: unknown): string | null {
  if (!isObject(json)) return 'comesIn';
  const { parties, accounts, text } = json;
  if (parties !== undefined && !isOneOf(parties, ...ledgerParties)) return 'comesIn.parties';
  if (text !== undefined && !isOneOf(text, ...ledgerTexts)) return 'comesIn.text';
  return accounts === undefined ||
    (isTexts(accounts) && (accounts as string[]).length > 0 && (accounts as string[]).every(isAccountRange))
    ? null
    : 'comesIn.accounts';
}
