import { compare, sum } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import type { FormatFinding } from '../reading.ts';
import { climateRules } from './climate-rules.ts';
import { legalBasisRules, legalBasisOf } from './legal-basis-rules.ts';
import type { Money, NoticeDocument, NoticeLot } from './notice.ts';
import { brokenRule, type NoticeContext } from './notice-rule.ts';

/**
 * Profiles of notices below the EEA thresholds. All rules apply to the profile of 2026; of that of 2023 only the
 * language rule is checked.
 */
const national = 'urn:fdc:anskaffelser.no:2026:eforms:national-e';
const nationalBefore = 'urn:fdc:anskaffelser.no:2023:eforms:national';
const norwegian = new Set(['NOR', 'NOB', 'NNO']);
const subtypes = ['E2', 'E3', 'E4'];

/** BT-11 in full. The applicable threshold depends on it, so the superordinate categories are too broad. */
const legalTypes = [
  ...[
    'body-pl-cga',
    'body-pl-la',
    'body-pl-ra',
    'cga',
    'def-cont',
    'eu-ins-bod-ag',
    'eu-int-org',
    'grp-p-aut',
    'int-org',
    'la',
    'org-sub-cga',
  ],
  ...[
    'org-sub-la',
    'org-sub-ra',
    'pub-undert-cga',
    'pub-undert-la',
    'pub-undert-ra',
    'ra',
    'rl-aut',
    'spec-rights-entity',
  ],
];

/**
 * Checks Norway's rules for national notices beyond eForms (DFØ, eforms-sdk-nor, national-e and national), under their
 * official names. Rules about the day of sending are omitted, because a notice is read long after it was sent.
 */
export function norwegianRules(context: NoticeContext): FormatFinding[] {
  const parts = context.notice.customization?.split('#') ?? [];
  if (parts.includes(nationalBefore)) return languageRule(context, 'EFORMS-NOR-R004');
  if (!parts.includes(national)) return [];
  const exempt = legalBasisOf(context.notice) === 'exempt';
  const name = (rule: string): string => `EFORMS-NOR-NATIONAL-${rule}`;
  return [
    ...languageRule(context, name('LG-R001B')),
    ...subtypeRule(context, name('NT-R001B')),
    ...legalBasisRules(context, name),
    ...(exempt ? [] : [...buyerRules(context, name), ...currencyRules(context, name), ...climateRules(context, name)]),
    ...sumRules(context, name),
    ...sameDates(context, name),
  ];
}

function languageRule({ notice, at }: NoticeContext, rule: string): FormatFinding[] {
  if (notice.languages.some((language) => norwegian.has(language))) return [];
  return [
    brokenRule('notice-language-missing', rule, at.head('NoticeLanguageCode'), {
      found: notice.languages.join(', '),
      expected: [...norwegian].join(', '),
    }),
  ];
}

function subtypeRule({ notice, at }: NoticeContext, rule: string): FormatFinding[] {
  if (notice.subtype === null || subtypes.includes(notice.subtype)) return [];
  return [
    brokenRule('notice-code-wrong', rule, at.head('UBLExtensions'), {
      found: notice.subtype,
      expected: subtypes.join(', '),
      params: { field: 'SubTypeCode' },
    }),
  ];
}

function buyerRules({ notice, at }: NoticeContext, name: (rule: string) => string): FormatFinding[] {
  return notice.buyers.flatMap(({ legalType }) => {
    if (legalType === null)
      return [
        brokenRule('notice-field-missing', name('LT-R001B'), at.head('ContractingParty'), {
          params: { field: 'PartyTypeCode' },
        }),
      ];
    if (legalTypes.includes(legalType)) return [];
    return [
      brokenRule('notice-code-wrong', name('LT-R002B'), at.head('ContractingParty'), {
        found: legalType,
        expected: legalTypes.join(', '),
        params: { field: 'PartyTypeCode' },
      }),
    ];
  });
}

function currencyRules({ notice, at }: NoticeContext, name: (rule: string) => string): FormatFinding[] {
  const wrong = (money: Money | null): boolean => money !== null && money.currency !== 'NOK';
  const currencyFinding = (rule: string, money: Money | null, place: ReturnType<typeof at.head>): FormatFinding[] =>
    wrong(money)
      ? [brokenRule('notice-currency-wrong', name(rule), place, { found: money?.currency ?? null, expected: 'NOK' })]
      : [];
  return [
    ...currencyFinding('CR-R001B', notice.estimatedValue, at.head('ProcurementProject')),
    ...currencyFinding('CR-R001C', notice.frameworkMaximumValue, at.head('ProcurementProject')),
    ...notice.lots.flatMap((lot, index) => {
      const place = at.lot(index, 'ProcurementProject/RequestedTenderTotal');
      return [
        ...currencyFinding(lot.kind === 'part' ? 'CR-R002B' : 'CR-R003B', lot.estimatedValue, place),
        ...currencyFinding('CR-R003C', lot.frameworkMaximumValue, place),
      ];
    }),
  ];
}

/** Checks sections 5-4 (8) and 5-2 of the Procurement Regulations: the total value equals the sum of its lots. */
function sumRules(context: NoticeContext, name: (rule: string) => string): FormatFinding[] {
  const { notice } = context;
  return (['part', 'lot'] as const).flatMap((kind) => [
    ...sumRule(
      context,
      name(kind === 'part' ? 'VA-R001B' : 'VA-R001C'),
      kind,
      notice.estimatedValue,
      (lot) => lot.estimatedValue,
    ),
    ...sumRule(
      context,
      name(kind === 'part' ? 'VA-R001D' : 'VA-R001E'),
      kind,
      notice.frameworkMaximumValue,
      (lot) => lot.frameworkMaximumValue,
    ),
  ]);
}

function sumRule(
  { notice, at }: NoticeContext,
  rule: string,
  kind: NoticeLot['kind'],
  totalValue: Money | null,
  of: (lot: NoticeLot) => Money | null,
): FormatFinding[] {
  const values = notice.lots.filter((lot) => lot.kind === kind).flatMap((lot) => of(lot) ?? []);
  if (values.length === 0) return [];
  const expected = sum(values.flatMap(({ amount }) => parseDecimal(amount) ?? []));
  const stated = parseDecimal(totalValue?.amount);
  if (stated !== null && compare(stated, expected) === 0) return [];
  return [
    brokenRule('notice-sum-differs', rule, at.head('ProcurementProject'), {
      found: totalValue?.amount ?? null,
      expected,
    }),
  ];
}

function sameDates({ notice, at }: NoticeContext, name: (rule: string) => string): FormatFinding[] {
  const differs = (
    kind: NoticeLot['kind'],
    rule: string,
    of: (notice: NoticeDocument['lots'][number]) => string | null | undefined,
  ): FormatFinding[] => {
    const dated = notice.lots.flatMap((lot, index) =>
      lot.kind === kind && of(lot) ? [{ index, date: of(lot) ?? '' }] : [],
    );
    const deviating = dated.find(({ date }) => date !== dated[0]?.date);
    return deviating
      ? [
          brokenRule('notice-dates-differ', name(rule), at.lot(deviating.index, 'ProcurementProject/PlannedPeriod'), {
            found: deviating.date,
            expected: dated[0]?.date ?? null,
          }),
        ]
      : [];
  };
  return [
    ...differs('part', 'DV-R003A', (lot) => lot.duration?.start),
    ...differs('part', 'DV-R003B', (lot) => lot.duration?.end),
    ...differs('lot', 'DV-R004C', (lot) => lot.duration?.start),
    ...differs('lot', 'DV-R004D', (lot) => lot.duration?.end),
  ];
}
