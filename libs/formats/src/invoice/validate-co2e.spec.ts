import { chunked, sampleUbl } from '../testing/sample-ubl.ts';
import { readUblInvoice } from './read-ubl-invoice.ts';

type Said = Partial<
  Record<
    | 'EmissionFactor'
    | 'NetEmissionQuantity'
    | 'EmissionFactorSource'
    | 'EmissionFactorCalculationRate'
    | 'EmissionFactorCalculationUnit',
    string
  >
>;

async function judged(said: Said, quantity = '7', type: 'Invoice' | 'CreditNote' = 'Invoice') {
  const itemXml = Object.entries(said)
    .map(
      ([name, value]) =>
        `<cac:AdditionalItemProperty><cbc:Name>${name}</cbc:Name><cbc:Value>${value}</cbc:Value></cac:AdditionalItemProperty>`,
    )
    .join('');
  const line = { quantity, net: quantity, price: '1', unit: 'EA', itemXml };
  const headXml =
    '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>';
  const reading = await readUblInvoice(
    chunked(sampleUbl({ type, lines: [line], lineExtensionAmount: quantity, headXml })),
  );
  if (!reading.ok) throw new Error(reading.code);
  return {
    co2e: reading.document.lines[0]!.co2e,
    rules: reading.findings.map((f) => f.params['rule'] ?? f.code),
    findings: reading.findings,
  };
}

const right: Said = {
  EmissionFactor: '0.20',
  NetEmissionQuantity: '1.4',
  EmissionFactorSource: 'Database',
  EmissionFactorCalculationRate: '0.25',
  EmissionFactorCalculationUnit: 'KGM',
};

describe('CO2e properties of a line', () => {
  it('follow the definition: per invoiced unit, including the rate', async () => {
    const { co2e, rules } = await judged(right);
    expect(rules).toEqual([]);
    expect(co2e).toMatchObject({
      reading: 'perUnit',
      perUnit: '0.20',
      factor: '0.20',
      net: '1.4',
      rate: '0.25',
      unit: 'KGM',
    });
    expect((await judged(right, '7', 'CreditNote')).rules).toEqual([]);
  });

  const wrong: [string, Said, string[]][] = [
    ['a factor that is no number', { ...right, EmissionFactor: '0,20' }, ['GP004']],
    ['a net amount that is another product', { ...right, NetEmissionQuantity: '1.5' }, ['GP005']],
    ['an unknown source', { ...right, EmissionFactorSource: 'Excel' }, ['GP006']],
    ['no source', { EmissionFactor: '0.20', NetEmissionQuantity: '1.4' }, ['GP007']],
    ['an unknown unit', { ...right, EmissionFactorCalculationUnit: 'KILO' }, ['GP008']],
    ['a rate that is no number', { ...right, EmissionFactorCalculationRate: 'ti' }, ['GP009']],
  ];
  it.each(wrong)('%s', async (_name, said, rules) => expect((await judged(said)).rules).toEqual(rules));

  it('may contain the source factor: the net amount then decides, and the rate is applied once', async () => {
    const said = {
      EmissionFactor: '0.39',
      EmissionFactorCalculationRate: '20.323',
      EmissionFactorCalculationUnit: 'KGM',
      NetEmissionQuantity: '7.92597',
      EmissionFactorSource: 'Internal',
    };
    const { co2e, findings } = await judged(said, '1');
    expect(co2e).toMatchObject({ reading: 'source', perUnit: '7.92597' });
    expect(findings.map((f) => f.code)).toEqual(['co2e-net-differs', 'co2e-source-factor']);
  });

  it('give no factor when they contradict each other', async () => {
    expect((await judged({ ...right, NetEmissionQuantity: '99' })).co2e).toMatchObject({
      reading: 'contradiction',
      perUnit: null,
    });
    expect((await judged({ EmissionFactorSource: 'Internal' })).co2e).toMatchObject({
      reading: 'unknown',
      perUnit: null,
    });
  });
});
