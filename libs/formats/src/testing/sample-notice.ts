/** Small eForms notices for tests, written by us after the fields of eForms. All organisations are fictitious. */

export interface SampleNotice {
  readonly root?: 'ContractNotice' | 'ContractAwardNotice' | 'PriorInformationNotice';
  readonly form?: string;
  readonly type?: string;
  readonly subtype?: string;
  readonly customization?: string;
  readonly language?: string;
  /** Raw XML of the organisations; ORG-0001 is the buyer. */
  readonly organisations?: readonly string[];
  readonly lots?: readonly string[];
  /** Raw XML inserted in the notice's extension: results, changes, publication. */
  readonly extensionXml?: string;
  /** Raw XML inserted in the procedure's project. */
  readonly projectXml?: string;
  readonly termsXml?: string;
}

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:';
const eforms = 'http://data.europa.eu/p27/eforms-ubl-extension';

export function sampleOrganisation(id: string, name: string, companyId: string | null, country = 'NOR'): string {
  const legal =
    companyId === null
      ? ''
      : `<cac:PartyLegalEntity><cbc:CompanyID>${companyId}</cbc:CompanyID></cac:PartyLegalEntity>`;
  return `<efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>${id}</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name languageID="NOR">${name}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:CityName>Solgløtt</cbc:CityName><cac:Country><cbc:IdentificationCode>${country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>${legal}</efac:Company></efac:Organization>`;
}

/** Returns a lot with the mandatory fields. The raw XML is inserted in its project, process and terms. */
export function sampleLot(id: string, projectXml = '', processXml = '', termsXml = ''): string {
  return `<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">${id}</cbc:ID><cac:TenderingTerms>${termsXml}</cac:TenderingTerms>
    <cac:TenderingProcess>${processXml}</cac:TenderingProcess>
    <cac:ProcurementProject><cbc:Name languageID="NOR">Delkontrakt ${id}</cbc:Name><cbc:ProcurementTypeCode listName="contract-nature">supplies</cbc:ProcurementTypeCode>
    <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">15000000</cbc:ItemClassificationCode></cac:MainCommodityClassification>${projectXml}</cac:ProcurementProject></cac:ProcurementProjectLot>`;
}

/** Returns a whole notice as text, with the prefixes used in the examples of the Publications Office. */
export function sampleNotice(notice: SampleNotice = {}): string {
  const {
    root = 'ContractNotice',
    form = 'competition',
    type = 'cn-standard',
    subtype = '16',
    language = 'NOR',
    customization = 'eforms-sdk-1.13',
  } = notice;
  const {
    organisations = [sampleOrganisation('ORG-0001', 'Solgløtt kommune', '311082272')],
    lots = [sampleLot('LOT-0001')],
  } = notice;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="${ubl}${root}-2" xmlns:cac="${ubl}CommonAggregateComponents-2" xmlns:cbc="${ubl}CommonBasicComponents-2" xmlns:ext="${ubl}CommonExtensionComponents-2"
  xmlns:efac="${eforms}-aggregate-components/1" xmlns:efbc="${eforms}-basic-components/1" xmlns:efext="${eforms}s/1">
  <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
    <efac:NoticeSubType><cbc:SubTypeCode listName="notice-subtype">${subtype}</cbc:SubTypeCode></efac:NoticeSubType>
    <efac:Organizations>${organisations.join('')}</efac:Organizations>${notice.extensionXml ?? ''}
  </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
  <cbc:CustomizationID>${customization}</cbc:CustomizationID>
  <cbc:ID schemeName="notice-id">0b9f1f52-0000-4000-8000-000000000001</cbc:ID>
  <cbc:ContractFolderID>0b9f1f52-0000-4000-8000-0000000000ff</cbc:ContractFolderID>
  <cbc:IssueDate>2026-03-02+01:00</cbc:IssueDate>
  <cbc:VersionID>01</cbc:VersionID>
  <cbc:RegulatoryDomain>32014L0024</cbc:RegulatoryDomain>
  <cbc:NoticeTypeCode listName="${form}">${type}</cbc:NoticeTypeCode>
  <cbc:NoticeLanguageCode>${language}</cbc:NoticeLanguageCode>
  <cac:ContractingParty><cac:ContractingPartyType><cbc:PartyTypeCode listName="buyer-legal-type">body-pl-la</cbc:PartyTypeCode></cac:ContractingPartyType>
    <cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
  <cac:TenderingTerms>${notice.termsXml ?? ''}</cac:TenderingTerms>
  <cac:ProcurementProject><cbc:Name languageID="NOR">Matvarer</cbc:Name><cbc:Name languageID="ENG">Food</cbc:Name>
    <cbc:ProcurementTypeCode listName="contract-nature">supplies</cbc:ProcurementTypeCode>${notice.projectXml ?? ''}</cac:ProcurementProject>
  ${lots.join('\n  ')}
</${root}>`;
}
