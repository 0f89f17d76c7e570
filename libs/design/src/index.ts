export { BarChart, type Bar, type BarLegend, type BarSegment } from './charts/bar-chart.ts';
export { ChartFrame, type ChartRow } from './charts/chart-frame.ts';
export { CoverageBar, type CoveragePart } from './charts/coverage-bar.ts';
export { figureSpace, lineHeight, wrapText } from './charts/fit.ts';
export { measuredWidth } from './charts/measured-width.ts';
export { Patterns, patternPrefix, patterns, type Pattern } from './charts/pattern.ts';
export { niceTicks } from './charts/ticks.ts';
export { Waterfall, type WaterfallStep, type WaterfallTotal } from './charts/waterfall.ts';
export { fetchAllPages, DOWNLOAD_ROWS_MAX, type AllRows, type FetchAllRows } from './data-table/all-rows.ts';
export { Cell } from './data-table/cell.ts';
export type { Column } from './data-table/column.ts';
export { DataTable } from './data-table/data-table.ts';
export { ErrorSummary, type FormError } from './error-summary/error-summary.ts';
export { fieldError, formErrors, type FieldCheck } from './error-summary/form-errors.ts';
export { Field } from './field/field.ts';
export { FileDrop } from './file-drop/file-drop.ts';
export {
  FindingList,
  type FindingGroup,
  type FindingLocation,
  type FindingSeverity,
} from './finding-list/finding-list.ts';
export { Icon, type IconName } from './icon/icon.ts';
export { PageHeader, type Crumb } from './page-header/page-header.ts';
export { Denied } from './page-states/denied.ts';
export { Empty } from './page-states/empty.ts';
export { Failed } from './page-states/failed.ts';
export { Loaded, type Reloadable } from './page-states/loaded.ts';
export { Missing } from './page-states/missing.ts';
export { Skeleton, type SkeletonShape } from './page-states/skeleton.ts';
export { PrintContext, setPrintContext } from './print/print-context.ts';
export { ProblemMessages } from './problem-messages/problem-messages.ts';
export { Progress } from './progress/progress.ts';
export { ReasonForm, type ReasonInput } from './reason-form/reason-form.ts';
export { SidePanel } from './side-panel/side-panel.ts';
export { StatusTag, type StatusTone } from './status-tag/status-tag.ts';
export { designTexts } from './texts/design-texts.ts';
export { LanguageInUrl, followLanguage, languageOf, storedLanguage } from './texts/language-in-url.ts';
export { LanguageSwitch } from './texts/language-switch.ts';
export { openTexts } from './texts/open-texts.ts';
export { TextLibrary, lazyCatalogue, texts, type LazyCatalogue } from './texts/text-library.ts';
export { Wording } from './texts/wording.ts';
export { queryState, type QueryState } from './url/query-state.ts';
export { ExplanationDetails, type Explanation } from './why-panel/explained.ts';
export { WhyPanel } from './why-panel/why-panel.ts';
