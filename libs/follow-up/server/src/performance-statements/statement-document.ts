import { titleOf } from '@tallgrunn/checks';
import type { PdfBlock, PdfDocument } from '@tallgrunn/platform';
import {
  divide,
  formatAmount,
  formatCount,
  formatDate,
  formatMoney,
  formatPeriod,
  formatShare,
  osloDate,
  Period,
  type Language,
} from '@tallgrunn/values';
import { levelNames } from '../data-quality/level-names.ts';
import { FINDINGS_PER_THOUSAND_MAX } from '../data-quality/quality-levels.ts';
import { SHEET_CURRENCY } from '../meeting-sheets/collect-meeting-sheet.ts';
import { ratingNames } from './rating-names.ts';
import { basisOf } from './figure-basis.ts';
import { figureKeys, type FigureKey } from './rating-rules.ts';
import type { PerformanceStatement } from './show-statement.ts';
import { statementTexts } from './statement-texts.ts';

const heading = (text: string): PdfBlock => ({ kind: 'heading', text });
const text = (line: string, isSubtle = false): PdfBlock => ({ kind: 'text', text: line, isSubtle });

/** Puts a decided statement into words. */
export function statementDocument(statement: PerformanceStatement, language: Language): PdfDocument {
  const t = statementTexts[language];
  const { agreement, supplier, figures, number, revision, year, cooperative } = statement;
  const decided = formatDate(osloDate(new Date(statement.decidedAt)), language);
  return {
    title: t.title({ supplier: supplier.name, year: String(year) }),
    language,
    author: cooperative,
    subtitle: t.subtitle({
      ...{ agreement: `${agreement.number} ${agreement.title}`, number, revision, decided },
      asOf: formatDate(figures.asOf, language),
    }),
    writtenAt: new Date(statement.comments.at(-1)?.writtenAt ?? statement.decidedAt),
    footer: t.footer({ cooperative, number }),
    blocks: [
      ...overallBlocks(statement, language, decided),
      ...figureBlocks(statement, language),
      ...lateBlocks(statement, language),
      ...checkBlocks(statement, language),
      ...caseBlocks(statement, language),
      ...ruleBlocks(statement, language),
      ...commentBlocks(statement, language),
    ],
  };
}

function overallBlocks(statement: PerformanceStatement, language: Language, date: string): PdfBlock[] {
  const t = statementTexts[language];
  const names = ratingNames[language];
  const { overallRating, proposed, reason, decidedBy } = statement;
  return [
    heading(t.overall.heading),
    text(t.overall.rating({ decided: names[overallRating], proposed: names[proposed.overall] })),
    text(`${t.reason}: ${reason}`),
    ...(decidedBy === null ? [] : [text(t.decidedBy({ name: decidedBy, date }), true)]),
  ];
}

function figureBlocks(statement: PerformanceStatement, language: Language): PdfBlock[] {
  const { heading: title, caption, heads, names } = statementTexts[language].figures;
  const { proposed, ratings } = statement;
  const rating = ratingNames[language];
  return [
    heading(title),
    {
      kind: 'table',
      caption,
      columns: heads.map((head) => ({ head })),
      rows: figureKeys.map((key) => [
        names[key],
        resultOf[key](statement, language),
        basisText(statement, key, language),
        rating[proposed.ratings[key]],
        rating[ratings[key]],
      ]),
    },
  ];
}

/** Each key figure as a sentence. */
const resultOf: Readonly<Record<FigureKey, (statement: PerformanceStatement, language: Language) => string>> = {
  punctuality: ({ figures: { punctuality } }, language) => {
    const { due, onTime, late, missing, excused } = punctuality;
    const t = statementTexts[language];
    const count = (value: number) => formatCount(value, language);
    if (due === 0) return t.noneDue;
    return t.punctuality({
      ...{ due: count(due), onTime: count(onTime), late: count(late), missing: count(missing) },
      excused: count(excused),
    });
  },
  'data-quality': ({ figures: { quality } }, language) => {
    const t = statementTexts[language];
    return t.quality({
      level: quality.level === null ? t.unknown : levelNames[language][quality.level],
      reports: formatCount(quality.reports, language),
      lines: formatCount(quality.lines, language),
      returned: formatCount(quality.returned, language),
    });
  },
  coverage: ({ figures: { coverage } }, language) => {
    const t = statementTexts[language];
    const { share, booked } = coverage;
    if (share === null) return t.nothingBooked;
    return t.coverage({
      share: formatShare(share, language),
      booked: formatMoney(booked, SHEET_CURRENCY, language, 0),
    });
  },
  prices: ({ figures: { prices } }, language) => {
    const t = statementTexts[language];
    if (prices.length === 0) return t.nothingCompared;
    return prices
      .map(({ basis, currency, openAmount, claimedAmount, acceptedAmount, chargedAmount }) => {
        const money = (amount: string) => formatMoney(amount, currency, language);
        return t.prices({
          ...{ basis, open: money(openAmount), claimed: money(claimedAmount) },
          ...{ accepted: money(acceptedAmount), charged: money(chargedAmount) },
        });
      })
      .join(' ');
  },
  declarations: ({ figures: { declarations } }, language) =>
    statementTexts[language].declarations({
      declared: formatCount(declarations.declared, language),
      items: formatCount(declarations.items, language),
      required: declarations.requiredShare === null ? null : formatShare(declarations.requiredShare, language),
    }),
  'open-cases': ({ figures: { openCases } }, language) =>
    statementTexts[language].openCases({ count: openCases.length }),
};

/** What a key figure rests on, in words. */
function basisText({ figures }: PerformanceStatement, key: FigureKey, language: Language): string {
  const t = statementTexts[language].basis;
  if (key === 'open-cases') return t[key];
  const parts = basisOf(figures).filter(({ figure }) => figure === key);
  if (parts.length === 0) return t.notStated;
  return parts
    .map(({ counted, total, priceBasis }) =>
      t[key === 'prices' ? (priceBasis ?? 'reported') : key]({
        counted: formatCount(counted, language),
        total: formatCount(total, language),
        share: total === 0 ? '' : ` (${formatShare(divide(String(counted), String(total), 6), language)})`,
      }),
    )
    .join('; ');
}

function lateBlocks({ figures: { punctuality } }: PerformanceStatement, language: Language): PdfBlock[] {
  if (punctuality.lateReports.length === 0) return [];
  const { heading: title, caption, heads, missing, excused, counts } = statementTexts[language].late;
  return [
    heading(title),
    {
      kind: 'table',
      caption,
      columns: heads.map((head) => ({ head })),
      rows: punctuality.lateReports.map(({ periodKey, dueOn, daysLate, isMissing, isExcused }) => [
        periodIn(periodKey, language),
        formatDate(dueOn, language),
        isMissing ? missing : formatCount(daysLate, language),
        isExcused ? excused : counts,
      ]),
    },
  ];
}

function periodIn(key: string, language: Language): string {
  const period = Period.tryParse(key);
  return period ? formatPeriod(period, language) : key;
}

function checkBlocks({ figures: { quality } }: PerformanceStatement, language: Language): PdfBlock[] {
  const failed = quality.checks.filter(({ isPassed, level }) => !isPassed && level !== null);
  if (failed.length === 0) return [];
  const { unknown, checks } = statementTexts[language];
  const [check, level, findings] = checks.heads;
  return [
    heading(checks.heading),
    {
      kind: 'table',
      caption: checks.caption,
      columns: [{ head: check }, { head: level }, { head: findings, isFigure: true }],
      rows: failed.map((each) => [
        titleOf(each.code, language),
        each.level === null ? '' : levelNames[language][each.level],
        each.errorsPerThousand === null ? unknown : formatAmount(each.errorsPerThousand, language, 1),
      ]),
    },
  ];
}

function caseBlocks({ figures: { openCases } }: PerformanceStatement, language: Language): PdfBlock[] {
  if (openCases.length === 0) return [];
  const { heading: title, caption, heads, kinds, statuses } = statementTexts[language].cases;
  return [
    heading(title),
    {
      kind: 'table',
      caption,
      columns: heads.map((head) => ({ head })),
      rows: openCases.map(({ number, kind, status, openedOn }) => [
        number,
        kinds[kind],
        statuses[status],
        formatDate(openedOn, language),
      ]),
    },
  ];
}

function ruleBlocks({ limits }: PerformanceStatement, language: Language): PdfBlock[] {
  const { rules } = statementTexts[language];
  const items = rules.list({
    share: limits.share.map((share) => formatShare(share, language, 0)),
    prices: limits.prices.map((share) => formatShare(share, language, 1)),
    cases: limits.openCases,
    limit: FINDINGS_PER_THOUSAND_MAX,
  });
  return [heading(rules.heading), { kind: 'list', items }];
}

function commentBlocks({ comments }: PerformanceStatement, language: Language): PdfBlock[] {
  const words = statementTexts[language].comments;
  if (comments.length === 0) return [heading(words.heading), text(words.none)];
  return [
    heading(words.heading),
    ...comments.flatMap(({ text: body, writtenBy, writtenAt }) => [
      text(body),
      text([writtenBy, formatDate(osloDate(new Date(writtenAt)), language)].filter(Boolean).join(', '), true),
    ]),
  ];
}
