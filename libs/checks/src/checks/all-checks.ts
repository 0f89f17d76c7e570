import type { Check } from '../check.ts';
import { amountDiffers } from './amount-differs.ts';
import { reportedBelowBooked } from './reported-below-booked.ts';
import { buyerHomonym } from './buyer-homonym.ts';
import { buyerNotEntitled } from './buyer-not-entitled.ts';
import { buyerSplit } from './buyer-split.ts';
import { buyerNumberDiffers } from './buyer-number-differs.ts';
import { buyerSite } from './buyer-site.ts';
import { buyerSpelling } from './buyer-spelling.ts';
import { buyerSucceeded } from './buyer-succeeded.ts';
import { cannotEvaluate } from './cannot-evaluate.ts';
import { columnCalculated } from './column-calculated.ts';
import { columnInferred } from './column-inferred.ts';
import { columnMissing } from './column-missing.ts';
import { columnRenamed } from './column-renamed.ts';
import { columnUnused } from './column-unused.ts';
import { creditLine } from './credit-line.ts';
import { creditExceedsSales } from './credit-exceeds-sales.ts';
import { crossTable } from './cross-table.ts';
import { date1904 } from './date-1904.ts';
import { dateAsText } from './date-as-text.ts';
import { dateImpossible } from './date-impossible.ts';
import { dateInFuture } from './date-in-future.ts';
import { dateOutsidePeriod } from './date-outside-period.ts';
import { dateSerial } from './date-serial.ts';
import { dateUnreadable } from './date-unreadable.ts';
import { dayMonthAmbiguous } from './day-month-ambiguous.ts';
import { dayNotStated } from './day-not-stated.ts';
import { decimalsMixed } from './decimals-mixed.ts';
import { declarationExpired } from './declaration-expired.ts';
import { declarationNegative } from './declaration-negative.ts';
import { declarationPerPack } from './declaration-per-pack.ts';
import { declarationProduct } from './declaration-product.ts';
import { declarationScale } from './declaration-scale.ts';
import { declarationSum } from './declaration-sum.ts';
import { delimiterOther } from './delimiter-other.ts';
import { dependentValue } from './dependent-value.ts';
import { depositLine } from './deposit-line.ts';
import { discountTaken } from './discount-taken.ts';
import { duplicateLine } from './duplicate-line.ts';
import { emptyFile } from './empty-file.ts';
import { encodingRepaired } from './encoding-repaired.ts';
import { extremeQuantity } from './extreme-quantity.ts';
import { feeLine } from './fee-line.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { filledDown } from './filled-down.ts';
import { foreignCurrency } from './foreign-currency.ts';
import { formulaCell } from './formula-cell.ts';
import { formulaInjection } from './formula-injection.ts';
import { gtinCheckDigit } from './gtin-check-digit.ts';
import { headingMerged } from './heading-merged.ts';
import { headingNotFirst } from './heading-not-first.ts';
import { duplicateHeading } from './duplicate-heading.ts';
import { hiddenRows } from './hidden-rows.ts';
import { itemAsDate } from './item-as-date.ts';
import { itemAsDecimal } from './item-as-decimal.ts';
import { itemGtinDiffer } from './item-gtin-differ.ts';
import { itemNameDiffer } from './item-name-differ.ts';
import { itemNumberChanged } from './item-number-changed.ts';
import { itemUnknown } from './item-unknown.ts';
import { largeFile } from './large-file.ts';
import { lateLine } from './late-line.ts';
import { leadingZerosLost } from './leading-zeros-lost.ts';
import { lineBreaks } from './line-breaks.ts';
import { trailingMinus } from './trailing-minus.ts';
import { monthMissing } from './month-missing.ts';
import { municipalityNumberOld } from './municipality-number-old.ts';
import { negativePrice } from './negative-price.ts';
import { nilButBooked } from './nil-but-booked.ts';
import { notANumber } from './not-a-number.ts';
import { noteRow } from './note-row.ts';
import { numberAmbiguous } from './number-ambiguous.ts';
import { numberInferred } from './number-inferred.ts';
import { numberCurrency } from './number-currency.ts';
import { numberParentheses } from './number-parentheses.ts';
import { thousandsSeparatorInferred } from './thousands-separator-inferred.ts';
import { numberSpaces } from './number-spaces.ts';
import { orgNumberCheckDigit } from './org-number-check-digit.ts';
import { orgNumberLength } from './org-number-length.ts';
import { orgNumberPlaceholder } from './org-number-placeholder.ts';
import { otherAgreement } from './other-agreement.ts';
import { belongsToOtherReport } from './belongs-to-other-report.ts';
import { ownRule } from './own-rule.ts';
import { packAsPiece } from './pack-as-piece.ts';
import { personalColumn } from './personal-column.ts';
import { personalData } from './personal-data.ts';
import { priceAboveAgreed } from './price-above-agreed.ts';
import { priceJump } from './price-jump.ts';
import { priceScale } from './price-scale.ts';
import { commitmentLine } from './commitment-line.ts';
import { commitmentShare } from './commitment-share.ts';
import { quantityAsMoney } from './quantity-as-money.ts';
import { referenceMissing } from './reference-missing.ts';
import { alreadyReported } from './already-reported.ts';
import { requiredEmpty } from './required-empty.ts';
import { rowTooLong } from './row-too-long.ts';
import { scientificNotation } from './scientific-notation.ts';
import { secondTable } from './second-table.ts';
import { multipleSheets } from './multiple-sheets.ts';
import { subtotalRow } from './subtotal-row.ts';
import { templateVersion } from './template-version.ts';
import { textPattern } from './text-pattern.ts';
import { totalDiffers } from './total-differs.ts';
import { totalRow } from './total-row.ts';
import { unitByPrice } from './unit-by-price.ts';
import { declaredUnitMismatch } from './declared-unit-mismatch.ts';
import { unitUnknown } from './unit-unknown.ts';
import { unitsMixed } from './units-mixed.ts';
import { valueNotListed } from './value-not-listed.ts';
import { valueOutOfRange } from './value-out-of-range.ts';
import { vatIncluded15 } from './vat-included-15.ts';
import { vatIncluded25 } from './vat-included-25.ts';
import { yearToDate } from './year-to-date.ts';

/**
 * All checks, in the order a report is read: structure, cells, identity, arithmetic and units, period, contract,
 * ledger, declarations.
 */
export const allChecks: readonly Check[] = [
  fileUnreadable,
  personalData,
  personalColumn,
  formulaInjection,
  largeFile,
  templateVersion,
  otherAgreement,
  columnMissing,
  columnCalculated,
  columnInferred,
  columnRenamed,
  columnUnused,
  discountTaken,
  duplicateHeading,
  headingNotFirst,
  headingMerged,
  multipleSheets,
  secondTable,
  hiddenRows,
  totalRow,
  totalDiffers,
  subtotalRow,
  noteRow,
  crossTable,
  filledDown,
  encodingRepaired,
  delimiterOther,
  rowTooLong,
  emptyFile,
  formulaCell,
  requiredEmpty,
  decimalsMixed,
  numberAmbiguous,
  numberInferred,
  thousandsSeparatorInferred,
  numberSpaces,
  notANumber,
  numberCurrency,
  numberParentheses,
  trailingMinus,
  itemAsDecimal,
  scientificNotation,
  gtinCheckDigit,
  itemAsDate,
  dateAsText,
  dayNotStated,
  dayMonthAmbiguous,
  dateImpossible,
  dateUnreadable,
  dateSerial,
  date1904,
  lineBreaks,
  valueNotListed,
  valueOutOfRange,
  textPattern,
  dependentValue,
  referenceMissing,
  ownRule,
  leadingZerosLost,
  itemUnknown,
  itemNumberChanged,
  itemGtinDiffer,
  itemNameDiffer,
  orgNumberLength,
  orgNumberCheckDigit,
  orgNumberPlaceholder,
  buyerSite,
  buyerSpelling,
  buyerNumberDiffers,
  buyerHomonym,
  municipalityNumberOld,
  buyerSucceeded,
  buyerSplit,
  buyerNotEntitled,
  creditLine,
  creditExceedsSales,
  negativePrice,
  unitUnknown,
  unitByPrice,
  unitsMixed,
  packAsPiece,
  vatIncluded25,
  vatIncluded15,
  quantityAsMoney,
  amountDiffers,
  feeLine,
  depositLine,
  foreignCurrency,
  dateOutsidePeriod,
  dateInFuture,
  lateLine,
  belongsToOtherReport,
  duplicateLine,
  alreadyReported,
  yearToDate,
  monthMissing,
  priceScale,
  priceAboveAgreed,
  priceJump,
  commitmentLine,
  commitmentShare,
  extremeQuantity,
  reportedBelowBooked,
  nilButBooked,
  declaredUnitMismatch,
  declarationExpired,
  declarationProduct,
  declarationSum,
  declarationNegative,
  declarationScale,
  declarationPerPack,
  cannotEvaluate,
];
