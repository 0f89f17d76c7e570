import { allChecks } from '@tallgrunn/checks';
import type { Terms, TermsCheck } from '@tallgrunn/checks';
import { formatMoney, intlTags } from '@tallgrunn/values';
import type { DueRule, Language } from '@tallgrunn/values';
import type { AgreementsTexts } from '../texts/nb.ts';

type Sentences = AgreementsTexts['terms'];

export interface Fact {
  readonly head: string;
  readonly says: string;
}

/** "04-20" to "20. april". */
export function dayOfYear(date: string, language: Language): string {
  return new Intl.DateTimeFormat([...intlTags[language]], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`2024-${date}T12:00:00Z`));
}

export function sayDue(due: DueRule, t: Sentences, language: Language): string {
  if (due.kind === 'fixed-dates') return t.fixedDates({ dates: due.dates.map((date) => dayOfYear(date, language)) });
  return due.kind === 'working-days' ? t.workingDays({ days: due.days }) : t.calendarDays({ days: due.days });
}

function saySanction({ sanction, currency }: Terms, t: Sentences, language: Language): string {
  if (!sanction || sanction.kind === 'none') return t.noSanction;
  if (sanction.kind === 'warning-ladder') return t.warnings;
  const money = (amount: number) => formatMoney(String(amount), currency, language, 0);
  const fine = t.dayFine({ amount: money(sanction.amount ?? 0), per: sanction.per ?? 'working-day' });
  return sanction.cap === undefined ? fine : t.dayFineCapped({ fine, amount: money(sanction.cap) });
}

/** What a terms document asks for, a fact a line. What it does not mention is left out. */
export function sayTerms(terms: Terms, t: Sentences, language: Language): readonly Fact[] {
  const { facts } = t;
  const all: readonly (Fact | null)[] = [
    { head: facts.frequency, says: t.frequency[terms.frequency] },
    { head: facts.due, says: sayDue(terms.due, t, language) },
    terms.graceDays ? { head: facts.grace, says: t.days({ days: terms.graceDays }) } : null,
    { head: facts.basis, says: t.basis[terms.basis] },
    { head: facts.scope, says: t.scope[terms.scope] },
    { head: facts.vat, says: t.vat[terms.vat] },
    { head: facts.currency, says: terms.currency },
    { head: facts.nil, says: t.nil[terms.nilReport] },
    { head: facts.sanction, says: saySanction(terms, t, language) },
    terms.correctionDays ? { head: facts.correction, says: t.days({ days: terms.correctionDays }) } : null,
    terms.evidence ? { head: facts.evidence, says: terms.evidence } : null,
  ];
  return all.filter((fact) => fact !== null);
}

export type Weight = NonNullable<TermsCheck['severity']>;
export const weights: readonly Weight[] = ['blocksFile', 'blocksRow', 'confirm', 'info', 'off'];

export interface CheckGroup {
  readonly weight: Weight;
  /** Ids of checks, in the order a report is read; `changed` when the terms say otherwise than the standard. */
  readonly checks: readonly { readonly id: string; readonly changed: boolean }[];
}

/** Every check by how it weighs under these terms, the gravest first. */
export function weighChecks(terms: Pick<Terms, 'checks' | 'standardChecks'>): readonly CheckGroup[] {
  const own = new Map((terms.checks ?? []).map((check) => [check.id, check]));
  const weighed = allChecks.flatMap(({ id, severity }) => {
    const wanted = own.get(id);
    if (!wanted && terms.standardChecks === false) return [];
    const weight: Weight = wanted?.severity ?? severity;
    return [{ id, weight, changed: weight !== severity }];
  });
  return weights.map((weight) => ({ weight, checks: weighed.filter((check) => check.weight === weight) })).filter(({ checks }) => checks.length > 0);
}
