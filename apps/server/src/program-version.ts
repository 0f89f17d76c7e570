import { readFileSync } from 'node:fs';

/**
 * Returns the version in package.json, which is three folders above both the source and the built program; 'unknown'
 * when unreadable.
 */
export function programVersion(): string {
  try {
    const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    return (JSON.parse(text) as { version?: string }).version ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
