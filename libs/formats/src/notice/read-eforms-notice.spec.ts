import type { Read, Refused } from '../reading.ts';
import { messageOf } from '../messages/message-of.ts';
import { sampleLot, sampleNotice, sampleOrganisation } from '../testing/sample-notice.ts';
import { chunked } from '../testing/sample-ubl.ts';
import type { NoticeDocument } from './notice.ts';
import { type NoticeOptions, readEformsNotice } from './read-eforms-notice.ts';
import { tender, contract, party, lotResult, award } from './testing-awards.ts';

const read = async (text: string): Promise<Read<NoticeDocument>> => {
  const reading = await readEformsNotice(chunked(text), { name: 'a.xml' });
  if (!reading.ok) throw new Error(reading.findings.map((f) => `${f.code} ${String(f.params['rule'])}`).join(', '));
  return reading;
};
const refuse = async (text: string | Uint8Array, options: NoticeOptions = {}): Promise<Refused> => {
  const reading = await readEformsNotice(chunked(text), options);
  if (reading.ok) throw new Error('was read');
  return reading;
};
const rules = (reading: Refused): unknown[] => reading.findings.map((f) => f.params['rule'] ?? f.code);
const framework = (code: string): string =>
  `<cac:ContractingSystem><cbc:ContractingSystemTypeCode listName="framework-agreement">${code}</cbc:ContractingSystemTypeCode></cac:ContractingSystem>`;
const maximum = (amount: string): string =>
  `<cac:RequestedTenderTotal><ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension><efbc:FrameworkMaximumAmount currencyID="NOK">${amount}</efbc:FrameworkMaximumAmount></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions><cbc:EstimatedOverallContractAmount currencyID="NOK">900.50</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>`;
const period = (xml: string): string => `<cac:PlannedPeriod>${xml}</cac:PlannedPeriod>`;

describe('call for tenders', () => {
  it('states buyer, subject, duration and value', async () => {
    const project = `${maximum('1000')}<cac:AdditionalCommodityClassification><cbc:ItemClassificationCode>15800000-6</cbc:ItemClassificationCode></cac:AdditionalCommodityClassification>
      ${period('<cbc:DurationMeasure unitCode="YEAR">2</cbc:DurationMeasure>')}
      <cac:ContractExtension><cbc:MaximumNumberNumeric>2</cbc:MaximumNumberNumeric><cac:Renewal><cac:Period><cbc:Description languageID="NOR">1+1 år</cbc:Description></cac:Period></cac:Renewal></cac:ContractExtension>`;
    const process = `${framework('fa-mix')}<cac:FrameworkAgreement><cbc:MaximumOperatorQuantity>3</cbc:MaximumOperatorQuantity></cac:FrameworkAgreement>`;
    const { document, findings } = await read(
      sampleNotice({ lots: [sampleLot('LOT-0001', project, process)], projectXml: maximum('1000') }),
    );
    expect(findings).toEqual([]);
    expect(document).toMatchObject({
      version: '01',
      form: 'competition',
      type: 'cn-standard',
      subtype: '16',
      sdkVersion: '1.13',
      issuedOn: '2026-03-02',
      languages: ['NOR'],
    });
    expect(document).toMatchObject({
      title: { NOR: 'Matvarer', ENG: 'Food' },
      frameworkMaximumValue: { amount: '1000', currency: 'NOK' },
      results: [],
    });
    expect(document.buyers).toMatchObject([
      {
        name: 'Solgløtt kommune',
        orgNumber: '311082272',
        orgNumberProblem: null,
        country: 'NOR',
        city: 'Solgløtt',
        legalType: 'body-pl-la',
      },
    ]);
    expect(document.lots[0]).toMatchObject({
      ...{
        id: 'LOT-0001',
        kind: 'lot',
        cpv: { main: '15000000', additional: ['15800000'] },
        frameworkTechnique: 'mixed',
        frameworkMaximumParticipants: '3',
      },
      ...{
        duration: { months: '24', length: '2', unit: 'YEAR', start: null },
        renewals: { max: '2', description: { NOR: '1+1 år' } },
        estimatedValue: { amount: '900.50' },
      },
    });
  });

  it('states changed and modified notices, publication and further languages', async () => {
    const extensionXml = `<efac:Changes><efbc:ChangedNoticeIdentifier>0b9f1f52-0000-4000-8000-000000000000-01</efbc:ChangedNoticeIdentifier><efac:ChangeReason><cbc:ReasonCode>cor-buy</cbc:ReasonCode></efac:ChangeReason></efac:Changes>
      <efac:ContractModification><efbc:ChangedNoticeIdentifier>00123456-2025</efbc:ChangedNoticeIdentifier><efbc:ModifiedContractIdentifier>CON-0001</efbc:ModifiedContractIdentifier>
      <efac:ChangeReason><cbc:ReasonCode>add-wss</cbc:ReasonCode></efac:ChangeReason><efac:Change><efbc:ChangeDescription languageID="NOR">Høyere ramme</efbc:ChangeDescription></efac:Change></efac:ContractModification>
      <efac:NonOfficialLanguages><cac:Language><cbc:ID>NNO</cbc:ID></cac:Language></efac:NonOfficialLanguages>
      <efac:Publication><efbc:NoticePublicationID>00200000-2026</efbc:NoticePublicationID><efbc:PublicationDate>2026-03-04+01:00</efbc:PublicationDate></efac:Publication>`;
    const { document } = await read(sampleNotice({ extensionXml, language: 'ENG' }));
    expect(document).toMatchObject({
      ...{
        changes: { noticeId: '0b9f1f52-0000-4000-8000-000000000000-01', reason: 'cor-buy' },
        languages: ['ENG'],
        unofficialLanguages: ['NNO'],
        publishedOn: '2026-03-04',
        publicationNumber: '00200000-2026',
      },
      modifies: {
        noticeId: '00123456-2025',
        contractId: 'CON-0001',
        reason: 'add-wss',
        description: { NOR: 'Høyere ramme' },
      },
    });
  });

  it('has groups of lots with their lots', async () => {
    const group = sampleLot('GLO-0001', maximum('500')).replace('schemeName="Lot"', 'schemeName="LotsGroup"');
    const termsXml = `<cac:LotDistribution><cbc:MaximumLotsAwardedNumeric>1</cbc:MaximumLotsAwardedNumeric><cac:LotsGroup><cbc:LotsGroupID>GLO-0001</cbc:LotsGroupID>
      ${['LOT-0001', 'LOT-0002'].map((id) => `<cac:ProcurementProjectLotReference><cbc:ID>${id}</cbc:ID></cac:ProcurementProjectLotReference>`).join('')}</cac:LotsGroup></cac:LotDistribution>`;
    const { document } = await read(
      sampleNotice({ lots: [group, sampleLot('LOT-0001'), sampleLot('LOT-0002')], termsXml }),
    );
    expect(document.lots.map(({ id }) => id)).toEqual(['LOT-0001', 'LOT-0002']);
    expect(document).toMatchObject({
      lotLimits: { awarded: '1' },
      groups: [{ id: 'GLO-0001', lots: ['LOT-0001', 'LOT-0002'], frameworkMaximumValue: { amount: '500' } }],
    });
  });

  it.each([
    ['none', 'none'],
    ['fa-wo-rc', 'without-reopening'],
    ['fa-w-rc', 'with-reopening'],
    ['something', null],
  ])('reads the technique %s as %s', async (code, technique) => {
    const { document } = await read(sampleNotice({ lots: [sampleLot('LOT-0001', '', framework(code))] }));
    expect(document.lots[0]?.frameworkTechnique).toBe(technique);
  });

  it.each([
    [' 311 082 272 ', 'NOR', '311082272', null],
    ['NO311082272MVA', 'NOR', '311082272', null],
    ['311082273', 'NOR', '311082273', 'check-digit'],
    ['31108227', 'NOR', null, 'length'],
    ['Solgløtt AS', 'NOR', null, 'length'],
    ['999999999', 'NOR', '999999999', 'placeholder'],
    [null, 'NOR', null, 'empty'],
    ['559999000', 'SWE', null, null],
  ])('reads the organisation number %j of %s as %s (%s)', async (companyId, country, orgNumber, problem) => {
    const { document, findings } = await read(
      sampleNotice({ organisations: [sampleOrganisation('ORG-0001', 'Solgløtt', companyId, country)] }),
    );
    expect(document.buyers[0]).toMatchObject({
      orgNumber,
      orgNumberProblem: problem,
      legalId: companyId === null ? null : { id: companyId.trim() },
    });
    expect(findings.map((f) => f.code)).toEqual(
      problem === null ? [] : [problem === 'empty' ? 'party-unidentified' : 'org-number-wrong'],
    );
  });
});

describe('award', () => {
  it('has the tenderers in the contract as winners, each member of a group, and no others', async () => {
    const xml = [
      lotResult('LOT-0001', 'selec-w', { tenders: ['TEN-1', 'TEN-2'], contracts: ['CON-1'] }),
      ...[
        tender('TEN-1', 'TPA-1', '2', '100'),
        tender('TEN-2', 'TPA-2', '1', '90.50'),
        contract('CON-1', 'TEN-2'),
        party('TPA-1', 'ORG-0003'),
        party('TPA-2', 'ORG-0002', 'ORG-0004'),
      ],
    ].join('');
    const { document } = await read(award(xml));
    expect(document.results[0]).toMatchObject({
      lot: 'LOT-0001',
      status: 'awarded',
      reason: null,
      tenders: [{ id: 'TEN-1' }, { id: 'TEN-2', tenderers: ['ORG-0002', 'ORG-0004'] }],
    });
    const of = {
      rank: '1',
      tenderValue: { amount: '90.50', currency: 'NOK' },
      tender: 'TEN-2',
      group: 'Gruppe TPA-2',
      contractId: '2026/17',
      concludedOn: '2026-05-04',
    };
    expect(document.results[0]?.winners).toMatchObject([
      { name: 'Finnskog Engros', orgNumber: '311047116', leadsGroup: true, ...of },
      { name: 'Grensehandel AB', orgNumber: null, orgNumberProblem: null, country: 'SWE', leadsGroup: false, ...of },
    ]);
  });

  it('assigns each lot its own winner when one contract covers several lots', async () => {
    const xml = [
      ...[
        lotResult('LOT-0001', 'selec-w', { contracts: ['CON-1'] }),
        lotResult('LOT-0002', 'selec-w', { contracts: ['CON-1'] }),
      ],
      ...[
        tender('TEN-1', 'TPA-1', '1', '10'),
        tender('TEN-2', 'TPA-2', '1', '20', 'LOT-0002'),
        contract('CON-1', 'TEN-1', 'TEN-2'),
        party('TPA-1', 'ORG-0002'),
        party('TPA-2', 'ORG-0003'),
      ],
    ].join('');
    const { document } = await read(award(xml, ['LOT-0001', 'LOT-0002']));
    expect(document.results.map(({ winners }) => winners.map(({ name }) => name))).toEqual([
      ['Finnskog Engros'],
      ['Tapte AS'],
    ]);
  });

  it('without a contract uses the first rank, and reports when there is no winner', async () => {
    const tenders = `${tender('TEN-1', 'TPA-1', '2', '1')}${tender('TEN-2', 'TPA-2', '1', '2')}${party('TPA-1', 'ORG-0003')}${party('TPA-2', 'ORG-0002')}`;
    const ranked = await read(award(lotResult('LOT-0001', 'selec-w', { tenders: ['TEN-1', 'TEN-2'] }) + tenders));
    expect(ranked.document.results[0]?.winners.map(({ name }) => name)).toEqual(['Finnskog Engros']);
    const nobody = await read(award(lotResult('LOT-0001', 'selec-w', {})));
    expect(nobody.findings).toMatchObject([{ code: 'notice-winner-unknown', severity: 'confirm', found: 'LOT-0001' }]);
  });

  it('states why nothing was awarded, and how many tenders were received', async () => {
    const reason =
      '<efac:DecisionReason><efbc:DecisionReasonCode>no-rece</efbc:DecisionReasonCode></efac:DecisionReason>';
    const received =
      '<efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>tenders</efbc:StatisticsCode><efbc:StatisticsNumeric>0</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>';
    const { document } = await read(award(lotResult('LOT-0001', 'clos-nw', { xml: reason + received })));
    expect(document.results[0]).toMatchObject({
      status: 'not-awarded',
      reason: 'no-rece',
      winners: [],
      tendersReceived: '0',
    });
    expect((await read(award(lotResult('LOT-0001', 'open-nw', {})))).document.results[0]?.status).toBe('open');
  });

  it('lists unpublished fields separately', async () => {
    const privacy =
      '<efac:FieldsPrivacy><efbc:FieldIdentifierCode>ten-val</efbc:FieldIdentifierCode><efbc:PublicationDate>2027-01-01Z</efbc:PublicationDate></efac:FieldsPrivacy>';
    const xml =
      lotResult('LOT-0001', 'selec-w', { tenders: ['TEN-1'], xml: privacy }) +
      tender('TEN-1', 'TPA-1', '-1', '-1') +
      party('TPA-1', 'ORG-0002');
    const { document } = await read(award(xml));
    expect(document.withheld).toEqual([{ field: 'ten-val', until: '2027-01-01' }]);
    expect(document.results[0]?.winners[0]).toMatchObject({ tenderValue: null, rank: null });
    const nameless = await read(
      award(xml).replaceAll('Finnskog Engros', 'unpublished').replaceAll('311047116', 'unpublished'),
    );
    expect(nameless.document.results[0]?.winners).toMatchObject([
      { id: 'ORG-0002', name: null, orgNumber: null, legalId: null },
    ]);
    expect(nameless.findings.map((f) => f.code)).toEqual(['party-unidentified']);
    expect((await read(award(xml.replace('ORG-0002', 'ORG-0009')))).findings).toMatchObject([
      { code: 'notice-reference-unknown', severity: 'confirm', found: 'ORG-0009' },
    ]);
  });
});

describe('broken rules refuse a notice, with a finding for each', () => {
  const valid = sampleNotice();
  it.each([
    [
      'no identifier',
      valid.replace(/<cbc:ID schemeName="notice-id">.*?<\/cbc:ID>/, ''),
      'notice-field-missing',
      ['BT-701-notice'],
    ],
    [
      'no procedure',
      valid.replace(/<cbc:ContractFolderID>.*?<\/cbc:ContractFolderID>/, ''),
      'notice-field-missing',
      ['BT-04-notice'],
    ],
    [
      'a buyer that is not there',
      valid.replace(
        '<cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party>',
        '<cbc:ID>ORG-0009</cbc:ID></cac:PartyIdentification></cac:Party>',
      ),
      'notice-reference-unknown',
      ['OPT-300-Procedure-Buyer'],
    ],
    ['an unknown nature', valid.replace('>supplies<', '>goods<'), 'notice-code-wrong', ['BT-23-Procedure']],
    ['another form', valid.replace('listName="competition"', 'listName="poem"'), 'notice-code-wrong', ['BT-03-notice']],
    [
      'not eForms',
      valid.replace('eforms-sdk-1.13', 'urn:www.cenbii.eu:transaction:biitrns085'),
      'notice-not-eforms',
      ['OPT-002-notice'],
    ],
    [
      'a lot without CPV',
      valid.replace(/<cac:MainCommodityClassification>[\s\S]*?<\/cac:MainCommodityClassification>/, ''),
      'notice-field-missing',
      ['BT-262-Lot'],
    ],
    [
      'an end before the start',
      sampleNotice({
        lots: [
          sampleLot(
            'LOT-0001',
            period('<cbc:StartDate>2027-01-01Z</cbc:StartDate><cbc:EndDate>2026-01-01Z</cbc:EndDate>'),
          ),
        ],
      }),
      'notice-dates-order',
      ['BT-537-Lot'],
    ],
    [
      'no lot to be awarded',
      sampleNotice({
        termsXml:
          '<cac:LotDistribution><cbc:MaximumLotsAwardedNumeric>0</cbc:MaximumLotsAwardedNumeric></cac:LotDistribution>',
      }),
      'notice-lots-awarded',
      ['BT-33-Procedure'],
    ],
    [
      'two at once',
      valid
        .replace('<cbc:VersionID>01</cbc:VersionID>', '')
        .replace('>NOR</cbc:NoticeLanguageCode>', '></cbc:NoticeLanguageCode>'),
      'notice-field-missing',
      ['BT-757-notice', 'BT-702(a)-notice'],
    ],
  ])('%s', async (_name, text, code, broken) => {
    const reading = await refuse(text);
    expect([reading.code, rules(reading)]).toEqual([code, broken]);
    for (const found of reading.findings)
      expect(found).toMatchObject({
        severity: 'blocksFile',
        place: { path: expect.stringMatching(/^\/ContractNotice\//) },
      });
    for (const language of ['nb', 'nn', 'en'] as const)
      expect(messageOf(reading.findings[0]!, language)).toContain(String(broken[0]));
  });

  it('refuses a change of fixed fields when the first notice is given', async () => {
    const { document } = await read(valid);
    const changed = valid.replace('0000000000ff', '0000000000fe');
    expect(await refuse(changed, { earlier: document })).toMatchObject({
      code: 'notice-change-forbidden',
      findings: [{ params: { rule: 'BT-04-notice' }, found: expect.stringMatching(/fe$/) }],
    });
  });
});

describe('other documents and attacks are refused', () => {
  const valid = sampleNotice();
  it.each([
    ['an empty file', '', 'file-empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'not-xml'],
    ['half a file', valid.slice(0, 2000), 'xml-truncated'],
    [
      'a DOCTYPE',
      valid.replace(
        '<ContractNotice',
        '<!DOCTYPE ContractNotice [<!ENTITY e SYSTEM "file:///etc/passwd">]><ContractNotice',
      ),
      'xml-doctype',
    ],
    ['an entity', valid.replace('Matvarer', '&xxe;'), 'xml-damaged'],
    ['deep nesting', valid.replace('Matvarer', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`), 'xml-too-large'],
    ['an invoice', '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>', 'not-a-notice'],
    ['a notice of nowhere', '<ContractNotice><ID/></ContractNotice>', 'not-a-notice'],
    ['a registration', '<BusinessRegistrationInformationNotice/>', 'document-type-not-supported'],
  ])('%s', async (_name, text, code) => {
    const reading = await refuse(text);
    expect(reading).toMatchObject({ code, document: null, findings: [{ code, severity: 'blocksFile' }] });
    for (const language of ['nb', 'nn', 'en'] as const)
      expect(messageOf(reading.findings[0]!, language)).toMatch(/\w{3}/);
  });
});

describe('damaged file', () => {
  const parts = [
    lotResult('LOT-0001', 'selec-w', { tenders: ['TEN-1'], contracts: ['CON-1'] }),
    tender('TEN-1', 'TPA-1', '1', '1'),
    contract('CON-1', 'TEN-1'),
    party('TPA-1', 'ORG-0002'),
  ];
  const whole = award(parts.join(''));

  it('is read or refused for any truncation and any missing part, without throwing', async () => {
    const names = [...new Set([...whole.matchAll(/<([a-z]+:\w+)/g)].map(([, name]) => name!))];
    const without = names.flatMap((name) => [
      whole.replace(new RegExp(`<${name}[ >/][\\s\\S]*?</${name}>`), ''),
      whole.replace(new RegExp(`(<${name}(?: [^>]*)?>)[^<]+(?=<)`), '$1'),
    ]);
    const cut = Array.from({ length: Math.floor(whole.length / 97) }, (_, index) => whole.slice(0, index * 97));
    for (const text of [...without, ...cut]) {
      const reading = await readEformsNotice(chunked(text, 4096));
      for (const finding of reading.findings) expect(messageOf(finding, 'en')).toMatch(/\w{3}/);
    }
    expect(without.length + cut.length).toBeGreaterThan(150);
  });
});
