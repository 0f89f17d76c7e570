/** A calendar entry (RFC 5545). */
export interface CalendarEntry {
  readonly uid: string;
  readonly date: string;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly isCancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** Days before the date at which the calendar reminds. */
  readonly remindDaysBefore: readonly number[];
}

/** Maximum octets per line, without the line break (RFC 5545, 3.1). */
const LINE_OCTETS_MAX = 75;

/** Writes an iCalendar file with METHOD:PUBLISH. Every line ends with CRLF and has at most 75 octets. */
export function writeICalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tallgrunn//Calendar feed//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines(entry: CalendarEntry): string[] {
  const changed = utc(entry.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;VALUE=DATE:${day(entry.date)}`,
    `DTEND;VALUE=DATE:${day(dayAfter(entry.date))}`,
    `SUMMARY:${escapeText(entry.summary)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    `URL:${entry.url}`,
    'TRANSP:TRANSPARENT',
    ...(entry.isCancelled ? [] : entry.remindDaysBefore.flatMap((days) => alarmLines(entry, days))),
    'END:VEVENT',
  ];
}

const alarmLines = ({ summary }: CalendarEntry, days: number): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(summary)}`,
  `TRIGGER:-P${days}D`,
  'END:VALARM',
];

/** Escapes a TEXT value (RFC 5545, 3.3.11) and removes control characters. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');

/** Folds a line at 75 octets, never within a character. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS_MAX) {
      parts.push(part);
      [part, octets] = ['', 1]; // the space that begins a continuation line
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

const day = (date: string): string => date.replaceAll('-', '');

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const utc = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
