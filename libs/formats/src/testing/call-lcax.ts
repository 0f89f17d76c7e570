import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Result of lcax for an EPD in soda4LCA JSON: kg CO₂e by indicator and module, or an error. */
export interface LcaxEpd {
  readonly declaredUnit?: string;
  readonly validUntil?: string;
  readonly impacts?: Readonly<Record<string, Readonly<Record<string, number>> | undefined>>;
  readonly conversions?: readonly unknown[];
  readonly error?: string;
}

const PROGRAM = `
import { convertIlcd } from 'lcax';
import { readFileSync } from 'node:fs';
const said = JSON.parse(readFileSync(0, 'utf8')).map((text) => { try { return convertIlcd(text); } catch (error) { return { error: String(error) }; } });
process.stdout.write(JSON.stringify(said, (key, value) => (value instanceof Map ? Object.fromEntries(value) : value)));`;

/** Returns whether lcax, an independent EPD reader, is installed. */
export function hasLcax(): boolean {
  try {
    createRequire(`${process.cwd()}/package.json`).resolve('lcax/package.json');
    return true;
  } catch {
    return false;
  }
}

/** Runs lcax in a subprocess: it is WebAssembly, which the test modules cannot import. */
export function runLcax(texts: readonly string[]): readonly LcaxEpd[] {
  const answer = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', PROGRAM], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(answer) as LcaxEpd[];
}
