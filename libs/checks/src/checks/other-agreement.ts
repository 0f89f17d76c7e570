import { defineCheck } from '../check.ts';
import { locationOf } from '../places.ts';
import { normaliseHeading } from '../plan/normalise-heading.ts';
import { localText } from '../terms.ts';

function names(id: string, title: string): string[] {
  return [id, title].map(normaliseHeading).filter((text) => text.length >= 5);
}

export const otherAgreement = defineCheck({
  id: 'other-agreement',
  class: 2,
  severity: 'blocksFile',
  needs: ['otherAgreements'],
  run: ({ plan, say }) => {
    const { agreement, otherAgreements } = plan.context;
    const own = names(
      agreement?.id ?? plan.terms.id,
      agreement?.title ?? localText(plan.terms.agreement?.title ?? plan.terms.title, 'nb'),
    );
    let shared = false;
    return {
      // A file shared by several reports may name the other agreements.
      file: (facts) => void (shared = facts.shared),
      sheet: (sheet) => {
        if (shared) return;
        const texts = [sheet.name, ...sheet.preamble].map(normaliseHeading);
        const mentions = (list: readonly string[]): boolean =>
          list.some((name) => texts.some((text) => text.includes(name)));
        if (mentions(own)) return;
        const at = otherAgreements!.id.findIndex((id, index) => mentions(names(id, otherAgreements!.title[index]!)));
        if (at < 0) return;
        const other = otherAgreements!.title[at]!;
        say({
          place: locationOf(sheet, 1, -1),
          found: other,
          expected: agreement?.title ?? null,
          params: { other },
          cause: other,
        });
      },
    };
  },
});
