import type { OrgNumberProblem } from '@tallgrunn/values';
import type { InvoicePeriod, SchemedId } from '../invoice/invoice.ts';

/**
 * A procurement notice as its buyer sent it: eForms (UBL 2.3 ContractNotice, ContractAwardNotice,
 * PriorInformationNotice) in any version of the eForms SDK, European or national.
 * Texts are those of the file, trimmed. Amounts and counts are decimal texts. Codes are those of the eForms code lists
 * unless noted. A field that the file does not state is null. BT-, OPT- and OPP- numbers are the fields of eForms.
 */
export interface NoticeDocument {
  /** BT-701, a UUID. */
  readonly id: string | null;
  /** BT-757, such as 01. */
  readonly version: string | null;
  /** BT-03: planning, competition, result, dir-awa-pre, cont-modif, completion, consultation. */
  readonly form: string | null;
  /** BT-02: cn-standard, can-standard, pin-only, veat … */
  readonly type: string | null;
  /** OPP-070: 1–40, E1–E6, CEI, T01, T02; N4, N16 and N29 in older Norwegian national notices. */
  readonly subtype: string | null;
  /** OPT-002: 1.7, 1.15 … without the prefix eforms-sdk-. */
  readonly sdkVersion: string | null;
  /** OPT-002 as written, including national additions. */
  readonly customization: string | null;
  /** BT-05, the day the buyer sent it. */
  readonly issuedOn: string | null;
  /** OPP-012, the day of publication; null in a file that has not been published. */
  readonly publishedOn: string | null;
  /** OPP-010, such as 00123456-2026. */
  readonly publicationNumber: string | null;
  /** BT-702: the main language first, then the others; ISO 639-3 in capitals. */
  readonly languages: readonly string[];
  /** NOR-OPT-001: further languages of a Norwegian notice that is sent to the EU, where Norwegian is not official. */
  readonly unofficialLanguages: readonly string[];
  /** BT-04: the same in all notices of one procedure. */
  readonly procedureId: string | null;
  /** BT-105. */
  readonly procedureType: string | null;
  /** BT-01, the directive as a CELEX number, or "other". */
  readonly legalBasis: string | null;
  /** BT-01(c) to (f), BT-09. */
  readonly legislation: readonly Legislation[];
  /** BT-758, BT-140: the notice that this one changes, and the reason. */
  readonly changes: { readonly noticeId: string; readonly reason: string | null } | null;
  /** BT-1501, BT-200 and BT-202: the modified contract, the reason and a description. */
  readonly modifies: {
    readonly noticeId: string | null;
    readonly contractId: string | null;
    readonly reason: string | null;
    readonly description: NoticeTexts;
  } | null;
  /** BT-21. */
  readonly title: NoticeTexts;
  /** BT-24. */
  readonly description: NoticeTexts;
  /** BT-23: supplies, services, works. */
  readonly contractNature: string | null;
  readonly cpv: NoticeCpv;
  /** BT-27. */
  readonly estimatedValue: Money | null;
  /** BT-271 of the whole procedure. */
  readonly frameworkMaximumValue: Money | null;
  /** BT-33 and BT-31: maximum number of lots that one tenderer may be awarded, and may tender for. */
  readonly lotLimits: { readonly awarded: string | null; readonly tendered: string | null };
  readonly buyers: readonly NoticeBuyer[];
  readonly lots: readonly NoticeLot[];
  readonly groups: readonly NoticeLotGroup[];
  readonly results: readonly NoticeResult[];
  /**
   * BT-161, BT-118 and BT-1118: awarded value, framework maximum and approximate framework value of the whole notice.
   */
  readonly awarded: {
    readonly value: Money | null;
    readonly frameworkMaximumValue: Money | null;
    readonly frameworkApproximateValue: Money | null;
  };
  /** BT-195, BT-198: unpublished fields, and the day until which they are unpublished. */
  readonly withheld: readonly { readonly field: string; readonly until: string | null }[];
}

/**
 * Texts by language as the file names it (NOR, ENG …), "" when it names none. The first text counts when a language
 * occurs twice.
 */
export type NoticeTexts = Readonly<Record<string, string>>;

export interface Money {
  readonly amount: string;
  readonly currency: string | null;
}

export interface NoticeCpv {
  /** BT-262: CPV 2008, eight digits without the check digit. */
  readonly main: string | null;
  /** BT-263. */
  readonly additional: readonly string[];
}

export interface Legislation {
  readonly scheme: string | null;
  readonly id: string | null;
  readonly description: NoticeTexts;
}

/** An organisation of the notice. Contact persons are not read. */
export interface NoticeParty {
  /** OPT-200: its number within the notice, for example ORG-0001. */
  readonly id: string | null;
  /** BT-500 in the notice's main language, otherwise the first name. */
  readonly name: string | null;
  readonly names: NoticeTexts;
  /** Nine digits when a Norwegian organisation states them, even if invalid; null otherwise. */
  readonly orgNumber: string | null;
  /**
   * Reason why the organisation number of a Norwegian organisation is invalid. Null when it is valid, and for foreign
   * organisations.
   */
  readonly orgNumberProblem: OrgNumberProblem | null;
  /** BT-501 as written. */
  readonly legalId: SchemedId | null;
  /** Further BT-501. */
  readonly identifiers: readonly SchemedId[];
  /** BT-514, three letters. */
  readonly country: string | null;
  /** BT-513. */
  readonly city: string | null;
  /** BT-512. */
  readonly postalZone: string | null;
  /** BT-507, a NUTS code. */
  readonly region: string | null;
}

export interface NoticeBuyer extends NoticeParty {
  /** BT-11. */
  readonly legalType: string | null;
  /** BT-10. */
  readonly activity: string | null;
  /**
   * Leads a joint procurement (OPP-050), or is a central purchasing body that acquires (OPP-051) or awards (OPP-052)
   * for others.
   */
  readonly roles: readonly ('lead' | 'acquires' | 'awards')[];
}

/** BT-765: none, fa-wo-rc, fa-w-rc, fa-mix. */
export type FrameworkTechnique = 'none' | 'without-reopening' | 'with-reopening' | 'mixed';

export interface NoticeLot {
  /** BT-137: LOT-0001, or PAR-0001 for a part of a planned procurement. */
  readonly id: string | null;
  readonly kind: 'lot' | 'part';
  /** BT-22. */
  readonly internalId: string | null;
  readonly title: NoticeTexts;
  readonly description: NoticeTexts;
  readonly cpv: NoticeCpv;
  readonly contractNature: string | null;
  readonly frameworkTechnique: FrameworkTechnique | null;
  /** BT-113. */
  readonly frameworkMaximumParticipants: string | null;
  /** BT-271. */
  readonly frameworkMaximumValue: Money | null;
  /** BT-111: buyers that may call off. */
  readonly frameworkBuyers: NoticeTexts;
  /** BT-766: dps-list, dps-nlist, none. */
  readonly dynamicPurchasing: string | null;
  /** BT-27. */
  readonly estimatedValue: Money | null;
  readonly duration: LotDuration | null;
  /** BT-58 maximum number of renewals, BT-57 their description. */
  readonly renewals: { readonly max: string | null; readonly description: NoticeTexts } | null;
  /** BT-54. */
  readonly options: NoticeTexts;
  /** BT-131. */
  readonly tendersDueOn: string | null;
  /** BT-743, BT-764: required, allowed, not-allowed. */
  readonly eInvoicing: string | null;
  readonly eCatalogue: string | null;
  /** BT-06, BT-774 to BT-776 …: the code list and the code. */
  readonly strategic: readonly { readonly list: string; readonly code: string }[];
  readonly awardCriteria: readonly AwardCriterion[];
}

export interface LotDuration extends InvoicePeriod {
  /**
   * BT-36 in months when it is stated in months or years. Null when stated in days or weeks, or when only dates are
   * given.
   */
  readonly months: string | null;
  /** BT-36 as written: DAY, WEEK, MONTH, YEAR. */
  readonly length: string | null;
  readonly unit: string | null;
  /** BT-538: UNLIMITED, UNKNOWN. */
  readonly open: string | null;
}

export interface AwardCriterion {
  /** BT-539: price, cost, quality, and the Norwegian quality-nor-env-… of the Procurement Regulations, section 7-9. */
  readonly type: string | null;
  /** BT-734. */
  readonly name: NoticeTexts;
  readonly description: NoticeTexts;
  /** BT-541, and the meaning of the number (BT-5421 and similar): per-exa percentage, ord-imp order of importance. */
  readonly weight: string | null;
  readonly weightKind: string | null;
}

/** Lots that may be awarded together. */
export interface NoticeLotGroup {
  readonly id: string | null;
  readonly title: NoticeTexts;
  /** BT-1375. */
  readonly lots: readonly string[];
  readonly estimatedValue: Money | null;
  /** BT-157, or BT-271 in older files. */
  readonly frameworkMaximumValue: Money | null;
}

export interface NoticeResult {
  /** OPT-322: RES-0001. */
  readonly id: string | null;
  /** BT-13713. */
  readonly lot: string | null;
  /** BT-142: selec-w awarded, clos-nw not awarded, open-nw still open. Without a code: awarded when there is a contract. */
  readonly status: 'awarded' | 'not-awarded' | 'open' | null;
  /** BT-144: reason why it was not awarded. */
  readonly reason: string | null;
  readonly winners: readonly NoticeWinner[];
  readonly tenders: readonly NoticeTender[];
  readonly contracts: readonly NoticeContract[];
  /** BT-759 of the type "tenders". */
  readonly tendersReceived: string | null;
  /** BT-760 and BT-759. */
  readonly received: readonly { readonly type: string; readonly count: string | null }[];
  /** BT-709. */
  readonly frameworkMaximumValue: Money | null;
  /** BT-660. */
  readonly frameworkEstimatedValue: Money | null;
  /** BT-711, BT-710. */
  readonly highestTender: Money | null;
  readonly lowestTender: Money | null;
}

/** One organisation of a winning tender. A group of tenderers has one entry per member. */
export interface NoticeWinner extends NoticeParty {
  /** BT-171. */
  readonly rank: string | null;
  /** BT-720: value of the whole tender, also for a group. */
  readonly tenderValue: Money | null;
  /** OPT-321: TEN-0001. */
  readonly tender: string;
  /** OPT-211, the name of the group. */
  readonly group: string | null;
  /** OPT-170: null when not stated. */
  readonly leadsGroup: boolean | null;
  /** BT-150 and BT-145 of the contract that resulted from the tender. */
  readonly contractId: string | null;
  readonly concludedOn: string | null;
}

export interface NoticeTender {
  readonly id: string | null;
  /** BT-3201. */
  readonly reference: string | null;
  readonly rank: string | null;
  readonly value: Money | null;
  /** OPT-200 of the tenderers. */
  readonly tenderers: readonly string[];
}

export interface NoticeContract {
  /** OPT-316: CON-0001. */
  readonly id: string | null;
  /** BT-150, the buyer's number. */
  readonly contractId: string | null;
  /** BT-721. */
  readonly title: NoticeTexts;
  /** BT-1451. */
  readonly decidedOn: string | null;
  /** BT-145. */
  readonly concludedOn: string | null;
  /** BT-768: whether it is a call-off within a framework agreement. */
  readonly withinFramework: boolean | null;
  /** BT-3202. */
  readonly tenders: readonly string[];
}
