import { readFileSync } from 'node:fs';

/** The version that package.json names, three folders above both the source and the built program. */
export function programVersion(): string {
  try {
    const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    return (JSON.parse(text) as { version?: string }).version ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
