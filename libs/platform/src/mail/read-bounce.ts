/** What a delivery status notification (RFC 3464) reports of one e-mail that could not be delivered. */
export interface Bounce {
  /** Ids of the e-mail, from the return path, the envelope id or the Message-ID of the returned headers. */
  readonly messageIds: readonly string[];
  /** The enhanced status code (RFC 3463), as "5.1.1". */
  readonly status: string;
}

const HEX_ID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The local part that a return path ends with: `+` and the message id without hyphens. */
export const returnPathTag = (messageId: string): string => `+${messageId.replaceAll('-', '')}`;

/**
 * Reads a delivery status notification as a mail server writes it to a mailbox. Returns null for any other e-mail, and for reports of a
 * delay or of a delivery that went well: those are no bounces.
 */
export function readBounce(source: string): Bounce | null {
  const text = source.replaceAll('\r\n', '\n');
  const head = unfold(text.split('\n\n', 1)[0] ?? '');
  if (!/^content-type:\s*multipart\/report\b/im.test(head)) return null;
  const report = unfold(text);
  if (!/^action:\s*failed\b/im.test(report)) return null;
  const status = /^status:\s*(5\.\d{1,3}\.\d{1,3})\b/im.exec(report)?.[1];
  if (!status) return null;
  const ids = [...tagged(head), ...envelopeIds(report), ...returnedIds(report)];
  return { messageIds: [...new Set(ids)], status };
}

/** A header that goes over several lines is one line (RFC 5322, 2.2.3). */
const unfold = (text: string): string => text.replaceAll(/\n[ \t]+/g, ' ');

/** Ids in the addresses the notification was sent to: the return path of the e-mail it is about (VERP). */
function tagged(head: string): string[] {
  const lines = head
    .split('\n')
    .filter((line) => /^(?:to|delivered-to|x-original-to|envelope-to|x-envelope-to):/i.test(line));
  return lines.flatMap((line) =>
    [...line.matchAll(/\+([0-9a-f]{32})@/gi)].flatMap(([, hex]) => hyphenated(hex ?? '') ?? []),
  );
}

const envelopeIds = (report: string): string[] =>
  [...report.matchAll(/^original-envelope-id:\s*([0-9a-f-]{32,36})\s*$/gim)].flatMap(
    ([, id]) => hyphenated((id ?? '').replaceAll('-', '')) ?? [],
  );

/** `<id@host>` of the headers that are sent back with the notification. */
const returnedIds = (report: string): string[] =>
  [...report.matchAll(/^message-id:\s*<([0-9a-f-]{36})@[^>]+>/gim)].flatMap(
    ([, id]) => hyphenated((id ?? '').replaceAll('-', '')) ?? [],
  );

function hyphenated(hex: string): string | null {
  const parts = HEX_ID.exec(hex.toLowerCase());
  return parts ? parts.slice(1).join('-') : null;
}
