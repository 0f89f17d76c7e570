import { formatDate, formatMoney, formatPeriod, listing, Period, type Language } from '@tallgrunn/values';
import type { LetterText } from '../claims/letter-document.ts';
import type { Penalty } from './calculate-penalty.ts';
import { penaltyLetterTexts } from './penalty-letter-texts.ts';
import type { PenaltyCase } from './read-penalty-facts.ts';

export interface PenaltyLetterFacts extends Pick<
  PenaltyCase,
  'agreement' | 'supplier' | 'periodKey' | 'caseNumber' | 'clause' | 'clauseReference' | 'facts'
> {
  readonly cooperative: string;
  readonly sender: string;
  readonly number: string;
  readonly decision: 'warn' | 'claim';
  readonly amount: string;
  readonly penalty: Penalty;
}

/** Drafts the letter about a late report from the clause and the calculation, in the recipient's language. */
export function penaltyLetter(language: Language, about: PenaltyLetterFacts): LetterText {
  const t = penaltyLetterTexts[language];
  const period = Period.tryParse(about.periodKey);
  const date = (on: string) => formatDate(on, language);
  const money = (amount: string) => formatMoney(amount, about.clause.currency, language);
  const periodName = period ? formatPeriod(period, language) : about.periodKey;
  const { clause, penalty } = about;
  const isClaim = about.decision === 'claim';
  const heading = { agreement: about.agreement.number, period: periodName };
  const paragraphs = [
    about.supplier.name,
    [t.ourCase({ number: about.number }), about.caseNumber && t.agreementCase({ number: about.caseNumber })]
      .filter(Boolean)
      .join('\n'),
    [
      t.agreement({ number: about.agreement.number, title: about.agreement.title }),
      t.report({ period: periodName }),
      about.facts.extension
        ? t.extended({ original: date(about.facts.dueOn), due: date(penalty.dueOn) })
        : t.due({ due: date(penalty.dueOn) }),
      penalty.deliveredOn
        ? t.delivered({ on: date(penalty.deliveredOn) })
        : t.notDelivered({ on: date(about.facts.today) }),
    ].join('\n'),
    clause.amount === null
      ? t.clauseWithoutAmount({ reference: about.clauseReference })
      : t.clause({
          reference: about.clauseReference,
          amount: money(clause.amount),
          per: clause.per,
          cap: clause.capAmount === null ? null : money(clause.capAmount),
          capUnits: clause.capUnits,
        }),
    daysOf(language, about),
    isClaim ? t.claim({ amount: money(about.amount), units: penalty.unitCount, per: clause.per }) : t.warning,
    t.respond,
    [t.regards, about.sender, about.cooperative].filter(Boolean).join('\n'),
  ];
  return {
    language,
    subject: isClaim ? t.claimSubject(heading) : t.warningSubject(heading),
    text: paragraphs.filter(Boolean).join('\n\n'),
  };
}

/** Lists the counted days, and the number of uncounted days by reason. */
function daysOf(language: Language, { penalty }: PenaltyLetterFacts): string {
  const t = penaltyLetterTexts[language];
  const counted = penalty.days.filter(({ isCounted }) => isCounted).map(({ on }) => formatDate(on, language));
  const uncountedByReason = Map.groupBy(
    penalty.days.filter(({ isCounted }) => !isCounted),
    ({ reason }) => reason,
  );
  const uncountedTexts = [...uncountedByReason].map(([reason, days]) =>
    t.notCounted({ reason: t.reasons[reason], days: days.length }),
  );
  return [
    t.counted({ days: counted.length, list: listing(language, counted) }),
    ...(uncountedTexts.length > 0 ? [t.others({ list: listing(language, uncountedTexts) })] : []),
  ].join('\n');
}
