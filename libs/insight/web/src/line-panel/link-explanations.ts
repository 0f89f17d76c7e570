import type { LineLinkDto } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import type { InsightTexts } from '../texts/nb.ts';

/** Explanation of a link between lines, with its evidence. */
export interface LinkExplanation {
  readonly sentence: string;
  readonly evidence: string;
}

/**
 * Returns the distinct explanations of the links; lines linked by the same sum share one. `steps`: texts by match rule.
 */
export function linkExplanations(
  links: readonly LineLinkDto[],
  steps: Readonly<Record<string, string>>,
  t: InsightTexts,
  wording: Wording,
): readonly LinkExplanation[] {
  const explanations = links.map(({ step, evidence }) => ({
    sentence: toSentence(steps[step] ?? step),
    evidence: evidenceText(
      step.startsWith('invoice-') && step !== 'invoice-item' ? { ...evidence, item: null } : evidence,
      t,
      wording,
    ),
  }));
  return [...new Map(explanations.map((link) => [`${link.sentence} ${link.evidence}`, link])).values()];
}

const toSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function evidenceText(evidence: Readonly<Record<string, unknown>>, t: InsightTexts, wording: Wording): string {
  const textOf = (name: string) =>
    evidence[name] === null || evidence[name] === undefined ? '' : String(evidence[name]);
  const { invoice, item, month, sums } = t.line.evidence;
  return [
    textOf('invoice') && invoice({ value: textOf('invoice') }),
    textOf('item') && item({ value: textOf('item') }),
    textOf('month') && !textOf('invoice') && month({ value: textOf('month') }),
    textOf('reported') &&
      textOf('booked') &&
      sums({ reported: wording.money(textOf('reported')), booked: wording.money(textOf('booked')) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
