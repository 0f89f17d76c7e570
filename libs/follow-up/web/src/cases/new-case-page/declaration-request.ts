import type { MissingDeclarationsDto } from '@tallgrunn/api-client/shapes';
import type { CasesTexts } from '../texts/cases-nb.ts';

/** Items named in a message. More would not be read, and the length of a message is limited. */
const ITEMS_NAMED_MAX = 30;
/** Longest item name in the message, so that thirty fit. */
const NAME_CHARACTERS_MAX = 80;

/** Returns the message that asks a supplier for missing declarations; empty when none are missing. */
export function declarationRequest(
  { total, items }: MissingDeclarationsDto,
  agreement: string,
  t: CasesTexts['fresh']['missingDeclarations'],
): string {
  if (total === 0) return '';
  const named = items.slice(0, ITEMS_NAMED_MAX);
  return [
    t.lead({ total, agreement }),
    [
      ...named.map(({ number, name }) => `- ${number} ${name.slice(0, NAME_CHARACTERS_MAX)}`),
      ...(total > named.length ? [`- ${t.more({ count: total - named.length })}`] : []),
    ].join('\n'),
    t.end,
  ].join('\n\n');
}
