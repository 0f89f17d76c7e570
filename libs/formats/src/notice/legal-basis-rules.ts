import type { FormatFinding } from '../reading.ts';
import type { Legislation, NoticeDocument } from './notice.ts';
import { brokenRule, type NoticeContext } from './notice-rule.ts';

const regulation = (number: number): string => `https://lovdata.no/eli/forskrift/2016/8/12/${number}`;

/** Legal bases of a national notice: the wording required in BT-01(d), and the regulation required in BT-01(c). */
const bases = [
  {
    eli: regulation(974),
    part: 'one',
    nor: 'NOR — Anskaffelsesforskriften Del 1',
    eng: 'NOR — Public Procurement Regulations Part 1',
  },
  {
    eli: regulation(974),
    part: 'two',
    nor: 'NOR — Anskaffelsesforskriften Del 1 og 2',
    eng: 'NOR — Public Procurement Regulations Parts 1 and 2',
  },
  {
    eli: regulation(975),
    part: 'one',
    nor: 'NOR — Forsyningsforskriften Del 1',
    eng: 'NOR — Utilities Procurement Regulations Part 1',
  },
  {
    eli: regulation(976),
    part: 'one',
    nor: 'NOR — Konsesjonskontraktforskriften Del 1',
    eng: 'NOR — Concession Contract Regulations Part 1',
  },
  {
    eli: null,
    part: 'exempt',
    nor: 'NOR — Unntatt fra lov om offentlige anskaffelser',
    eng: 'NOR — Exempt from the Public Procurement Act',
  },
] as const;

const LOCAL = 'LocalLegalBasis';

/**
 * Social and health services by the first digits of their CPV codes, as listed in the rule. They follow part I only.
 */
const partOneServices = [
  ...[
    '8000',
    '8010',
    '8020',
    '8030',
    '8040',
    '8050',
    '8060',
    '8061',
    '8062',
    '8063',
    '8064',
    '8065',
    '8066',
    '85000',
    '85100',
    '85200',
    '85300',
  ],
  ...[
    '85310',
    '85320',
    '85321',
    '85322',
    '85323',
    '981331',
    '985130',
    '985140',
    '7512100',
    '7512200',
    '7512300',
    '7523120',
    '7523121',
  ],
  ...['7523122', '7523123', '7523124'],
];

/**
 * Returns the part of the Regulations that the notice states: `one`, `two` (parts 1 and 2) or `exempt` from the Act.
 * Null when it states none.
 */
export function legalBasisOf(notice: NoticeDocument): (typeof bases)[number]['part'] | null {
  const stated = notice.legislation.filter(isBasis);
  return (
    bases.find((basis) =>
      stated.some((one) => one.description['NOR'] === basis.nor || one.description['ENG'] === basis.eng),
    )?.part ?? null
  );
}

const isBasis = (one: Legislation): boolean => one.scheme === 'ELI' || one.id === LOCAL;

export function legalBasisRules({ notice, at }: NoticeContext, name: (rule: string) => string): FormatFinding[] {
  const place = at.head('TenderingTerms');
  const named = notice.legislation.filter(isBasis);
  if (named.length === 0)
    return [
      brokenRule('notice-legal-basis-wrong', name('LB-R001A'), place, {
        found: notice.legislation[0]?.id ?? null,
        expected: LOCAL,
      }),
    ];
  const wrong = named.flatMap((one) =>
    wordingRules(one).map(([rule, found, expected]) =>
      brokenRule('notice-legal-basis-wrong', name(rule), place, { found, expected }),
    ),
  );
  const isWrongPart =
    legalBasisOf(notice) === 'two' &&
    notice.contractNature === 'services' &&
    partOneServices.some((digits) => notice.cpv.main?.startsWith(digits));
  return isWrongPart
    ? [...wrong, brokenRule('notice-legal-basis-wrong-part', name('TH-R008I'), place, { found: notice.cpv.main })]
    : wrong;
}

function wordingRules({
  scheme,
  id,
  description,
}: Legislation): [rule: string, found: string | null, expected: string][] {
  const eli = scheme === 'ELI' ? id : null;
  const own = bases.filter((basis) => basis.eli === eli);
  if (own.length === 0) return [['LB-R010A', id, [...new Set(bases.flatMap((basis) => basis.eli ?? []))].join(', ')]];
  const rules = { nor: eli === null ? 'LB-R005B' : 'LB-R012B', eng: eli === null ? 'LB-R005C' : 'LB-R012C' };
  return (['nor', 'eng'] as const).flatMap((language): [string, string, string][] => {
    const stated = description[language.toUpperCase()];
    const allowed = own.map((basis) => basis[language]);
    return stated === undefined || allowed.some((text) => text === stated)
      ? []
      : [[rules[language], stated, allowed.join(' / ')]];
  });
}
