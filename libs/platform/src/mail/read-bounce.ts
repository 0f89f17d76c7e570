/** The content of a delivery status notification (RFC 3464) on one e-mail that could not be delivered. */
export interface Bounce {
  /** Ids of the e-mail, from the return path, the envelope id or the Message-ID of the returned headers. */
  readonly messageIds: readonly string[];
  /** The enhanced status code (RFC 3463), for example "5.1.1". */
  readonly status: string;
}

const HEX_ID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** Returns the tag that ends the local part of a return path: `+` and the message id without hyphens. */
export const returnPathTag = (messageId: string): string => `+${messageId.replaceAll('-', '')}`;

/**
 * Parses a delivery status notification as a mail server writes it. Returns null for any other e-mail, and for reports
 * of a delay or of a successful delivery.
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

/** Joins the lines of folded headers (RFC 5322, 2.2.3). */
const unfold = (text: string): string => text.replaceAll(/\n[ \t]+/g, ' ');

/** Returns the ids in the recipient addresses of the notification: the return path of the e-mail it is about (VERP). */
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

/** Returns the ids in `<id@host>` of the returned headers. */
const returnedIds = (report: string): string[] =>
  [...report.matchAll(/^message-id:\s*<([0-9a-f-]{36})@[^>]+>/gim)].flatMap(
    ([, id]) => hyphenated((id ?? '').replaceAll('-', '')) ?? [],
  );

function hyphenated(hex: string): string | null {
  const parts = HEX_ID.exec(hex.toLowerCase());
  return parts ? parts.slice(1).join('-') : null;
}
