/** Formats a share for a form: "0.6" becomes 60 per cent. */
export const formatShare = (share: string | null): string =>
  share === null ? '' : String(Number((Number(share) * 100).toFixed(4)));

/**
 * Parses a share from a form: "60" and "60 %" become 0.6; null when empty. Invalid text is passed on, and the server
 * rejects it.
 */
export function parseShare(percent: string): string | null {
  const bare = percent.replace('%', '').replace(',', '.').trim();
  if (bare === '') return null;
  return Number.isFinite(Number(bare)) ? String(Number((Number(bare) / 100).toFixed(6))) : bare;
}
