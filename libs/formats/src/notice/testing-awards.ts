import { sampleLot, sampleNotice, sampleOrganisation } from '../testing/sample-notice.ts';

export const tender = (id: string, party: string, rank: string, amount: string, lot = 'LOT-0001'): string =>
  `<efac:LotTender><cbc:ID>${id}</cbc:ID><cbc:RankCode>${rank}</cbc:RankCode><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="NOK">${amount}</cbc:PayableAmount></cac:LegalMonetaryTotal>
   <efac:TenderingParty><cbc:ID>${party}</cbc:ID></efac:TenderingParty><efac:TenderLot><cbc:ID>${lot}</cbc:ID></efac:TenderLot></efac:LotTender>`;
export const contract = (id: string, ...tenders: string[]): string =>
  `<efac:SettledContract><cbc:ID>${id}</cbc:ID><cbc:IssueDate>2026-05-04Z</cbc:IssueDate><efac:ContractReference><cbc:ID>2026/17</cbc:ID></efac:ContractReference>
   ${tenders.map((one) => `<efac:LotTender><cbc:ID>${one}</cbc:ID></efac:LotTender>`).join('')}</efac:SettledContract>`;
export const party = (id: string, ...organisations: string[]): string =>
  `<efac:TenderingParty><cbc:ID>${id}</cbc:ID><cbc:Name>Gruppe ${id}</cbc:Name>${organisations.map((one, i) => `<efac:Tenderer><cbc:ID>${one}</cbc:ID><efbc:GroupLeadIndicator>${i === 0}</efbc:GroupLeadIndicator></efac:Tenderer>`).join('')}</efac:TenderingParty>`;
export const lotResult = (
  lot: string,
  code: string,
  refs: { tenders?: string[]; contracts?: string[]; xml?: string },
): string =>
  `<efac:LotResult><cbc:ID>RES-${lot}</cbc:ID><cbc:TenderResultCode>${code}</cbc:TenderResultCode>${refs.xml ?? ''}${(refs.tenders ?? []).map((id) => `<efac:LotTender><cbc:ID>${id}</cbc:ID></efac:LotTender>`).join('')}
   ${(refs.contracts ?? []).map((id) => `<efac:SettledContract><cbc:ID>${id}</cbc:ID></efac:SettledContract>`).join('')}<efac:TenderLot><cbc:ID>${lot}</cbc:ID></efac:TenderLot></efac:LotResult>`;

export const award = (resultXml: string, lots = ['LOT-0001']): string =>
  sampleNotice({
    ...{
      root: 'ContractAwardNotice',
      form: 'result',
      type: 'can-standard',
      subtype: '29',
      lots: lots.map((id) => sampleLot(id)),
    },
    organisations: [
      ...[
        sampleOrganisation('ORG-0001', 'Solgløtt kommune', '311082272'),
        sampleOrganisation('ORG-0002', 'Finnskog Engros', '311047116'),
      ],
      ...[
        sampleOrganisation('ORG-0003', 'Tapte AS', '123456785'),
        sampleOrganisation('ORG-0004', 'Grensehandel AB', '5599990001', 'SWE'),
      ],
    ],
    extensionXml: `<efac:NoticeResult>${resultXml}</efac:NoticeResult>`,
  });
