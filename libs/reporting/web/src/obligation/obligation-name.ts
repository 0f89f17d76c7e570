import { inject } from '@angular/core';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { localText } from '@tallgrunn/checks';
import { TextLibrary, Wording, texts } from '@tallgrunn/design';
import { Period, addDays } from '@tallgrunn/values';
import { reportingTexts } from '../texts/reporting-texts.ts';

type NamedObligation = Pick<ObligationDto, 'period'> & Partial<Pick<ObligationDto, 'report' | 'part' | 'runOff'>>;

export interface ObligationName {
  /** Name of the period, such as "2. kvartal 2026", with its dates when the obligation covers only a part of it. */
  readonly period: (obligation: NamedObligation) => string;
  /** Labels that distinguish obligations of the same period: another report type, a branch, the run-off. */
  readonly marks: (obligation: NamedObligation) => readonly string[];
}

/** Returns functions that name an obligation in the interface language. Call it in an injection context. */
export function obligationName(): ObligationName {
  const wording = inject(Wording);
  const library = inject(TextLibrary);
  const t = texts(reportingTexts);
  const reportOf = ({ report }: NamedObligation) =>
    report && report.key !== 'deliveries'
      ? [
          localText(
            report.title ?? undefined,
            library.language(),
            t().reportKinds[report.key as 'transport'] ?? report.key,
          ),
        ]
      : [];
  return {
    period: ({ period: { key, start, end } }) => {
      const whole = Period.parse(key);
      const words = wording.period(key);
      return start === whole.start && end === whole.end
        ? words
        : t().partOfPeriod({ period: words, from: start, until: addDays(end, -1) });
    },
    marks: (obligation) => [
      ...reportOf(obligation),
      ...(obligation.part ? [t().branch({ name: obligation.part.name })] : []),
      ...(obligation.runOff ? [t().runOff] : []),
    ],
  };
}
