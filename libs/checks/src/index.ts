export type { CorrectedCell } from './annotating/corrected-cell.ts';
export { annotationsOf, type AnnotationsWanted } from './annotating/annotations-of.ts';
export { annotatedName } from './annotating/annotation-texts.ts';
export { canonicalJson, hashOf } from './canonical-json.ts';
export { mayBeRight } from './check.ts';
export { checkReport, type CheckOptions } from './check-report.ts';
export { checkNilReport, verdictOfReadProblem } from './check-nil-report.ts';
export { allChecks } from './checks/all-checks.ts';
export { AnswersAlong, type FileAnswers } from './cutting/answers-along.ts';
export { customerHash, withExcluded } from './cutting/customer-hash.ts';
export { LeftOutRows } from './cutting/left-out-rows.ts';
export { type UnusedColumn } from './cutting/unused-columns.ts';
export { lookAhead, OthersAfterAll } from './cutting/look-ahead.ts';
export {
  CutFile,
  customersOf,
  cutTable,
  lookedTable,
  type CustomerAnswers,
  type CutCustomers,
  type CutFacts,
} from './cutting/cut-file.ts';
export { FileLook, type CustomerSeen } from './cutting/file-look.ts';
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
export { usualField } from './examples/fields.ts';
export type { Finding, FindingGroup, Fix, Params, Patch, Place, Severity } from './finding.ts';
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
  isStanding,
  subjectOf,
  type AnswerToRemember,
  type GivenReason,
  type PatchSubject,
  type StandingPatch,
} from './plan/answers-to-remember.ts';
export { columnsToTeach, type ColumnToTeach } from './plan/columns-to-teach.ts';
export { compilePlan, type CompiledPlan } from './plan/compile-plan.ts';
export { homonymCounties } from './plan/homonyms.ts';
export { knownUnit, unitFactor, unitHint } from './plan/units.ts';
export { roleTitle } from './plan/field-words.ts';
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
export { numberNow } from './prices/item-changes.ts';
export { modelOn } from './prices/model-on.ts';
export {
  priceModelKinds,
  type PriceAnswer,
  type PriceBasis,
  type PriceModel,
  type PriceModelKind,
  type PriceRecord,
  type Tier,
  type UnknownPrice,
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
export { feeKind, goodsOnly } from './reading/fee-words.ts';
export type { Division, SheetColumns, SheetRows } from './splitting/row-share.ts';
export { whichBranch, type BranchFound, type BranchName } from './splitting/which-branch.ts';
export { splitReport } from './splitting/split-report.ts';
export type { DutyShare, ReportSplit, SplitDuty, UnclaimedLine, UnclaimedReason } from './splitting/split-types.ts';
export {
  fieldRoles,
  localText,
  usualReport,
  type Clause,
  type DeclarationDemand,
  type DependentCase,
  type DependentList,
  type FieldConstraints,
  type FieldRole,
  type FieldType,
  type ForeignKey,
  type LocalText,
  type OfferPromise,
  type Sanction,
  type Terms,
  type TermsCheck,
  type TermsField,
  type TermsTable,
} from './terms.ts';
export { casesOf, fittingValues, parentsOf } from './terms/dependent-lists.ts';
export { columnDocs } from './terms/column-docs.ts';
export { fieldFacts, roleOf, titleOfField } from './terms/field-facts.ts';
export { lineSchema } from './terms/line-schema.ts';
export { diffTerms, type TermsChange } from './terms/diff-terms.ts';
export { lintTerms } from './terms/lint-terms.ts';
export { sayChange, sayValue, type SaidChange } from './terms/say-change.ts';
export { sayPath } from './terms/say-path.ts';
export { sayTermsProblem, type SaidProblem } from './terms/say-terms-problem.ts';
export type { TermsProblem } from './terms/terms-problem.ts';
export { choiceWord } from './terms/words/value-words.ts';
export { partWord } from './terms/words/path-words.ts';
export { typedFirstRow, typedReport, typedTable, type TypedCells, type TypedReport } from './typing/typed-report.ts';
export { labelOf, messageOf, textsOf, titleOf } from './texts/message-of.ts';
export {
  engineVersion,
  type BuyerTotal,
  type ColumnMapping,
  type SheetVerdict,
  type Verdict,
  type VerdictTotals,
} from './verdict.ts';
export { findingJson, verdictJson } from './verdict-json.ts';
