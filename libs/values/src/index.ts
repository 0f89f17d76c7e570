export {
  addDays,
  dateOfDay,
  dayNumber,
  daysBetween,
  endOfOsloDay,
  isDate,
  osloDate,
  startOfOsloDay,
  weekday,
} from './calendar.ts';
export { fixedClock, systemClock, type Clock } from './clock.ts';
export {
  absolute,
  add,
  compare,
  divide,
  isDecimal,
  multiply,
  negate,
  normalise,
  round,
  scaled,
  scaledSafe,
  signOf,
  subtract,
  sum,
  unscaled,
  type DecimalText,
} from './decimal.ts';
export {
  emailTemplateFaults,
  fillEmailSubject,
  fillEmailTemplate,
  type EmailTemplateFault,
  type EmailTemplateText,
} from './email-template.ts';
export { emissionUnit, measureName } from './emission-unit.ts';
export {
  formatAmount,
  formatCount,
  formatDate,
  formatInstant,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  type DateStyle,
} from './format.ts';
export { Gtin, type GtinProblem, type GtinReading } from './gtin.ts';
export { hexOf, sha256, sha256Bytes, sha256Hex, type Hasher } from './hash.ts';
export { isUuid, uuidv7 } from './ids.ts';
export { limits, tableEndings } from './limits.ts';
export { LineKeyCounter, lineKey, lineKeyBase, type LineKeyParts } from './line-key.ts';
export {
  normaliseName,
  municipalities,
  municipalityCounty,
  isOfOtherCounty,
  readMunicipality,
  type Municipality,
  type MunicipalityReading,
} from './municipalities.ts';
export { isAccountNumber, isDufNumber, isNationalId, isNationalIdOf2032 } from './redaction/check-digits.ts';
export { isPlate, isPlateHeading, withoutPlates } from './redaction/find-cars.ts';
export { isGoodsWord } from './redaction/product-terms.ts';
export { personalKinds, readableText, type PersonalKind } from './redaction/readable-text.ts';
export { redactLabel } from './redaction/redact-label.ts';
export {
  HIDDEN_VALUE,
  containsNationalId,
  IDENTITY_MASK,
  maskNationalIds,
  redactFileName,
  redactPersons,
  withoutPersonalNumbers,
  withoutPersons,
  type Redaction,
} from './redaction/redact-persons.ts';
export { OrgNumber, type OrgNumberProblem, type OrgNumberReading } from './org-number.ts';
export { Period, type PeriodKind } from './period.ts';
export { monthSpans } from './month-spans.ts';
export { roundedShares } from './rounded-shares.ts';
export {
  catalogue,
  intlTags,
  isLanguage,
  languages,
  listing,
  sentence,
  plural,
  type Catalogue,
  type Language,
  type Texts,
} from './texts.ts';
export {
  addWorkingDays,
  dueDate,
  statedDueDate,
  easterSunday,
  holidayOn,
  holidays,
  isWorkingDay,
  workingDaysAfter,
  type DueRule,
  type Holiday,
} from './working-days.ts';
