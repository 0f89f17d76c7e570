import { messageOf } from '@tallgrunn/formats';
import type { FormatFinding } from '@tallgrunn/formats';
import type { FindingGroup, FindingLocation, FindingSeverity } from '@tallgrunn/design';
import type { Language } from '@tallgrunn/values';

/** A reader's finding as the API returns it. */
export interface ReaderFinding {
  readonly code: string;
  readonly severity: string;
  readonly place: Readonly<Record<string, unknown>> | null;
  readonly found: string | null;
  readonly expected: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  /** File, or entry of an archive. */
  readonly document?: string;
}

/** Sentences for codes that the file readers do not define. */
export type CustomSentences = Readonly<Record<string, (finding: ReaderFinding) => string>>;

/**
 * Groups the findings of a file by code, each group with its locations. `counts` has the total per code, including
 * locations that were not stored.
 */
export function findingGroups(
  findings: readonly ReaderFinding[],
  language: Language,
  counts: Readonly<Record<string, number>> = {},
  own: CustomSentences = {},
): readonly FindingGroup[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const matching = findings.filter((finding) => finding.code === code);
    const [first] = matching;
    if (!first) return [];
    return [
      {
        key: code,
        severity: first.severity as FindingSeverity,
        sentence: (own[code] ?? ((finding: ReaderFinding) => messageOf(finding as FormatFinding, language)))(first),
        count: Math.max(matching.length, counts[code] ?? 0),
        amount: '',
        whatToDo: '',
        places: matching.filter(({ place, document }) => place !== null || document !== undefined).map(locationOf),
      },
    ];
  });
}

function locationOf({ place, found, expected, document }: ReaderFinding): FindingLocation {
  const textOf = (name: string) => (typeof place?.[name] === 'string' && place[name] !== '' ? place[name] : null);
  const row = place?.['row'] ?? place?.['line'];
  return {
    sheet: [document, textOf('sheet')].filter(Boolean).join(' · ') || null,
    row: typeof row === 'number' ? row : null,
    column: textOf('column') ?? textOf('path'),
    found,
    expected,
  };
}
