import { allChecks, choiceLabel, localText, ownRuleCode, partLabel, formatValue, termsChecks } from '@tallgrunn/checks';
import type { Clause, Terms, TermsCheck } from '@tallgrunn/checks';
import { formatMoney, intlTags } from '@tallgrunn/values';
import type { DueRule, Language } from '@tallgrunn/values';
import type { AgreementsTexts } from '../texts/nb.ts';

type Sentences = AgreementsTexts['terms'];

export interface Fact {
  /** The rule in the document, such as "due" or "promises/0". */
  readonly rule: string;
  readonly head: string;
  readonly says: string;
  /** contract clause of the rule */
  readonly clause?: Clause;
}

/** Rules described by their own names: those added later than the sentences above. */
const rulesByName = [
  'lateLines',
  'quarantine',
  'partlyAccepted',
  'earlySubmission',
  'transition',
  'runOffDays',
  'partsOf',
  'corrections',
] as const;

/** Formats "04-20" as "20. april". */
export function formatDayOfYear(date: string, language: Language): string {
  return new Intl.DateTimeFormat([...intlTags[language]], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`2024-${date}T12:00:00Z`),
  );
}

export function describeDue(due: DueRule, t: Sentences, language: Language): string {
  if (due.kind === 'fixed-dates')
    return t.fixedDates({ dates: due.dates.map((date) => formatDayOfYear(date, language)) });
  return due.kind === 'working-days' ? t.workingDays({ days: due.days }) : t.calendarDays({ days: due.days });
}

function describeSanction({ sanction, currency }: Terms, t: Sentences, language: Language): string {
  if (!sanction || sanction.kind === 'none') return t.noSanction;
  if (sanction.kind === 'warning-ladder') return t.warnings;
  const money = (amount: number) => formatMoney(String(amount), currency, language, 0);
  const fine = t.dayFine({ amount: money(sanction.amount ?? 0), per: sanction.per ?? 'working-day' });
  return sanction.cap === undefined ? fine : t.dayFineCapped({ fine, amount: money(sanction.cap) });
}

/** Describes what a terms document requires, one fact per line; omitted rules are left out. */
export function describeTerms(terms: Terms, t: Sentences, language: Language): readonly Fact[] {
  const { facts } = t;
  const all: readonly (readonly [rule: string, head: string, says: string | null])[] = [
    ['frequency', facts.frequency, t.frequency[terms.frequency]],
    ['due', facts.due, describeDue(terms.due, t, language)],
    ['graceDays', facts.grace, terms.graceDays ? t.days({ days: terms.graceDays }) : null],
    ['basis', facts.basis, t.basis[terms.basis]],
    ['scope', facts.scope, t.scope[terms.scope]],
    ['vat', facts.vat, t.vat[terms.vat]],
    ['currency', facts.currency, terms.currency],
    ['nilReport', facts.nil, t.nil[terms.nilReport]],
    ['sanction', facts.sanction, describeSanction(terms, t, language)],
    ['correctionDays', facts.correction, terms.correctionDays ? t.days({ days: terms.correctionDays }) : null],
    ...rulesByName.map(
      (rule) =>
        [
          rule,
          partLabel(rule, language),
          terms[rule] === undefined ? null : formatValue(terms[rule], language),
        ] as const,
    ),
    ...(terms.declarations ?? []).map(
      (each, at) => [`declarations/${at}`, partLabel('declarations', language), formatValue(each, language)] as const,
    ),
    ...(terms.promises ?? []).map(
      (each, at) => [`promises/${at}`, partLabel('promises', language), formatValue(each, language)] as const,
    ),
    ...(terms.ownRules ?? []).map(
      ({ id, text, expression, severity }, at) =>
        [
          `ownRules/${at}`,
          `${partLabel('ownRules', language)}: ${id}`,
          `${localText(text, language)} ${expression} (${choiceLabel(severity, language) ?? severity})`,
        ] as const,
    ),
    ['evidence', facts.evidence, terms.evidence ?? null],
  ];
  return all.flatMap(([rule, head, says]) => {
    const clause = clauseOf(terms, rule);
    return says === null ? [] : [{ rule, head, says, ...(clause && { clause }) }];
  });
}

/** Returns the clause of a rule, or of a part of it such as the days of its due date. */
function clauseOf({ clauses = {} }: Terms, rule: string): Clause | undefined {
  return clauses[`/${rule}`] ?? Object.entries(clauses).find(([pointer]) => pointer.startsWith(`/${rule}/`))?.[1];
}

/** Formats a clause, as in "Bilag 3, punkt 4.2: Leverandøren skal …". */
export function describeClause({ reference, text }: Clause, language: Language): readonly string[] {
  return text === undefined ? [reference] : [reference, localText(text, language)];
}

export type CheckSeverity = NonNullable<TermsCheck['severity']>;
export const checkSeverities: readonly CheckSeverity[] = ['blocksFile', 'blocksRow', 'confirm', 'info', 'off'];

export interface CheckGroup {
  readonly weight: CheckSeverity;
  /** Ids of checks in standard order; `changed` when the terms differ from the standard. */
  readonly checks: readonly { readonly id: string; readonly changed: boolean }[];
}

/** Groups all checks by their severity under these terms, most severe first. */
export function groupBySeverity(terms: Pick<Terms, 'checks' | 'standardChecks'>): readonly CheckGroup[] {
  const own = new Map(termsChecks(terms).map((check) => [check.id, check]));
  const weighed = allChecks.flatMap(({ id, severity }) => {
    const wanted = own.get(id);
    // Each rule of the terms' own has a severity of its own.
    if (id === ownRuleCode) return [];
    if (!wanted && terms.standardChecks === false) return [];
    const weight: CheckSeverity = wanted?.severity ?? severity;
    return [{ id, weight, changed: weight !== severity }];
  });
  return checkSeverities
    .map((weight) => ({ weight, checks: weighed.filter((check) => check.weight === weight) }))
    .filter(({ checks }) => checks.length > 0);
}
