import { compilePlan } from '../plan/compile-plan.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { march } from '../testing.ts';
import { withExcluded } from './customer-hash.ts';
import { CustomerClassifier } from './classify-customer.ts';
import type { CustomerTexts, CustomerClass } from './classify-customer.ts';

const context = {
  ...march,
  aliases: { text: ['Sentralkjøkkenet'], buyer: [0] },
  customerNumbers: { number: ['10044'], buyer: [2] },
};
const customers = new CustomerClassifier(compilePlan(monthlyFood(), context));
const whose = (texts: Partial<CustomerTexts>): CustomerClass =>
  customers.classify({ orgNumber: '', buyer: '', buyerName: '', site: '', ...texts });

describe("classification of a row's customer", () => {
  it.each<[string, Partial<CustomerTexts>]>([
    ['by name', { buyer: 'Kongsvinger' }],
    ['by name with what belongs to it', { buyer: 'KONGSVINGER KOMMUNE' }],
    ['by how its letters are typed', { buyer: 'Soer-Odal' }],
    ['by organisation number', { orgNumber: '944 117 784', buyerName: 'Noe helt annet' }],
    ['by organisation number in the column of customers', { buyer: '944117784' }],
    ['by customer number', { buyer: '10044', buyerName: 'Ukjent' }],
    ['by an alias', { buyer: 'Sentralkjøkkenet' }],
    ['by a known site', { buyer: 'Grende skole' }],
    ['by a public place that begins with its name', { buyer: 'Åsnes ungdomsskole' }],
    ['by where it went', { buyer: 'Faktura avd. 3', site: 'Grende skole' }],
  ])('is ours: %s', (_, texts) => expect(whose(texts)).toBe('ours'));

  it.each<[string, Partial<CustomerTexts>]>([
    ['a company', { buyer: 'Rema 1000 Elverum AS' }],
    ['another council', { buyer: 'Elverum kommune' }],
    ['a county', { buyer: 'Innlandet fylkeskommune' }],
    ['another organisation', { orgNumber: '923609016', buyerName: 'Equinor' }],
    ['a company with the name of the place', { buyer: 'Kongsvinger Bilsenter AS' }],
    ['that company by its number too', { orgNumber: '923609016', buyerName: 'Kongsvinger Bilsenter AS' }],
  ])('is others: %s', (_, texts) => expect(whose(texts)).toBe('others'));

  it.each<[string, Partial<CustomerTexts>]>([
    ['a near spelling', { buyer: 'Kongsvniger' }],
    ['an unknown customer number', { buyer: '77120' }],
    ['a name with ours among its words', { buyer: 'Storkiosken på Grende skole' }],
    ['the place with something after it', { buyer: 'Åsnes gård' }],
    ['a school nobody has told of', { buyer: 'Furulia skole' }],
    ['another number under a name of ours', { orgNumber: '923609016', buyerName: 'Kongsvinger kommune, NAV' }],
    ['nothing at all', {}],
  ])('is doubtful: %s', (_, texts) => expect(whose(texts)).toBe('doubtful'));

  it('is stranger when nothing is known for or against', () => {
    expect(whose({ buyer: 'Glåmdal Bruktbutikk' })).toBe('stranger');
    expect(whose({ buyer: '77120', buyerName: 'Glåmdal Bruktbutikk' })).toBe('stranger');
  });

  it('is excluded for private customers and those declared as not ours', () => {
    expect(whose({ buyer: 'Kari Nordmann' })).toBe('excluded');
    expect(whose({ buyer: '77120', buyerName: 'Kari Nordmann' })).toBe('excluded');
    const context = withExcluded(march, ['Våler kommune (Østfold)']);
    expect(JSON.stringify(context)).not.toContain('Østfold');
    expect(
      new CustomerClassifier(compilePlan(monthlyFood(), context)).classify({
        orgNumber: '',
        buyer: 'VÅLER KOMMUNE (Østfold)',
        buyerName: '',
        site: '',
      }),
    ).toBe('excluded');
  });

  it('is doubtful for another municipality, also with a site of ours in the same row', () => {
    expect(whose({ buyer: 'Våler kommune (Østfold)', site: march.sites?.name[0] ?? '' })).toBe('doubtful');
  });

  it('requires a list of buyers', () => {
    expect(new CustomerClassifier(compilePlan(monthlyFood())).canClassify).toBe(false);
    expect(customers.canClassify).toBe(true);
  });
});
