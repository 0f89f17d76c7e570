let lastMs = 0;
let counter = 0;

/**
 * Returns a UUID version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter and 62 random bits. The counter makes
 * ids that one process creates in one millisecond sort in order of creation.
 */
export function uuidv7(now: Date | number = Date.now()): string {
  const requestedMs = typeof now === 'number' ? now : now.getTime();
  if (!Number.isSafeInteger(requestedMs) || requestedMs < 0 || requestedMs > 0xffffffffffff)
    throw new RangeError(`not an instant: ${requestedMs}`);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  if (requestedMs === lastMs) counter += 1;
  else counter = ((bytes[6]! & 0x03) << 8) | bytes[7]!;
  lastMs = requestedMs;
  const ms = counter > 0xfff ? requestedMs + 1 : requestedMs;
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(ms / 2 ** (40 - 8 * index)) & 0xff;
  bytes[6] = 0x70 | ((counter >> 8) & 0x0f);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
