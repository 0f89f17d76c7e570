const token = /\s+|'([^']*)'|(->|\.\.|[{}[\](),*%])|([A-Za-z0-9_/]+(?:[.-][A-Za-z0-9_/]+)*)/gy;

export interface FdlToken {
  readonly kind: 'text' | 'sign' | 'word';
  readonly text: string;
}

/**
 * Splits a definition into words, texts and signs.
 * @throws Error on any other character
 */
export function fdlTokens(source: string): readonly FdlToken[] {
  const tokens: FdlToken[] = [];
  token.lastIndex = 0;
  // The manual recommends typographic apostrophes inside texts; as delimiters they are typing errors.
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const found = token.exec(source);
    if (!found) throw new Error(`not FDL at ${at}: ${source.slice(at, at + 20)}`);
    if (found[1] !== undefined) tokens.push({ kind: 'text', text: found[1] });
    else if (found[2] !== undefined) tokens.push({ kind: 'sign', text: found[2] });
    else if (found[3] !== undefined) tokens.push({ kind: 'word', text: found[3] });
  }
  return tokens;
}
