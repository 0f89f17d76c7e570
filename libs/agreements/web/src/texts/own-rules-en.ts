import { formatCount } from '@tallgrunn/values';
import type { OwnRulesTexts } from './own-rules-nb.ts';

/** Texts of the terms editor's own rules, in English. */
export const ownRulesEn: OwnRulesTexts = {
  title: 'Custom rules',
  help: 'A rule describes what must be true of each row. Rows that do not meet it get a finding with your text. Missing or unreadable values do not break the rule. Run the rules on submitted reports before you publish.',
  rule: (p) => `Rule ${formatCount(p.number, 'en')}`,
  expression: 'What must be true',
  expressionHelp:
    'For example: if unit = "kg" then unitPrice <= 500. Write decimals with a point and text in "". See «Columns, operators and functions you can use» above the rules.',
  place: 'The error is marked:',
  idHelp: 'Small letters, digits and hyphens. Keep it in later versions.',
  textIn: { nb: 'Text in bokmål', nn: 'Text in nynorsk', en: 'Text in English' },
  textHelp:
    'Write what is wrong, and what the supplier should do. For example: The price is above NOK 500. Correct it, or write why it is right.',
  allTables: 'All tables with the columns',
  add: 'Add rule',
  inTrial: (p) => `${p.title}: ${p.rule}`,
};
