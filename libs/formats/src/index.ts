export type {
  CatalogueAction,
  CatalogueCertificate,
  CatalogueDocument,
  CatalogueHead,
  CatalogueItem,
  CatalogueLine,
  CataloguePrice,
  Quantity,
  RelatedItem,
} from './catalogue/catalogue.ts';
export {
  catalogueLimits,
  readCatalogue,
  readWholeCatalogue,
  type CatalogueOutput,
  type ReadCatalogueOptions,
} from './catalogue/read-catalogue.ts';
export { itemListOf } from './codes/item-lists.ts';
export { pieceUnits, unitName, unitStatus, type UnitStatus } from './codes/units.ts';
export { parseDecimal } from './decimal-text.ts';
export type { DespatchDocument, DespatchLine } from './despatch/despatch.ts';
export { readDespatches } from './despatch/read-despatches.ts';
export { FormatProblem } from './format-problem.ts';
export type { DeclarationDocument, EpdFacts, Footprint, FootprintVerification } from './footprint/footprint.ts';
export { readDeclaration } from './footprint/read-declaration.ts';
export type {
  AllowanceCharge,
  InvoiceDocument,
  InvoiceItem,
  InvoiceLine,
  InvoiceParty,
  InvoiceTotals,
  LineCo2e,
  SchemedId,
} from './invoice/invoice.ts';
export { readInvoices, type ReadInvoicesOptions } from './invoice/read-invoices.ts';
export { readUblInvoice, type InvoiceOptions } from './invoice/read-ubl-invoice.ts';
export { isPlausibleDay } from './plausible-day.ts';
export { validateProfile } from './ledger/check-profile.ts';
export { builtInProfiles } from './ledger/built-in-profiles.ts';
export type { LedgerLine, LedgerSupplier } from './ledger/ledger-line.ts';
export { isAccountRange } from './ledger/import-filter.ts';
export {
  accountClasses,
  ledgerFields,
  ledgerParties,
  ledgerScales,
  ledgerTexts,
  type AccountClass,
  type LedgerImportFilter,
  type LedgerField,
  type LedgerFilter,
  type LedgerProfile,
  type LedgerScale,
  type VatStatus,
} from './ledger/ledger-profile.ts';
export {
  LedgerReport,
  type ExcludedTotal,
  type ExcludedRows,
  type StatedBalanceChange,
} from './ledger/ledger-report.ts';
export { proposeProfile, type Proposal } from './ledger/propose-profile.ts';
export { readLedger } from './ledger/read-ledger.ts';
export { readSupplierMaster, type SupplierMaster } from './ledger/read-supplier-master.ts';
export { redactFinding, redactParams } from './minimise/guard-finding.ts';
export { redactFoundText } from './minimise/reduce-codes.ts';
export { wordsInTitles } from './minimise/recognised-words.ts';
export { redactFileName, withoutPersons } from '@tallgrunn/values';
export { redactFile, type RedactOptions } from './redaction/redact-file.ts';
export type { RedactedFile, ContactKind, ContactKindOf } from './redaction/redact-table.ts';
export { redactDespatch } from './minimise/minimise-despatch.ts';
export { redactInvoice } from './minimise/minimise-invoice.ts';
export {
  RedactionCounts,
  redactionReasons,
  type RedactedField,
  type RedactionReason,
} from './minimise/redacted-fields.ts';
export { messageOf } from './messages/message-of.ts';
export { noticeLimits, readEformsNotice, type NoticeOptions } from './notice/read-eforms-notice.ts';
export type {
  AwardCriterion,
  FrameworkTechnique,
  Legislation,
  LotDuration,
  Money,
  NoticeBuyer,
  NoticeContract,
  NoticeCpv,
  NoticeDocument,
  NoticeLot,
  NoticeLotGroup,
  NoticeParty,
  NoticeResult,
  NoticeTender,
  NoticeTexts,
  NoticeWinner,
} from './notice/notice.ts';
export { readNotice, type ReadNoticeOptions } from './notice/read-notice.ts';
export { readDocument, type ReadOptions } from './read-document.ts';
export {
  documentKinds,
  type DocumentKind,
  type FormatFinding,
  type DocumentLocation,
  type Read,
  type Reading,
  type Refused,
  type FindingSeverity,
} from './reading.ts';
export { emptySums, readSaft, type SaftOptions } from './saft/read-saft.ts';
export type { SaftHead, SaftSums } from './saft/saft.ts';
export type { SaftDocument } from './saft/saft-document.ts';
export { saftProfile } from './saft/saft-profile.ts';
export { catalogueSchema } from './schema/catalogue-schema.ts';
export { declarationSchema } from './schema/declaration-schema.ts';
export { despatchSchema } from './schema/despatch-schema.ts';
export { formatFindingSchema } from './schema/finding-schema.ts';
export { invoiceSchema } from './schema/invoice-schema.ts';
export { ledgerProfileSchema, ledgerSchema } from './schema/ledger-schema.ts';
export { noticeSchema } from './schema/notice-schema.ts';
export { saftSchema } from './schema/saft-schema.ts';
export { detectSpendFormat, type SpendFormat } from './detect-kind.ts';
