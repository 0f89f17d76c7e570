import type { LineLinkShape } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import type { InsightTexts } from '../texts/nb.ts';

/** Explanation of a link between lines, with its evidence. */
export interface ToldLink {
  readonly sentence: string;
  readonly evidence: string;
}

/**
 * Returns the distinct explanations of the links; lines linked by the same sum share one. `steps`: texts by match rule.
 */
export function toldLinks(
  links: readonly LineLinkShape[],
  steps: Readonly<Record<string, string>>,
  t: InsightTexts,
  wording: Wording,
): readonly ToldLink[] {
  const told = links.map(({ step, evidence }) => ({
    sentence: sentenceOf(steps[step] ?? step),
    evidence: evidenceOf(
      step.startsWith('invoice-') && step !== 'invoice-item' ? { ...evidence, item: null } : evidence,
      t,
      wording,
    ),
  }));
  return [...new Map(told.map((link) => [`${link.sentence} ${link.evidence}`, link])).values()];
}

const sentenceOf = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function evidenceOf(evidence: Readonly<Record<string, unknown>>, t: InsightTexts, wording: Wording): string {
  const said = (name: string) =>
    evidence[name] === null || evidence[name] === undefined ? '' : String(evidence[name]);
  const { invoice, item, month, sums } = t.line.evidence;
  return [
    said('invoice') && invoice({ value: said('invoice') }),
    said('item') && item({ value: said('item') }),
    said('month') && !said('invoice') && month({ value: said('month') }),
    said('reported') &&
      said('booked') &&
      sums({ reported: wording.money(said('reported')), booked: wording.money(said('booked')) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
