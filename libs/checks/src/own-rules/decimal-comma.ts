import type { ExpressionProblem } from './expression.ts';
import { tokenise } from './tokenise.ts';
import type { Token } from './tokenise.ts';

function tokensOf(text: string): readonly Token[] {
  try {
    return tokenise(text);
  } catch {
    return [];
  }
}

const isWhole = (token: Token | undefined): token is Token => token?.kind === 'number' && !token.written.includes('.');

/**
 * Finds the first comma between two digits. It can be a decimal comma or separate two values, so a writer must choose:
 * a point, or a space after the comma.
 */
export function findDecimalComma(text: string): ExpressionProblem | null {
  const tokens = tokensOf(text);
  for (const [index, { text: symbol, kind, at }] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (kind !== 'symbol' || symbol !== ',' || !isWhole(before) || !isWhole(after)) continue;
    if (before.at + before.written.length !== at || after.at !== at + 1) continue;
    const written = [before.written, after.written];
    const params = { at, found: written.join(','), decimal: written.join('.'), values: written.join(', ') };
    return { code: 'rule-decimal-comma', params };
  }
  return null;
}
