import { formatCount, formatShare, plural } from '@tallgrunn/values';
import type { FactorTexts } from './nb.ts';

const count = (n: number) => formatCount(n, 'en');

export const en = {
  title: 'Factor register',
  lead: 'What each account is reckoned with, and why. Kroner without a factor are shown as kroner without a factor, never as zero.',
  release: 'The release in use',
  facts: { level: 'Price level', year: 'Data year', revised: 'Revised', unit: 'Unit', region: 'Region', licence: 'Licence', vat: 'VAT', hash: "The file's hash (SHA-256)", map: 'Account map' },
  vat: { net: 'without, as we read the source', gross: 'with, as we read the source', netStated: 'without, says the source', grossStated: 'with, says the source' },
  attribution: 'Sources to be named beside every figure',
  source: 'The source',
  repository: 'The table',
  rise: (p) => `Prices are ${formatShare(p.share, 'en')} higher than in ${p.year}.`,
  accounts: 'The account map',
  accountsLead: 'From account to factor, reviewed row by row. Codes of two charts of accounts never meet.',
  factors: 'The factors',
  systems: { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' },
  system: 'Chart of accounts',
  answer: 'Answer',
  anyAnswer: 'All accounts of purchases',
  allAnswers: 'All accounts',
  answers: { factor: 'Factor', ask: 'Needs an answer', none: 'No factor', 'not-spend': 'Not a purchase' },
  counted: (p) =>
    `${plural('en', p.factor, { one: 'One account has a factor', other: `${count(p.factor)} accounts have a factor` })}, ${count(p.ask)} need an answer, ${count(p.none)} have none, ${count(p.notSpend)} are no purchases.`,
  askMeans: '“Needs an answer” means that the account holds things with very different factors, such as electricity and heating oil on the same account. No factor is chosen before somebody has said what was bought. Until then the kroner are shown without a figure, and never as zero. The answer cannot be given in Tallgrunn yet; open one of the lines to see what it would weigh with each factor.',
  toAsked: 'See the lines that wait for an answer',
  units: { kilos: 'kg CO₂e', per: { NOK: 'krone' } as Readonly<Record<string, string>> },
  accountCaption: 'Accounts with answer and reason',
  accountHeads: { code: 'Account', name: 'Name', answer: 'Answer', factor: 'Factor', value: 'kg CO₂e per krone', reason: 'Why', candidates: 'Weighed' },
  factorCaption: 'Factors',
  factorHeads: { name: 'Factor', value: 'Value', unit: 'Unit', published: 'Published, tonnes per NOK m', ns4102: 'NS 4102', dfo: 'DFØ', arts: 'KOSTRA arts', source: 'Source', note: 'Note' },
  kinds: { spend: 'Per krone', activity: 'Per quantity' },
  kind: 'Kind',
  activityNote: 'Factors per quantity are shown, but not used in a calculation yet.',
} satisfies FactorTexts;
