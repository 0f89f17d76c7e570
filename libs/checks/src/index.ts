export type { CorrectedCell } from './annotating/corrected-cell.ts';
export { annotateFindings, type AnnotationsRequest } from './annotating/annotations-of.ts';
export { annotatedName } from './annotating/annotation-texts.ts';
export { canonicalJson, hashOf } from './canonical-json.ts';
export { mayBeRight } from './check.ts';
export { checkReport, type CheckOptions } from './check-report.ts';
export { checkNilReturn, checkResultOfReadProblem } from './check-nil-report.ts';
export { allChecks } from './checks/all-checks.ts';
export { RetainedAnswers, type FileAnswers } from './redaction/answers-along.ts';
export { customerHash, withExcluded } from './redaction/customer-hash.ts';
export { ExcludedRows } from './redaction/left-out-rows.ts';
export { type UnusedColumn } from './redaction/unused-columns.ts';
export { lookAhead, OtherCustomersFound } from './redaction/look-ahead.ts';
export { ownRuleCode } from './checks/own-rule.ts';
export {
  FileRedactor,
  customersOf,
  redactedTable,
  inspectedTable,
  type CustomerAnswers,
  type CustomerSelection,
  type RedactionSummary,
} from './redaction/redact-file.ts';
export { FileInspection, type InspectedCustomer } from './redaction/inspect-file.ts';
export type {
  BookedInvoiceTable,
  BookedTable,
  BuyerTable,
  CheckContext,
  DeclarationTable,
  EarlierReport,
  ItemTable,
  PriceTable,
} from './context.ts';
export { exampleTerms, type ClausePackage } from './examples/example-terms.ts';
export { defaultField } from './examples/fields.ts';
export type { Finding, FindingGroup, Fix, Params, Patch, FindingLocation, FindingSeverity } from './finding.ts';
export { groupFindings } from './findings/group-findings.ts';
export { codeOfQuestion, questionKey, type QuestionSubject } from './findings/question-key.ts';
export {
  kindsOf,
  questionsAtOnce,
  questionsFrom,
  questionsOf,
  type FindingKind,
  type QuestionPage,
} from './findings/questions-of.ts';
export type { LineKind, ReportLine } from './line.ts';
export {
  answersToRemember,
  isLasting,
  isLastingPatch,
  subjectOf,
  type AnswerToRemember,
  type AnswerReason,
  type PatchSubject,
  type LastingPatch,
} from './plan/answers-to-remember.ts';
export { columnRulesToLearn, type ColumnRule } from './plan/column-rules-to-learn.ts';
export { OWN_RULES_MAX } from './own-rules/expression.ts';
export { printField } from './own-rules/print-expression.ts';
export { samplesForTables } from './own-rules/samples-for-tables.ts';
export { compilePlan, type CompiledPlan } from './plan/compile-plan.ts';
export { homonymCounties } from './plan/homonyms.ts';
export { standardUnitKey, unitFactor, unitHint } from './plan/units.ts';
export { roleTitle } from './plan/heading-synonyms.ts';
export {
  adjustPrice,
  adjustmentFactor,
  earliestAdjustment,
  type AdjustmentClause,
  type AdjustmentFactor,
  type AdjustmentProblem,
  type IndexValue,
} from './prices/index-adjustment.ts';
export { ComparePrices, type ChargedLine, type ComparedPrice } from './prices/compare-prices.ts';
export { currentItemNumber } from './prices/item-changes.ts';
export { priceModelOn } from './prices/price-model-on.ts';
export {
  priceModelKinds,
  type PriceAnswer,
  type PriceBasis,
  type PriceModel,
  type PriceModelKind,
  type PriceRecord,
  type Tier,
  type UnknownPriceReason,
} from './prices/price-model.ts';
export { priceOn } from './prices/price-on.ts';
export { priceIn, unitsIn, type PackStep } from './prices/unit-chain.ts';
export { readContext, readTerms, type DocumentReading } from './read-documents.ts';
export { isReadProblem } from './read-problem.ts';
export type { PersonalColumn } from './reading/personal-columns.ts';
export { contextSchema, priceModelSchema } from './schema/context-schema.ts';
export { findingSchema } from './schema/finding-schema.ts';
export { matchSchema, type SchemaProblem } from './schema/match-schema.ts';
export { termsSchema } from './schema/terms-schema.ts';
export { feeKind, goodsOnly } from './reading/fee-terms.ts';
export type { Division, SheetColumns, SheetRows } from './splitting/row-share.ts';
export { findBranch, type BranchMatch, type BranchName } from './splitting/which-branch.ts';
export { splitReport } from './splitting/split-report.ts';
export type {
  ObligationShare,
  ReportSplit,
  SplitObligation,
  UnclaimedLine,
  UnclaimedReason,
} from './splitting/split-types.ts';
export {
  fieldRoles,
  localText,
  defaultReport,
  type Clause,
  type DeclarationRequirement,
  type DependentCase,
  type DependentList,
  type FieldConstraints,
  type FieldRole,
  type FieldType,
  type ForeignKey,
  type LocalText,
  type OfferCommitment,
  type OwnRule,
  type Sanction,
  type Terms,
  type TermsCheck,
  type TermsField,
  type TermsTable,
} from './terms.ts';
export { casesOf, permittedValues, parentsOf } from './terms/dependent-lists.ts';
export { columnDocs } from './terms/column-docs.ts';
export { fieldGuidance, roleOf, titleOfField } from './terms/field-facts.ts';
export { lineSchema } from './terms/line-schema.ts';
export { diffTerms, type TermsChange } from './terms/diff-terms.ts';
export { lintTerms } from './terms/lint-terms.ts';
export { currentCheckIds, termsChecks } from './terms/terms-checks.ts';
export { describeChange, formatValue, type ChangeText } from './terms/describe-change.ts';
export { describePath } from './terms/describe-path.ts';
export { describeTermsProblem, type TermsProblemText } from './terms/describe-terms-problem.ts';
export type { TermsProblem } from './terms/terms-problem.ts';
export { choiceLabel } from './terms/texts/value-texts.ts';
export { partLabel } from './terms/texts/path-texts.ts';
export {
  manualEntryFirstRow,
  manualEntryReport,
  manualEntryTable,
  type ManualEntryCells,
  type ManualEntryReport,
} from './manual-entry/manual-entry-report.ts';
export { labelOf, messageOf, textsOf, titleOf } from './texts/message-of.ts';
export {
  engineVersion,
  type BuyerTotal,
  type ColumnMapping,
  type SheetResult,
  type CheckResult,
  type CheckTotals,
} from './check-result.ts';
export { findingJson, checkResultJson } from './check-result-json.ts';
