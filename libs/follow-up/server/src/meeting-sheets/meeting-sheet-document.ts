import { localText, titleOf } from '@tallgrunn/checks';
import type { PdfBlock, PdfColumn, PdfDocument } from '@tallgrunn/platform';
import {
  compare,
  divide,
  formatAmount,
  formatCount,
  formatDate,
  formatMoney,
  formatPeriod,
  formatShare,
  Period,
  type Language,
} from '@tallgrunn/values';
import type { Quality } from '../supplier-page/read-quality.ts';
import { SHEET_CURRENCY, type MeetingSheet, type SheetAmounts } from './collect-meeting-sheet.ts';
import type { SheetCommitment } from './read-sheet-commitments.ts';
import { meetingSheetTexts, type MeetingSheetTexts } from './meeting-sheet-texts.ts';
import type { SheetPeriod } from './sheet-period.ts';

interface Wording {
  readonly t: MeetingSheetTexts;
  readonly language: Language;
  count(value: number): string;
  money(text: string): string;
}

/** Puts a sheet into words: two periods side by side, and what there is to talk about. */
export function meetingSheetDocument(sheet: MeetingSheet, language: Language, writtenAt: Date): PdfDocument {
  const t = meetingSheetTexts[language];
  const wording: Wording = {
    t,
    language,
    count: (value) => formatCount(value, language),
    money: (text) => formatMoney(text, SHEET_CURRENCY, language, 0),
  };
  const today = formatDate(sheet.today, language);
  return {
    title: t.title({ supplier: sheet.supplier.name }),
    language,
    author: sheet.cooperative,
    subtitle: t.subtitle({ period: monthsIn(sheet.period, wording), orgNumber: sheet.supplier.orgNumber, today }),
    writtenAt,
    footer: t.footer({ cooperative: sheet.cooperative, today, isForSupplier: sheet.isForSupplier }),
    blocks: [
      ...agreementBlocks(sheet, wording),
      ...amountBlocks(sheet, wording),
      ...punctualityBlocks(sheet, wording),
      ...qualityBlocks(sheet, wording),
      ...commitmentBlocks(sheet, wording),
      ...deviationBlocks(sheet, wording),
      ...declarationBlocks(sheet, wording),
      ...caseBlocks(sheet, wording),
      ...meetingBlocks(sheet, wording),
    ],
  };
}

function monthsIn({ from, to }: SheetPeriod, { t, language }: Wording): string {
  const name = (month: string) => formatPeriod(Period.parse(month), language);
  return t.months({ from: name(from), to: name(to) });
}

const heading = (text: string): PdfBlock => ({ kind: 'heading', text });
const text = (line: string, isSubtle = false): PdfBlock => ({ kind: 'text', text: line, isSubtle });

/** Columns of a table that compares the period with the same months a year before. */
const compared = ({ period, yearBefore }: MeetingSheet, wording: Wording): readonly PdfColumn[] => [
  { head: wording.t.measure },
  { head: monthsIn(period, wording), isFigure: true },
  { head: monthsIn(yearBefore, wording), isFigure: true },
];

function agreementBlocks({ agreements }: MeetingSheet, { t }: Wording): PdfBlock[] {
  if (agreements.length === 0) return [heading(t.agreements), text(t.noAgreements)];
  return [heading(t.agreements), { kind: 'list', items: agreements.map(({ number, title }) => `${number} ${title}`) }];
}

function amountBlocks(sheet: MeetingSheet, wording: Wording): PdfBlock[] {
  const { t, count, money, language } = wording;
  const { amounts: now, amountsBefore: before } = sheet;
  const words = t.amounts;
  const share = ({ linked, booked }: SheetAmounts) =>
    compare(booked, '0') > 0 ? formatShare(divide(linked, booked, 6), language) : t.none;
  const reported = ({ reportCount }: SheetAmounts, figure: string) => (reportCount > 0 ? figure : t.unknown);
  const booked = ({ ledgerMonths }: SheetAmounts, figure: string) => (ledgerMonths.loaded > 0 ? figure : t.unknown);
  const complete = ({ ledgerMonths }: SheetAmounts) =>
    words.ledgerMonths({ complete: count(ledgerMonths.complete), expected: count(ledgerMonths.expected) });
  return [
    heading(words.heading),
    {
      kind: 'table',
      caption: words.caption,
      columns: compared(sheet, wording),
      rows: [
        [words.reports, count(now.reportCount), count(before.reportCount)],
        [words.reported, reported(now, money(now.reported)), reported(before, money(before.reported))],
        [words.lineCount, reported(now, count(now.lineCount)), reported(before, count(before.lineCount))],
        [words.complete, complete(now), complete(before)],
        [words.booked, booked(now, money(now.booked)), booked(before, money(before.booked))],
        [words.linked, booked(now, money(now.linked)), booked(before, money(before.linked))],
        [words.linkedShare, share(now), share(before)],
      ],
    },
    ...(compare(now.outside, '0') === 0 ? [] : [text(words.outside({ amount: money(now.outside) }))]),
    text(words.help, true),
  ];
}

function punctualityBlocks(sheet: MeetingSheet, wording: Wording): PdfBlock[] {
  const { t, count, language } = wording;
  const { punctuality: now, punctualityBefore: before } = sheet;
  const words = t.punctuality;
  const mean = (days: number | null) => (days === null ? t.none : formatAmount(String(days), language, 1));
  return [
    heading(words.heading),
    {
      kind: 'table',
      caption: words.caption,
      columns: compared(sheet, wording),
      rows: [
        ...(['due', 'onTime', 'late', 'missing', 'exempt'] as const).map((key) => [
          words[key],
          count(now[key]),
          count(before[key]),
        ]),
        [words.meanDaysLate, mean(now.meanDaysLate), mean(before.meanDaysLate)],
      ],
    },
  ];
}

function qualityBlocks(sheet: MeetingSheet, wording: Wording): PdfBlock[] {
  const { t, count, language } = wording;
  const { quality: now, qualityBefore: before } = sheet;
  const words = t.quality;
  const perThousand = ({ findingCount, lines }: Quality) =>
    lines === 0 ? t.none : formatAmount(divide(String(findingCount * 1000), String(lines), 1), language, 1);
  const both = (label: string, value: (quality: Quality) => string) => [label, value(now), value(before)];
  const checks: PdfBlock = {
    kind: 'table',
    caption: words.checksCaption,
    columns: [
      { head: words.check },
      { head: words.findings, isFigure: true },
      { head: words.overridden, isFigure: true },
    ],
    rows: now.checks.map(({ code, findingCount, overriddenCount }) => [
      titleOf(code, language),
      count(findingCount),
      count(overriddenCount),
    ]),
  };
  return [
    heading(words.heading),
    {
      kind: 'table',
      caption: words.caption,
      columns: compared(sheet, wording),
      rows: [
        both(words.reports, ({ reports }) => count(reports)),
        both(words.lines, ({ lines }) => count(lines)),
        both(words.returned, ({ returned }) => count(returned)),
        both(words.findings, ({ findingCount }) => count(findingCount)),
        both(words.perThousand, perThousand),
        both(words.overridden, ({ overriddenCount }) => count(overriddenCount)),
      ],
    },
    ...(now.checks.length > 0 ? [checks] : []),
  ];
}

function commitmentBlocks(sheet: MeetingSheet, wording: Wording): PdfBlock[] {
  const { t, language, money } = wording;
  const words = t.commitments;
  if (sheet.commitments.length === 0) return [heading(words.heading), text(words.none)];
  const [agreement, what, promised] = words.heads;
  const delivered = (share: SheetCommitment['now']): string => {
    if (share === null) return words.noField;
    if (share.measured === null) return words.noLines;
    return words.delivered({ share: formatShare(share.measured, language), amount: money(share.of) });
  };
  return [
    heading(words.heading),
    {
      kind: 'table',
      caption: words.caption,
      columns: [
        { head: agreement },
        { head: what },
        { head: promised, isFigure: true },
        ...compared(sheet, wording).slice(1),
      ],
      rows: sheet.commitments.map((each) => [
        each.agreement.number,
        [localText(each.attribute, language), each.value ?? ''].filter(Boolean).join(', '),
        formatShare(each.promised, language),
        delivered(each.now),
        delivered(each.before),
      ]),
    },
  ];
}

function deviationBlocks({ deviations }: MeetingSheet, { t, language }: Wording): PdfBlock[] {
  const words = t.deviations;
  if (deviations.length === 0) return [heading(words.heading), text(words.none)];
  const [agreement, basis, open, accepted, claimed] = words.heads;
  return [
    heading(words.heading),
    {
      kind: 'table',
      caption: words.caption,
      columns: [
        { head: agreement },
        { head: basis },
        ...[open, accepted, claimed].map((head) => ({ head, isFigure: true })),
      ],
      rows: deviations.map((row) => [
        `${row.agreement.number} ${row.agreement.title}`,
        words.basis[row.basis as keyof typeof words.basis],
        ...[row.openAmount, row.acceptedAmount, row.claimedAmount].map((amount) =>
          formatMoney(amount, row.currency, language),
        ),
      ]),
    },
  ];
}

function declarationBlocks({ declarations }: MeetingSheet, { t, count }: Wording): PdfBlock[] {
  const { items, declared, waiting, expiring } = declarations;
  const words = t.declarations;
  return [
    heading(words.heading),
    text(words.covered({ declared: count(declared), items: count(items) })),
    ...(waiting > 0 ? [text(words.waiting({ count: count(waiting) }))] : []),
    ...(expiring > 0 ? [text(words.expiring({ count: count(expiring) }))] : []),
  ];
}

function caseBlocks({ openCases, isForSupplier }: MeetingSheet, { t, language }: Wording): PdfBlock[] {
  const words = t.cases;
  if (openCases.length === 0) return [heading(words.heading), text(words.none)];
  const columnCount = isForSupplier ? 3 : words.heads.length; // the supplier sees neither the next date nor the owner
  return [
    heading(words.heading),
    {
      kind: 'table',
      caption: words.caption,
      columns: words.heads.slice(0, columnCount).map((head) => ({ head })),
      rows: openCases.map(({ number, title, kind, status, nextOn, owner }) =>
        [
          number,
          title || words.kinds[kind],
          words.statuses[status],
          nextOn === null ? t.none : formatDate(nextOn, language),
          owner?.name ?? t.none,
        ].slice(0, columnCount),
      ),
    },
  ];
}

function meetingBlocks({ meetings }: MeetingSheet, { t, language }: Wording): PdfBlock[] {
  if (meetings.length === 0) return [heading(t.meetings.heading), text(t.meetings.none)];
  return [
    heading(t.meetings.heading),
    {
      kind: 'list',
      items: meetings.map(
        ({ caseNumber, happenedOn, text: body }) => `${formatDate(happenedOn, language)} (${caseNumber}): ${body}`,
      ),
    },
  ];
}
