import type { Reading } from '../reading.ts';
import { messageOf } from '../messages/message-of.ts';
import { sampleLot, sampleNotice, type SampleNotice } from '../testing/sample-notice.ts';
import { chunked } from '../testing/sample-ubl.ts';
import type { NoticeDocument } from './notice.ts';
import { readEformsNotice } from './read-eforms-notice.ts';

const ELI = 'https://lovdata.no/eli/forskrift/2016/8/12/974';
const basis = (wording: string, id = ELI, scheme = ' schemeName="ELI"'): string =>
  `<cac:ProcurementLegislationDocumentReference><cbc:ID${scheme}>${id}</cbc:ID><cbc:DocumentDescription languageID="NOR">${wording}</cbc:DocumentDescription></cac:ProcurementLegislationDocumentReference>`;
const partOne = basis('NOR — Anskaffelsesforskriften Del 1');
const exempt = basis('NOR — Unntatt fra lov om offentlige anskaffelser', 'LocalLegalBasis', '');
const value = (amount: string, currency = 'NOK'): string =>
  `<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="${currency}">${amount}</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>`;
const criterion = (type: string, weight: string, text = '', kind = 'per-exa'): string =>
  `<cac:SubordinateAwardingCriterion><ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension><efac:AwardCriterionParameter>
   <efbc:ParameterCode listName="number-weight">${kind}</efbc:ParameterCode><efbc:ParameterNumeric>${weight}</efbc:ParameterNumeric></efac:AwardCriterionParameter></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
   <cbc:AwardingCriterionTypeCode>${type}</cbc:AwardingCriterionTypeCode><cbc:Description languageID="NOR">${text}</cbc:Description></cac:SubordinateAwardingCriterion>`;
const criteria = (...xml: string[]): string =>
  `<cac:AwardingTerms><cac:AwardingCriterion>${xml.join('')}</cac:AwardingCriterion></cac:AwardingTerms>`;
const strategy =
  '<cac:ProcurementAdditionalType><cbc:ProcurementTypeCode listName="strategic-procurement">env-imp</cbc:ProcurementTypeCode></cac:ProcurementAdditionalType>';
const climate = 'quality-nor-env-criteria';

const national = (notice: SampleNotice = {}): string =>
  sampleNotice({
    subtype: 'E3',
    customization: 'eforms-sdk-1.14#extended#urn:fdc:anskaffelser.no:2026:eforms:national-e',
    termsXml: partOne,
    ...notice,
  });
const rulesOf = (reading: Reading<NoticeDocument>): unknown[] =>
  reading.ok ? [] : reading.findings.map((f) => String(f.params['rule']).replace('EFORMS-NOR-NATIONAL-', ''));
const weighed = (...xml: string[]): SampleNotice => ({ lots: [sampleLot('LOT-0001', strategy, '', criteria(...xml))] });

describe('Norwegian rules of national notices', () => {
  const cases: [string, string, string[]][] = [
    ['a notice as it should be', national(), []],
    ['another subtype', national({ subtype: '16' }), ['NT-R001B']],
    ['no Norwegian', national({ language: 'ENG' }), ['LG-R001B']],
    ['nynorsk', national({ language: 'NNO' }), []],
    ['a legal basis that is none', national({ termsXml: basis('Kardemommeloven') }), ['LB-R012B']],
    [
      'a regulation that is none',
      national({ termsXml: basis('NOR — Anskaffelsesforskriften Del 1', 'https://lovdata.no/eli/lov/1687/4/15') }),
      ['LB-R010A'],
    ],
    ['no legal basis', national({ termsXml: '' }), ['LB-R001A']],
    ['euro', national({ projectXml: value('5', 'EUR') }), ['CR-R001B']],
    ['euro, but exempt from the Act', national({ termsXml: exempt, projectXml: value('5', 'EUR') }), []],
    [
      'lots worth more than the whole',
      national({
        projectXml: value('5'),
        lots: [sampleLot('LOT-0001', value('3.5')), sampleLot('LOT-0002', value('2'))],
      }),
      ['VA-R001C'],
    ],
    [
      'lots worth the whole',
      national({
        projectXml: value('5.50'),
        lots: [sampleLot('LOT-0001', value('3.5')), sampleLot('LOT-0002', value('2'))],
      }),
      [],
    ],
    ['a lot worth something, the whole nothing', national({ lots: [sampleLot('LOT-0001', value('2'))] }), ['VA-R001C']],
    [
      'two criteria without climate',
      national(weighed(criterion('price', '60'), criterion('quality', '40'))),
      ['EC-R001C'],
    ],
    ['one criterion', national(weighed(criterion('price', '100'))), []],
    ['climate at 30 per cent', national(weighed(criterion('price', '70'), criterion(climate, '30'))), []],
    ['climate at 20 per cent', national(weighed(criterion('price', '80'), criterion(climate, '20'))), ['EC-R001D']],
    [
      'climate third in order',
      national(
        weighed(...['price', 'quality', climate].map((type, i) => criterion(type, String(i + 1), '', 'ord-imp'))),
      ),
      [],
    ],
    [
      'climate fourth in order',
      national(
        weighed(
          ...['price', 'quality', 'cost', climate].map((type, i) => criterion(type, String(i + 1), '', 'ord-imp')),
        ),
      ),
      ['EC-R001D'],
    ],
    [
      'climate in the specification, with why',
      national(weighed(criterion('price', '100'), criterion('quality-nor-env-spec', '0', 'Kravene står i punkt 3'))),
      [],
    ],
    [
      'climate in the specification, without why',
      national(weighed(criterion('price', '100'), criterion('quality-nor-env-spec', '0'))),
      ['EC-R001D'],
    ],
    [
      'climate weighed, but no aim',
      national({ lots: [sampleLot('LOT-0001', '', '', criteria(criterion('price', '50'), criterion(climate, '50')))] }),
      ['SP-R004'],
    ],
    [
      'the same in a European notice',
      national({ customization: 'eforms-sdk-1.14', language: 'ENG', termsXml: '', projectXml: value('5', 'EUR') }),
      [],
    ],
  ];
  it.each(cases)('%s', async (_name, text, rules) => {
    const reading = await readEformsNotice(chunked(text, 4096));
    expect(rulesOf(reading)).toEqual(rules);
    for (const found of reading.ok ? [] : reading.findings)
      for (const language of ['nb', 'nn', 'en'] as const)
        expect(messageOf(found, language)).toContain(String(found.params['rule']));
  });
});
