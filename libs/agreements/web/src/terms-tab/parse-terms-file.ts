import type { Terms } from '@tallgrunn/checks';

/**
 * Parses an uploaded document, which may be invalid; the linter in the editor reports that. Returns null when it is no
 * JSON in the form of a terms document.
 */
export function parseTermsFile(text: string): Terms | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const isRecord = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    const tables: unknown = isRecord ? (parsed as Partial<Terms>).tables : null;
    const readable =
      Array.isArray(tables) &&
      tables.every((table: unknown) => Array.isArray((table as Partial<Terms['tables'][number]> | null)?.fields));
    return isRecord && readable ? ({ id: 'draft', version: 1, ...parsed } as Terms) : null;
  } catch {
    return null;
  }
}
