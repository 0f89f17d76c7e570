import { normaliseName } from '@tallgrunn/values';

const forms = /\b(as|asa|ans|da|sa|ba|ab|a s|aps|oy|gmbh|nuf|enk|norge|norway|group|gruppen)\b/g;

/** Removes company form, country and spelling variants from a name. */
const normaliseCompanyName = (name: string): string =>
  normaliseName(name).replace(forms, ' ').replace(/\s+/g, ' ').trim();

/**
 * Returns the similarity of two names, 0 to 1: equal except for company form and spelling, one contained in the other,
 * or a typing error.
 */
export function nameSimilarity(a: string, b: string): number {
  const [left, right] = [normaliseCompanyName(a), normaliseCompanyName(b)];
  if (left === '' || right === '') return 0;
  if (left.replaceAll(' ', '') === right.replaceAll(' ', '')) return 1;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const words = new Set(long.split(' '));
  const inside = short.split(' ').every((word) => words.has(word));
  if (inside && short.length >= 4) return 0.9;
  const edits = distance(short, long, 3);
  return short.length >= 6 && edits <= (short.length >= 10 ? 2 : 1) ? 0.8 : 0;
}

export const isSimilarName = (a: string, b: string): boolean => nameSimilarity(a, b) > 0;

/** Returns the edit distance of two texts, at most `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? most;
}
