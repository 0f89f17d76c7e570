import { compare, divide, multiply } from '@tallgrunn/values';
import type { QualityCheck, SupplierQuality } from '../supplier-page/read-quality.ts';

/** Levels of data quality, lowest first. */
export const qualityLevels = ['required', 'expected', 'excellent'] as const;
export type QualityLevel = (typeof qualityLevels)[number];

/** Level that a supplier reached. `below-required`: not even the lowest. */
export const reachedLevels = ['below-required', ...qualityLevels] as const;
export type ReachedLevel = (typeof reachedLevels)[number];

/** Findings per 1,000 lines up to which a check is passed. */
export const FINDINGS_PER_THOUSAND_MAX = '10';

/**
 * Checks by level. Required: who bought, when, and for how much. Expected: which item, in which unit. Excellent: what
 * makes a line traceable and usable for emissions.
 */
const checksByLevel: Readonly<Record<QualityLevel, readonly string[]>> = {
  required: [
    ...[
      'amount-differs',
      'buyer-split',
      'buyer-homonym',
      'buyer-not-entitled',
      'buyer-number-differs',
      'column-inferred',
      'column-missing',
    ],
    ...['date-1904', 'date-impossible', 'date-in-future', 'date-outside-period', 'date-unreadable'],
    ...['day-month-ambiguous', 'decimals-mixed', 'duplicate-line', 'empty-file', 'file-unreadable', 'foreign-currency'],
    ...['formula-cell', 'formula-injection', 'duplicate-heading', 'hidden-rows', 'month-missing', 'negative-price'],
    ...['not-a-number', 'number-ambiguous', 'number-inferred', 'org-number-check-digit', 'org-number-length'],
    ...['org-number-placeholder', 'other-agreement', 'belongs-to-other-report', 'personal-data', 'quantity-as-money'],
    ...['already-reported', 'required-empty', 'row-too-long', 'scientific-notation', 'second-table'],
    ...['template-version', 'total-differs', 'vat-included-15', 'vat-included-25', 'year-to-date'],
  ],
  expected: [
    ...['column-unused', 'credit-exceeds-sales', 'dependent-value', 'extreme-quantity', 'item-as-date'],
    ...[
      'item-gtin-differ',
      'item-name-differ',
      'item-number-changed',
      'item-unknown',
      'leading-zeros-lost',
      'own-rule',
      'pack-as-piece',
    ],
    ...['price-jump', 'price-scale', 'text-pattern', 'declared-unit-mismatch', 'unit-unknown', 'units-mixed'],
    ...['value-not-listed', 'value-out-of-range'],
  ],
  excellent: [
    ...['declaration-negative', 'declaration-per-pack', 'declaration-product', 'declaration-scale', 'declaration-sum'],
    ...['gtin-check-digit', 'reference-missing'],
  ],
};

/** Checks of what was agreed or booked, not of the data. They have figures of their own. */
const checksWithoutLevel = [
  'reported-below-booked',
  'declaration-expired',
  'nil-but-booked',
  'price-above-agreed',
  'commitment-line',
];

const levels: ReadonlyMap<string, QualityLevel | null> = new Map([
  ...qualityLevels.flatMap((level) => checksByLevel[level].map((code): [string, QualityLevel] => [code, level])),
  ...checksWithoutLevel.map((code): [string, null] => [code, null]),
]);

/** Returns whether a check has a level, or is named as one without. */
export const hasQualityRule = (code: string): boolean => levels.has(code);

/**
 * Returns the level of a check; null for a check that is not of the data. A check that only informs unless the terms
 * say more is `expected`.
 */
export const levelOfCheck = (code: string): QualityLevel | null =>
  levels.has(code) ? (levels.get(code) ?? null) : 'expected';

export interface RatedCheck extends QualityCheck {
  readonly level: QualityLevel | null;
  /** Findings that the supplier did not state were no errors. */
  readonly errorCount: number;
  /** Decimal text; null without lines. */
  readonly errorsPerThousand: string | null;
  /** At most FINDINGS_PER_THOUSAND_MAX. */
  readonly isPassed: boolean;
}

export interface LevelResult {
  readonly level: QualityLevel;
  readonly errorCount: number;
  readonly errorsPerThousand: string | null;
  /** Checks of the level that are not passed. */
  readonly failedCheckCount: number;
  readonly isReached: boolean;
}

export interface RatedQuality extends Omit<SupplierQuality, 'checks' | 'supplierId'> {
  /** Null when no line was reported: then it is not known. */
  readonly level: ReachedLevel | null;
  readonly levels: readonly LevelResult[];
  readonly checks: readonly RatedCheck[];
}

const perThousand = (count: number, lines: number): string | null =>
  lines === 0 ? null : divide(multiply(String(count), '1000'), String(lines), 1);

/**
 * Rates a supplier's reports. A level is reached when each of its checks is passed and all lower levels are reached.
 * Findings that were corrected before submission count; those that the supplier stated were no errors do not.
 */
export function rateQuality({
  reports,
  lines,
  returned,
  findingCount,
  overriddenCount,
  checks,
}: Omit<SupplierQuality, 'supplierId'>): RatedQuality {
  const rated = checks.map((check): RatedCheck => {
    const errorCount = check.findingCount - check.overriddenCount;
    const isPassed = errorCount === 0 || (lines > 0 && isWithinLimit(errorCount, lines));
    const level = levelOfCheck(check.code);
    return { ...check, level, errorCount, errorsPerThousand: perThousand(errorCount, lines), isPassed };
  });
  const results: LevelResult[] = [];
  for (const level of qualityLevels) {
    const own = rated.filter((check) => check.level === level);
    const errorCount = own.reduce((sum, check) => sum + check.errorCount, 0);
    const failedCheckCount = own.filter(({ isPassed }) => !isPassed).length;
    const isReached = failedCheckCount === 0 && results.every((lower) => lower.isReached);
    results.push({ level, errorCount, errorsPerThousand: perThousand(errorCount, lines), failedCheckCount, isReached });
  }
  const reached = results.findLast(({ isReached }) => isReached)?.level ?? 'below-required';
  const level = lines === 0 ? null : reached;
  return { reports, lines, returned, findingCount, overriddenCount, level, levels: results, checks: rated };
}

const isWithinLimit = (count: number, lines: number): boolean =>
  compare(multiply(String(count), '1000'), multiply(FINDINGS_PER_THOUSAND_MAX, String(lines))) <= 0;
