import { adjustmentFactor } from '../../agreements/adjust-price.ts';
import type { Adjustment, AdjustmentClause } from '../../setting/agreement.ts';
import { indexValues } from './prices.ts';

/** The old furniture agreement ends, and the new one begins, in the middle of a quarter. */
export const furnitureChange = { until: '2024-05-14', from: '2024-05-15' } as const;

/** Building materials: 65 % of the price follows the index. */
export const buildingClause: AdjustmentClause = {
  index: 'BYGGDEMO',
  share: 65,
  basePeriod: '2021-10',
  fixedMonths: 12,
  monthsBetween: 9,
  noticeMonths: 2,
};
const second: AdjustmentClause = { ...buildingClause, basePeriod: '2023-01' };
/** The base moves to the period of the last adjustment, so that an increase is not counted twice. */
export const buildingClauses: readonly (readonly [from: string, clause: AdjustmentClause])[] = [
  ['2022-01-01', buildingClause],
  ['2023-04-01', second],
];

const requestedAdjustments = (supplier: string, by: string): Adjustment[] => [
  {
    supplier,
    lot: '5',
    comparePeriod: '2023-01',
    requestedOn: '2023-01-24',
    requestedBy: by,
    wantedFrom: '2023-04-01',
    decidedOn: '2023-02-14',
    decidedBy: 'ingrid',
    approved: true,
    reason: 'I samsvar med klausulen: 65 % av endringen i indeksen.',
    fromOn: '2023-04-01',
    factor: adjustmentFactor(indexValues, buildingClause, '2023-01'),
  },
  {
    supplier,
    lot: '5',
    comparePeriod: '2023-10',
    requestedOn: '2023-11-20',
    requestedBy: by,
    wantedFrom: '2024-02-01',
    decidedOn: '2023-12-05',
    decidedBy: 'ingrid',
    approved: false,
    reason: 'Endringen er ubetydelig, og fraktkostnader inngår ikke i klausulen.',
    fromOn: '2024-02-01',
    factor: adjustmentFactor(indexValues, second, '2023-10'),
  },
  {
    supplier,
    lot: '5',
    comparePeriod: '2024-04',
    requestedOn: '2024-04-23',
    requestedBy: by,
    wantedFrom: '2024-07-01',
    decidedOn: '2024-05-21',
    decidedBy: 'ingrid',
    approved: true,
    reason: 'I samsvar med klausulen.',
    fromOn: '2024-07-01',
    factor: adjustmentFactor(indexValues, second, '2024-04'),
  },
];

/** Requests and decisions: two increases approved and one rejected, for each of the two suppliers. */
export const adjustments: readonly Adjustment[] = [
  ...requestedAdjustments('glomma', 'grete'),
  ...requestedAdjustments('odal', 'asbjorn'),
];
