import { formatDate } from '@tallgrunn/values';

type Found = Readonly<Record<string, string>>;
const day = (date = '') => (/^\d{4}-\d\d-\d\d$/.test(date) ? formatDate(date, 'en') : date);
const withNumber = (p: Found) => (p['orgNumber'] ? `${p['name'] ?? ''} (${p['orgNumber']})` : `${p['name'] ?? ''}`);
const oddNumber = (why: string) => (p: Found) =>
  `${p['name'] ?? ''} has the number “${p['number'] ?? ''}”. ${why} Who is it?`;

/** Questions of an import and their options, by kind. */
export const doubtsEn = {
  ask: {
    'test-numbers': (p: Found) =>
      `${p['count'] ?? ''} suppliers have fictitious organisation numbers, for example ${p['example'] ?? ''}. Should the numbers be used?`,
    'org-number-length': oddNumber('A Norwegian organisation number has nine digits.'),
    'org-number-check-digit': oddNumber('The check digit is wrong.'),
    'org-number-placeholder': oddNumber('It is a placeholder.'),
    'org-number-lost-precision': oddNumber('The spreadsheet has lost digits.'),
    'number-with-names': (p: Found) =>
      `The number ${p['number'] ?? ''} appears with several names: ${p['names'] ?? ''}. Is it one supplier?`,
    'supplier-resembles': (p: Found) => `“${p['name'] ?? ''}” resembles another supplier. Is it the same?`,
    'buyer-unknown': (p: Found) => `“${p['name'] ?? ''}” is not a registered participant. Who is it?`,
    'buyer-number-odd': (p: Found) =>
      `“${p['name'] ?? ''}” has the number “${p['number'] ?? ''}”, which cannot be right. Who is it?`,
    'buyers-not-said': () => 'Some agreements do not state participants. Who takes part?',
    'buyers-all': () => 'Some agreements state “all” as participants. Who are they?',
    'case-number-missing': (p: Found) => `“${p['title'] ?? ''}” has no case number. Which case is it?`,
    'title-twice': (p: Found) =>
      `“${p['title'] ?? ''}” appears on several cases: ${p['cases'] ?? ''}. Are they different agreements?`,
    'title-missing': (p: Found) => `Case ${p['caseNumber'] ?? ''} has no name. What is the agreement called?`,
    'start-missing': (p: Found) =>
      `${p['title'] ?? ''} (${p['caseNumber'] ?? ''}) has no first day. When does it begin?`,
    'dates-reversed': (p: Found) =>
      `${p['title'] ?? ''} (${p['caseNumber'] ?? ''}) begins ${day(p['startsOn'])} and ends ${day(p['endsOn'])}. Which is right?`,
    'values-differ': (p: Found) =>
      `The rows of ${p['caseNumber'] ?? ''} have different values for ${(p['field'] ?? '').toLowerCase()}: ${p['values'] ?? ''}. Which one is right?`,
    'lot-currency': (p: Found) =>
      `Lot ${p['lot'] ?? ''} in ${p['caseNumber'] ?? ''} has ${p['amount'] ?? ''}, but the agreement is in ${p['currency'] ?? ''}. What is its maximum value?`,
    'number-taken': (p: Found) =>
      `The agreement number ${p['number'] ?? ''} is used by ${p['other'] ?? ''}. Which number should ${p['title'] ?? ''} have?`,
    'day-doubtful': (p: Found) => `Which day is “${p['text'] ?? ''}”?`,
    'amount-doubtful': (p: Found) => `Which amount is “${p['text'] ?? ''}”?`,
    'technique-doubtful': (p: Found) => `Which call-off method is “${p['text'] ?? ''}”?`,
    'clause-doubtful': (p: Found) => `What does “${p['text'] ?? ''}” mean for the reporting clause?`,
    'share-doubtful': (p: Found) => `Which share is “${p['text'] ?? ''}”?`,
    'rank-doubtful': (p: Found) => `Which rank is “${p['text'] ?? ''}”?`,
    'cpv-doubtful': (p: Found) => `Which CPV code is “${p['text'] ?? ''}”?`,
    'duration-doubtful': (p: Found) => `How many months is “${p['text'] ?? ''}”?`,
    'rows-continued': (p: Found) =>
      `${p['count'] ?? ''} rows have a supplier but no agreement, for example ${p['example'] ?? ''}. Do they belong to the agreement of the row above?`,
    'option-without-end': (p: Found) =>
      `The agreement has no last day. Until which day can it be extended with “${p['text'] ?? ''}”?`,
    'option-doubtful': (p: Found) =>
      `How long can the agreements be extended with “${p['text'] ?? ''}”? Write for example “1+1 years”, “2 x 12 months” or a day.`,
  },
  choices: {
    'as-above': () => 'Yes, the same as the row above',
    party: (p: Found) => `It is ${withNumber(p)}`,
    new: (p: Found) =>
      p['orgNumber']
        ? `New: ${withNumber(p)}${p['county'] ? `, in ${p['county']}` : ''}`
        : `New: ${p['name'] ?? ''}, without an organisation number`,
    name: (p: Found) => `One supplier, called ${p['name'] ?? ''}`,
    separate: () => 'No, they are different',
    case: (p: Found) => `It is case ${p['caseNumber'] ?? ''}`,
    'case-as-number': (p: Found) => `Use the case number ${p['caseNumber'] ?? ''}`,
    'per-lot': () => 'Each lot has its own',
    value: (p: Found) => day(p['value']),
    text: () => 'Enter it yourself',
    none: () => 'Leave it empty',
    use: () => 'Yes, use them: this is test data',
    'without-number': () => 'Without an organisation number',
    'leave-out': () => 'Exclude',
    swap: (p: Found) => `Swap them: ${day(p['startsOn'])} to ${day(p['endsOn'])}`,
    'no-end': (p: Found) => `From ${day(p['startsOn'])}, without an end date`,
    all: (p: Found) => `All: ${p['names'] ?? ''}`,
    municipalities: (p: Found) => `The municipalities: ${p['names'] ?? ''}`,
    nobody: () => 'No one yet',
  },
};
