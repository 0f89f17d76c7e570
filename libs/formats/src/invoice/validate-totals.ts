import { absolute, add, compare, subtract, sum } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';
import type { AllowanceCharge, InvoiceDocument, InvoiceTotals } from './invoice.ts';

/** Tolerance of one øre: senders round each line separately. */
const TOLERANCE = '0.01';

type Check = [code: string, found: string | null, expected: string | null];

/**
 * Checks that the document's totals agree with each other and with its lines (EN 16931, BR-CO-10 to BR-CO-16). No
 * finding stops the reading.
 */
export function validateTotals(document: InvoiceDocument, place: DocumentLocation): FormatFinding[] {
  const { totals, lines, allowances, charges } = document;
  const checks: Check[] = [
    ['invoice-line-sum', totals.lineExtensionAmount, sumOf(lines.map((line) => line.netAmount))],
    ['invoice-allowance-sum', totals.allowanceTotalAmount, sumOf(amountsOf(allowances))],
    ['invoice-charge-sum', totals.chargeTotalAmount, sumOf(amountsOf(charges))],
    ...europeanChecks(document),
  ];
  return checks.flatMap(([code, found, expected]) => {
    const stated = parseDecimal(found);
    if (stated === null || expected === null || isWithinTolerance(stated, expected, TOLERANCE)) return [];
    return [
      finding(code, 'confirm', {
        place,
        found,
        expected,
        params: { difference: subtract(stated, expected), currency: document.currency ?? '' },
      }),
    ];
  });
}

/**
 * Returns checks that apply only to senders that follow EN 16931: EHF 2 and OIOUBL give the same elements other
 * meanings.
 */
function europeanChecks({ customization, totals }: InvoiceDocument): Check[] {
  if (!customization?.includes('en16931')) return [];
  const t = (name: keyof InvoiceTotals): string => parseDecimal(totals[name]) ?? '0';
  const exclusive = add(subtract(t('lineExtensionAmount'), t('allowanceTotalAmount')), t('chargeTotalAmount'));
  const payable = add(subtract(t('taxInclusiveAmount'), t('prepaidAmount')), t('payableRoundingAmount'));
  return [
    [
      'invoice-tax-exclusive',
      totals.taxExclusiveAmount,
      parseDecimal(totals.lineExtensionAmount) === null ? null : exclusive,
    ],
    ['invoice-payable', totals.payableAmount, parseDecimal(totals.taxInclusiveAmount) === null ? null : payable],
  ];
}

export function isWithinTolerance(a: string, b: string, tolerance: string): boolean {
  return compare(absolute(subtract(a, b)), tolerance) <= 0;
}

const amountsOf = (list: readonly AllowanceCharge[]): (string | null)[] => list.map((entry) => entry.amount);

/** Returns the sum; null when an amount is missing or not a number, so that no comparison is made. */
function sumOf(amounts: readonly (string | null)[]): string | null {
  const read = amounts.map(parseDecimal);
  return read.includes(null) ? null : sum(read as string[]);
}
