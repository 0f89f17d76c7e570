import type { Cell } from '@tallgrunn/tabular';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const oneSpace = (text: string) => text.trim().replace(/\s+/g, ' ');

/** Returns true if every number in a displayed date is one of its parts: "10/18/33 4:17 PM" of 1933-10-18T16:17:36. */
function showsDate(shown: string, iso: string): boolean {
  const parts = iso.split(/\D+/).map(Number);
  const [year, month, , hour] = iso.includes('-') ? parts : [0, 0, 0, ...parts];
  const known = new Set([...parts, (year ?? 0) % 100, (hour ?? 0) % 12 || 12, hour ?? 0]);
  const tokens = shown.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  const numbers = tokens.filter((token) => /\d/.test(token));
  const names = tokens.filter((token) => months.some((name) => token.startsWith(name)));
  return (
    numbers.length + names.length > 0 &&
    numbers.every((token) => known.has(Number(token))) &&
    names.every((name) => name.startsWith(months[(month ?? 1) - 1]!))
  );
}

/**
 * Returns true if the displayed digits are those of the number. A format rounds, groups, scales to per cent, and adds
 * signs and units.
 */
function showsNumber(shown: string, text: string): boolean {
  const bare = shown.replace(/[,\s$€]|kr\.?/g, '').replace(/^\((.*)\)$/, '-$1');
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(%?)$/.exec(bare);
  if (!found) return false;
  const decimals = /\.(\d*)/.exec(found[1]!)?.[1]?.length ?? 0;
  const exponent = Number(/[eE]([+-]?\d+)/.exec(found[1]!)?.[1] ?? 0);
  const value = Number(text) * (found[2] === '%' ? 100 : 1);
  return Math.abs(Number(found[1]) - value) <= 0.5000001 * 10 ** (exponent - decimals);
}

/** Returns true if a cell's value is what Excel wrote for it in a CSV file. */
export function agrees(cell: Cell | undefined, shown: string): boolean {
  const text = cell?.text ?? '';
  if (oneSpace(shown) === oneSpace(text) || shown.trim() === cell?.shown) return true;
  if (cell?.kind === 'boolean') return shown.trim().toLowerCase() === text;
  if (cell?.kind === 'date' || cell?.serial !== undefined) return showsDate(shown, text);
  return cell?.kind === 'number' && showsNumber(shown, text);
}
