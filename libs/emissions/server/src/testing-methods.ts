import { type ResultPart } from './testing.ts';

export const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
export const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };

export const short = ({ part, method, amount, quantity, unit, factor_id, kg }: ResultPart) => [
  part,
  method,
  amount,
  quantity,
  unit,
  factor_id,
  kg,
];
export const co2e = (factor: string) =>
  `<cac:AdditionalItemProperty><cbc:Name>EmissionFactor</cbc:Name><cbc:Value>${factor}</cbc:Value></cac:AdditionalItemProperty>`;
export const unspsc = (code: string) =>
  `<cac:CommodityClassification><cbc:ItemClassificationCode listID="TST">${code}</cbc:ItemClassificationCode></cac:CommodityClassification>`;
