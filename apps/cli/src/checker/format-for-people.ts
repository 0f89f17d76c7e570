import { titleOf, type FindingLocation, type FindingSeverity, type CheckTotals } from '@tallgrunn/checks';
import { formatMoney, type Language } from '@tallgrunn/values';
import type { PrintedFinding } from '../finding.ts';
import { checkerTexts } from './checker-texts.ts';

/** The result of one file as printed by `--json`. */
export interface FileCheckResult {
  readonly file: string;
  readonly rows: number;
  readonly accepted: number;
  readonly totals: CheckTotals;
  readonly findings: readonly PrintedFinding[];
}

const severities: readonly FindingSeverity[] = ['blocksFile', 'blocksRow', 'confirm', 'info'];
const messagesMax = 20;
const placesMax = 10;

/**
 * Describes the result of a file in text, the most severe findings first. Equal messages are printed once with all
 * their locations.
 */
export function formatForPeople(
  { file, rows, accepted, totals, findings }: FileCheckResult,
  language: Language,
): string {
  const texts = checkerTexts(language);
  const money = (amount: string) => formatMoney(amount, totals.currency, language);
  const summary = texts.summary({ rows, accepted, amount: money(totals.amount) });
  const waiting = Number(totals.quarantined) === 0 ? [] : [texts.quarantined({ amount: money(totals.quarantined) })];
  const kinds = severities.flatMap((severity) =>
    [
      ...Map.groupBy(
        findings.filter((finding) => finding.severity === severity),
        ({ code }) => code,
      ),
    ].flatMap(([code, same]) => [
      `${texts[severity]}: ${titleOf(code, language)}`,
      ...messagesOf(same, language).map((each) => `  ${each}`),
    ]),
  );
  return [file, ...[summary, ...waiting, ...(kinds.length === 0 ? [texts.fine] : kinds)].map((line) => `  ${line}`), '']
    .map((line) => `${line}\n`)
    .join('');
}

function messagesOf(findings: readonly PrintedFinding[], language: Language): string[] {
  const texts = checkerTexts(language);
  const messages = [...Map.groupBy(findings, ({ message }) => message)];
  const printed = messages.slice(0, messagesMax).map(([message, same]) => {
    const places = same.slice(0, placesMax).map(({ place }) => placeOf(place as FindingLocation | null, language));
    const more = same.length > placesMax ? [texts.morePlaces({ count: same.length - placesMax })] : [];
    return `${[...new Set(places), ...more].join(', ')}: ${message}`;
  });
  return messages.length > messagesMax ? [...printed, texts.more({ count: messages.length - messagesMax })] : printed;
}

/** Formats a location: "Ark1!D3", or "rad 3" for a file without cells. */
function placeOf(place: FindingLocation | null, language: Language): string {
  const texts = checkerTexts(language);
  if (place === null || (place.row === null && place.cell === null)) return place?.sheet ?? texts.wholeFile;
  const within = place.cell ?? texts.row({ row: place.row! });
  return place.sheet ? `${place.sheet}!${within}` : within;
}
