import { messageOf } from '@tallgrunn/formats';
import type { FormatFinding } from '@tallgrunn/formats';
import type { FindingGroup, FindingPlace, Severity } from '@tallgrunn/design';
import type { Language } from '@tallgrunn/values';

/** A reader's finding as the API returns it. */
export interface ToldFinding {
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
export type OwnSentences = Readonly<Record<string, (finding: ToldFinding) => string>>;

/**
 * Groups the findings of a file by code, each group with its locations. `counts` has the total per code, including
 * locations that were not stored.
 */
export function findingGroups(
  findings: readonly ToldFinding[],
  language: Language,
  counts: Readonly<Record<string, number>> = {},
  own: OwnSentences = {},
): readonly FindingGroup[] {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const met = findings.filter((finding) => finding.code === code);
    const [first] = met;
    if (!first) return [];
    return [
      {
        key: code,
        severity: first.severity as Severity,
        sentence: (own[code] ?? ((finding: ToldFinding) => messageOf(finding as FormatFinding, language)))(first),
        count: Math.max(met.length, counts[code] ?? 0),
        amount: '',
        whatToDo: '',
        places: met.filter(({ place, document }) => place !== null || document !== undefined).map(placeOf),
      },
    ];
  });
}

function placeOf({ place, found, expected, document }: ToldFinding): FindingPlace {
  const said = (name: string) => (typeof place?.[name] === 'string' && place[name] !== '' ? place[name] : null);
  const row = place?.['row'] ?? place?.['line'];
  return {
    sheet: [document, said('sheet')].filter(Boolean).join(' · ') || null,
    row: typeof row === 'number' ? row : null,
    column: said('column') ?? said('path'),
    found,
    expected,
  };
}
