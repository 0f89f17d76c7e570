import type { RuleHelpTexts } from './rule-help-nb.ts';

/** Texts of the help to write a rule's condition, in English. */
export const ruleHelpEn: RuleHelpTexts = {
  title: 'Columns, operators and functions you can use',
  how: 'Use the names, words and signs as they are written here, whatever language you read the page in. Write decimals with a point (12.5), text in quotation marks ("kg") and dates as "2026-03-31". Capital and small letters in text are the same.',
  fields: 'Columns of this agreement',
  examples: 'Examples of rules',
  operators: 'Words and signs',
  functions: 'Functions',
  heads: {
    name: 'Name in the rule',
    title: 'Column',
    type: 'Type',
    sample: 'Sample value',
    written: 'Write',
    meaning: 'Meaning',
  },
  exampleMeanings: {
    highestPrice: 'An item sold by the kilogram must cost at most 500 per kilogram.',
    amountOfRow: 'The amount must be quantity times price, with a difference of at most 0.50.',
  },
  operatorMeanings: {
    if: 'When the first is true, the second must be true too. Other rows get no finding.',
    and: 'Both must be true.',
    or: 'At least one of them must be true.',
    not: 'What follows must not be true.',
    equal: 'Equal. For text, numbers and dates.',
    unequal: 'Not equal. For text, numbers and dates.',
    order: 'At most. Also use < (less than), >= (at least) and > (greater than). For numbers and dates.',
    in: 'One of the values in the list.',
    arithmetic: 'Plus, minus, times and divided by, with parentheses.',
  },
  functionMeanings: {
    abs: 'The number without its minus sign.',
    contains: 'Whether the text contains another text.',
    days: 'Days from the first date to the second.',
    endsWith: 'Whether the text ends with another text.',
    isEmpty: 'Whether nothing is written in the column.',
    length: 'Number of characters in the text.',
    month: 'The month of the date, from 1 to 12.',
    round: 'The number rounded to so many decimals. Without the second number: to a whole number.',
    startsWith: 'Whether the text starts with another text.',
    year: 'The year of the date.',
  },
};
