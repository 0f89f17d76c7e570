/** A share as a form shows it: "0.6" is 60 per cent. */
export const percentOf = (share: string | null): string =>
  share === null ? '' : String(Number((Number(share) * 100).toFixed(4)));

/** What a form says, as the server wants it: "60" and "60 %" are 0.6; null for nothing. What is no number is sent on, and refused there. */
export function shareOf(percent: string): string | null {
  const bare = percent.replace('%', '').replace(',', '.').trim();
  if (bare === '') return null;
  return Number.isFinite(Number(bare)) ? String(Number((Number(bare) / 100).toFixed(6))) : bare;
}
