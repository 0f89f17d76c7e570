import { normaliseName } from '@tallgrunn/values';
import { defineCheck } from '../check.ts';
import { cellFix } from '../fixes.ts';
import type { Line } from '../line.ts';

/** Returns the name without case, "kommune" and the addition that distinguishes it from another of the same name. */
function withoutKind(name: string): string {
  return name
    .toLowerCase()
    .replace(/\(.*\)|\bkommune\b/g, '')
    .trim();
}

/**
 * Returns whether a misspelt name was corrected. "Vaaler" is misspelt and also shared by two municipalities; "Sør Odal
 * skole" is misspelt and also a site.
 */
function isCorrected(line: Line, name: string): boolean {
  if (line.buyerHow === 'spelling') return true;
  if (line.buyerHow === 'homonym') return withoutKind(line.buyerText) !== withoutKind(name);
  return (
    line.buyerHow === 'site' &&
    normaliseName(line.buyerText).startsWith(`${normaliseName(name)} `) &&
    !withoutKind(line.buyerText).startsWith(withoutKind(name))
  );
}

export const buyerSpelling = defineCheck({
  id: 'buyer-spelling',
  class: 36,
  severity: 'info',
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.buyerHow === null || line.buyerHow === 'exact') return;
      const [buyer, number] = [plan.buyers.name(line.buyer), plan.buyers.number(line.buyer) ?? ''];
      if (!isCorrected(line, buyer)) return;
      say({
        line,
        role: line.buyerRole,
        expected: buyer,
        params: { found: line.buyerText, buyer, number },
        cause: line.buyerText,
        ...(line.buyerHow === 'site' ? {} : { fix: cellFix('use-buyer-name', line, line.buyerRole, buyer) }),
      });
    },
  }),
});
