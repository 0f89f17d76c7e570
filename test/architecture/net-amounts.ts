import type { Violation } from './violation.ts';
import { isForTests, isScript, lineAt, projectFiles, readText } from './project-files.ts';

/** Patterns that remove VAT from an amount, or use the ledger's amount where the amount excl. VAT is unknown. */
const netAmountPatterns: readonly (readonly [pattern: RegExp, said: string])[] = [
  [/\bvat_amount\b|\bvatAmount\b/g, 'reads the VAT of a posting'],
  [/\/\s*\(?\s*1[.,](?:25|15|12|06)\b|\*\s*0?\.8\b/g, 'takes a rate of VAT out of an amount'],
  [/coalesce\([^()]*\bnet_amount\b[^()]*,/gi, 'takes another amount where the one without VAT is not known'],
  [/\bnet_?amount\b\s*\?\?/gi, 'takes another amount where the one without VAT is not known'],
];

/**
 * Returns true for files that must not calculate amounts excl. VAT: all except spend, the ledger readers and the report
 * checks.
 */
const isOutside = (file: string): boolean =>
  /^(?:apps|libs)\//.test(file) &&
  !/^libs\/(?:spend|formats|checks|demo-world|api-client)\//.test(file) &&
  !/\/texts\//.test(file) &&
  !isForTests(file);

/**
 * Returns calculations of amounts excl. VAT outside their only owner, `spend.door_spend_line.net_amount`. A second
 * calculation gives sums that no longer agree.
 */
export function ownNetAmounts(root: string): Violation[] {
  return projectFiles(root)
    .filter((file) => isOutside(file) && (file.endsWith('.sql') || isScript(file)))
    .flatMap((file) => {
      const text = readText(root, file);
      return netAmountPatterns.flatMap(([pattern, said]) =>
        [...text.matchAll(pattern)].map(({ index }) => ({
          file,
          line: lineAt(text, index),
          said: `${said}: the amount without VAT is spend's, spend.door_spend_line.net_amount`,
        })),
      );
    });
}
