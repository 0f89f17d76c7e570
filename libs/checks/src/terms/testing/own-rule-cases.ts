import { quarterlyGoods } from '../../examples/quarterly-goods.ts';

const goods = quarterlyGoods();
const [lines] = goods.tables;

/** Returns terms with one rule. */
export const withRule = (expression: string, change: object = {}) => ({
  ...goods,
  ownRules: [{ id: 'one', text: 'Rett antallet.', severity: 'confirm', expression, ...change }],
});
const ruleAt = '/ownRules/0/expression';

/** Terms with a problem in a rule of their own, with its code and location. */
export const ownRuleCases: readonly [code: string, path: string, terms: object][] = [
  [
    'rules-too-many',
    '/ownRules',
    { ...goods, ownRules: Array.from({ length: 51 }, () => withRule('quantity > 0').ownRules[0]) },
  ],
  ['rule-twice', '/ownRules/1/id', { ...goods, ownRules: [0, 1].map(() => withRule('quantity > 0').ownRules[0]) }],
  ['table-unknown', '/ownRules/0/table', withRule('quantity > 0', { table: 'orders' })],
  ['override-unused', '/ownRules/0/overridable', withRule('quantity > 0', { overridable: true })],
  ['rule-text-empty', '/ownRules/0/text', withRule('quantity > 0', { text: '  ' })],
  ['rule-text-empty', '/ownRules/0/text', withRule('quantity > 0', { text: '' })],
  ['rule-text-empty', '/ownRules/0/text', withRule('quantity > 0', { text: undefined })],
  ['rule-text-empty', '/ownRules/0/text/nb', withRule('quantity > 0', { text: {} })],
  ['rule-text-empty', '/ownRules/0/text/nb', withRule('quantity > 0', { text: { en: 'Correct it.' } })],
  [
    'rule-text-empty',
    '/ownRules/0/text/nn',
    withRule('quantity > 0', { id: '', text: { nb: 'Rett antallet.', nn: '' } }),
  ],
  ['rule-text-placeholder', '/ownRules/0/text', withRule('quantity > 0', { text: 'se over raden' })],
  ['rule-text-placeholder', '/ownRules/0/text/nb', withRule('quantity > 0', { text: { nb: 'Se over raden.' } })],
  [
    'rule-text-placeholder',
    '/ownRules/0/text/nn',
    withRule('quantity > 0', { text: { nb: 'Rett antallet.', nn: 'Sjå over rada.' } }),
  ],
  [
    'rule-text-placeholder',
    '/ownRules/0/text/en',
    withRule('quantity > 0', { text: { nb: 'Rett antallet.', en: ' Check the row ' } }),
  ],
  ['form-none-fits', '/ownRules/0/text', withRule('quantity > 0', { text: { nb: 'Rett antallet.', de: 'Falsch.' } })],
  ['rule-too-long', ruleAt, withRule(`quantity > 0${' '.repeat(1000)}`)],
  ['rule-too-deep', ruleAt, withRule(`${'('.repeat(40)}quantity${')'.repeat(40)} > 0`)],
  ['rule-too-large', ruleAt, withRule(`quantity > ${'1+'.repeat(300)}1`)],
  ['rule-character', ruleAt, withRule('quantity > 0 & amount > 0')],
  ['rule-text-open', ruleAt, withRule('unit = "kg')],
  ['rule-digits', ruleAt, withRule('quantity > 1234567890123456')],
  ['rule-expected', ruleAt, withRule('quantity >')],
  ['rule-decimal-comma', ruleAt, withRule('quantity > 12,5')],
  ['rule-decimal-comma', ruleAt, withRule('abs(quantity - 0,5) > 1')],
  ['rule-decimal-comma', ruleAt, withRule('round(quantity * 1,5) > 1')],
  ['rule-decimal-comma', ruleAt, withRule('quantity in (1,5)')],
  ['rule-expected', ruleAt, withRule('0 < quantity < 5')],
  ['rule-expected', ruleAt, withRule('isEmpty(1) and quantity > 0')],
  ['rule-expected', ruleAt, withRule('if quantity > 0 amount > 0')],
  ['rule-field-unknown', ruleAt, withRule('size > 0')],
  ['rule-function-unknown', ruleAt, withRule('match(unit, "k.*")')],
  ['rule-type', ruleAt, withRule('unit > 5')],
  ['rule-type', ruleAt, withRule('quantity + 5')],
  ['rule-parameters', ruleAt, withRule('abs(quantity, 1) > 0')],
  ['rule-date', ruleAt, withRule('deliveredOn > "31.03.2026"')],
  ['rule-no-field', ruleAt, withRule('1 < 2')],
  [
    'rule-tables',
    ruleAt,
    {
      ...withRule('quantity > size'),
      tables: [lines, { name: 'orders', fields: [{ name: 'size', type: 'number', title: 'Mål' }] }],
    },
  ],
];
