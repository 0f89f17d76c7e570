import { isDate } from '@tallgrunn/values';
import type { FormatFinding } from '../reading.ts';
import type { NoticeDocument, NoticeLot } from './notice.ts';
import { brokenRule, type NoticeContext } from './notice-rule.ts';

const forms = [
  'planning',
  'consultation',
  'competition',
  'change',
  'dir-awa-pre',
  'result',
  'cont-modif',
  'completion',
];
/** eForms itself uses the first three. The code list it refers to has the fourth, and older files use it. */
const natures = ['supplies', 'services', 'works', 'combined'];
const permissions = ['required', 'allowed', 'not-allowed'];
/** Forms published before a procedure has a number. */
const beforeProcedure = new Set(['planning', 'consultation']);
/** Forms about an existing contract, which may omit the description of lots. */
const afterContract = new Set(['cont-modif', 'completion']);

/**
 * Checks the rules of eForms (Regulation (EU) 2019/1780, eForms SDK) without which a notice cannot be interpreted.
 * Returns all violations in file order.
 */
export function eformsRules(context: NoticeContext): FormatFinding[] {
  return [
    ...headRules(context),
    ...codeRules(context),
    ...organisationRules(context),
    ...context.notice.lots.flatMap((lot, index) => lotRules(lot, index, context)),
  ];
}

function headRules({ notice, at }: NoticeContext): FormatFinding[] {
  const required: [value: string | null, element: string, rule: string][] = [
    [notice.subtype, 'UBLExtensions', 'OPP-070-notice'],
    [notice.customization, 'CustomizationID', 'OPT-002-notice'],
    [notice.id, 'ID', 'BT-701-notice'],
    [beforeProcedure.has(notice.form ?? '') ? '–' : notice.procedureId, 'ContractFolderID', 'BT-04-notice'],
    [notice.issuedOn, 'IssueDate', 'BT-05(a)-notice'],
    [notice.version, 'VersionID', 'BT-757-notice'],
    [notice.legalBasis, 'RegulatoryDomain', 'BT-01-notice'],
    [notice.type, 'NoticeTypeCode', 'BT-02-notice'],
    [notice.languages[0] ?? null, 'NoticeLanguageCode', 'BT-702(a)-notice'],
    [
      notice.buyers.length > 0 && notice.buyers.every(({ id }) => id !== null) ? '–' : null,
      'ContractingParty',
      'OPT-300-Procedure-Buyer',
    ],
  ];
  const missing = required
    .filter(([value]) => value === null)
    .map(([, field, rule]) => brokenRule('notice-field-missing', rule, at.head(field), { params: { field } }));
  const limit = notice.lotLimits.awarded;
  const limits =
    limit === null || Number(limit) > 0
      ? []
      : [brokenRule('notice-lots-awarded', 'BT-33-Procedure', at.head('TenderingTerms'), { found: limit })];
  return [...missing, ...limits];
}

function codeRules({ notice, at }: NoticeContext): FormatFinding[] {
  const { customization, sdkVersion, form, contractNature } = notice;
  const profile =
    customization !== null && sdkVersion === null
      ? [brokenRule('notice-not-eforms', 'OPT-002-notice', at.head('CustomizationID'), { found: customization })]
      : [];
  return [
    ...profile,
    ...wrongCode(form, forms, 'NoticeTypeCode/@listName', () =>
      brokenRule('notice-code-wrong', 'BT-03-notice', at.head('NoticeTypeCode')),
    ),
    ...wrongCode(contractNature, natures, 'ProcurementTypeCode', () =>
      brokenRule('notice-code-wrong', 'BT-23-Procedure', at.head('ProcurementProject')),
    ),
  ];
}

function wrongCode(
  code: string | null,
  list: readonly string[],
  field: string,
  rule: () => FormatFinding,
): FormatFinding[] {
  if (code === null || list.includes(code)) return [];
  const isDescribed = rule();
  return [{ ...isDescribed, found: code, expected: list.join(', '), params: { ...isDescribed.params, field } }];
}

function organisationRules({ notice, organisations, at }: NoticeContext): FormatFinding[] {
  const nameless = organisations.all.flatMap(({ party, named, line }, index) => {
    const place = at.extension(`Organizations/Organization[${index + 1}]`, line);
    return [
      ...(party.id === null
        ? [
            brokenRule('notice-field-missing', 'OPT-200-Organization-Company', place, {
              params: { field: 'PartyIdentification' },
            }),
          ]
        : []),
      ...(!named
        ? [brokenRule('notice-field-missing', 'BT-500-Organization-Company', place, { params: { field: 'PartyName' } })]
        : []),
    ];
  });
  const unknown = notice.buyers.filter(({ id }) => id !== null && !organisations.byId.has(id));
  return [
    ...nameless,
    ...unknown.map(({ id }) =>
      brokenRule('notice-reference-unknown', 'OPT-300-Procedure-Buyer', at.head('ContractingParty'), { found: id }),
    ),
  ];
}

function lotRules(lot: NoticeLot, index: number, { notice, at }: NoticeContext): FormatFinding[] {
  const scheme = lot.kind === 'part' ? 'Part' : 'Lot';
  const isDescribed = !afterContract.has(notice.form ?? '');
  const project = at.lot(index, 'ProcurementProject');
  const required: [missing: boolean, element: string, rule: string][] = [
    [lot.id === null, 'ID', `BT-137-${scheme}`],
    [isDescribed && Object.keys(lot.title).length === 0, 'Name', `BT-21-${scheme}`],
    [isDescribed && lot.cpv.main === null, 'MainCommodityClassification', `BT-262-${scheme}`],
  ];
  return [
    ...required
      .filter(([missing]) => missing)
      .map(([, field, rule]) => brokenRule('notice-field-missing', rule, at.lot(index), { params: { field } })),
    ...wrongCode(lot.contractNature, natures, 'ProcurementTypeCode', () =>
      brokenRule('notice-code-wrong', `BT-23-${scheme}`, project),
    ),
    ...wrongCode(lot.eInvoicing, permissions, 'einvoicing', () =>
      brokenRule('notice-code-wrong', 'BT-743-Lot', at.lot(index, 'TenderingTerms')),
    ),
    ...wrongCode(lot.eCatalogue, permissions, 'ecatalog-submission', () =>
      brokenRule('notice-code-wrong', 'BT-764-Lot', at.lot(index, 'TenderingTerms')),
    ),
    ...datesInOrder(lot, `BT-537-${scheme}`, index, at),
  ];
}

function datesInOrder({ duration }: NoticeLot, rule: string, index: number, at: NoticeContext['at']): FormatFinding[] {
  const { start = null, end = null } = duration ?? {};
  if (start === null || end === null || !isDate(start) || !isDate(end) || start <= end) return [];
  return [
    brokenRule('notice-dates-order', rule, at.lot(index, 'ProcurementProject/PlannedPeriod'), {
      found: end,
      expected: start,
    }),
  ];
}

/** Checks the fields that a change notice must not change (eForms SDK, rules for change notices). */
export function changeRules({ notice, at }: NoticeContext, earlier: NoticeDocument): FormatFinding[] {
  const fixed: [field: string, rule: string, now: string | null, then: string | null][] = [
    ['ContractFolderID', 'BT-04-notice', notice.procedureId, earlier.procedureId],
    ['TenderingProcess', 'BT-105-Procedure', notice.procedureType, earlier.procedureType],
    ['ProcurementProject', 'BT-23-Procedure', notice.contractNature, earlier.contractNature],
    ['ProcurementProject', 'BT-262-Procedure', notice.cpv.main, earlier.cpv.main],
    [
      'ContractingParty',
      'BT-11-Procedure-Buyer',
      notice.buyers[0]?.legalType ?? null,
      earlier.buyers[0]?.legalType ?? null,
    ],
  ];
  return fixed.flatMap(([field, rule, now, then]) =>
    now === then ? [] : [brokenRule('notice-change-forbidden', rule, at.head(field), { found: now, expected: then })],
  );
}
