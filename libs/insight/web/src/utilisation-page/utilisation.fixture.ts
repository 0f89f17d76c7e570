import type { AgreementUtilisationDto, UtilisationDto } from '@tallgrunn/api-client/shapes';

/** Builds a utilisation of 9 of 12 million by March, with the maximum reached by the end of April. */
export const utilisation = (changes: Partial<UtilisationDto> = {}): UtilisationDto => ({
  maximum: '12000000',
  opening: null,
  basis: 'reported',
  used: '9000000',
  share: '0.75',
  reported: '9000000',
  reportedLines: 1204,
  booked: '8500000',
  bookedLines: 900,
  bookedBySupplier: '400000',
  months: [
    { month: '2026-01', reported: '4000000', booked: '4000000', isReportedComplete: true, isBookedComplete: true },
    { month: '2026-03', reported: '5000000', booked: '4500000', isReportedComplete: true, isBookedComplete: false },
  ],
  forecast: {
    state: 'will-be-reached',
    on: '2026-04-30',
    earliest: '2026-04-30',
    latest: '2026-06-20',
    unknownMonths: ['2025-11', '2025-12'],
    unknownBefore: null,
    beforeEnd: true,
    method: 'mean',
    monthsUsed: 3,
    knownUntil: '2026-03',
    monthly: '3000000.00',
    atEnd: '36000000.00',
  },
  ...changes,
});

const openings: AgreementUtilisationDto['openings'] = [
  {
    supplierId: 's1',
    supplier: 'Finnskog',
    lotId: 'l1',
    lot: '1A Tørrvarer',
    beforeMonth: '2026-01',
    amount: '250000',
    source: 'Årsoppgave',
    sourceOn: '2026-01-31',
    statedBy: 'Ingrid',
  },
  {
    supplierId: 's2',
    supplier: 'Solgløtt',
    lotId: null,
    lot: null,
    beforeMonth: null,
    amount: null,
    source: null,
    sourceOn: null,
    statedBy: null,
  },
];

const callOffs: AgreementUtilisationDto['callOffs'] = [
  {
    lotId: 'l1',
    total: '9000000',
    outOfOrder: false,
    suppliers: [
      {
        supplier: { id: 's1', name: 'Finnskog' },
        rank: null,
        share: '0.6',
        amount: '6300000',
        lines: 800,
        actualShare: '0.7',
        points: '10.0',
        difference: '900000',
      },
      {
        supplier: { id: 's2', name: 'Solgløtt' },
        rank: null,
        share: '0.4',
        amount: '2700000',
        lines: 404,
        actualShare: '0.3',
        points: '-10.0',
        difference: '-900000',
      },
    ],
  },
];

const priceVersions: AgreementUtilisationDto['priceVersions'] = [
  {
    supplier: { id: 's1', name: 'Finnskog' },
    number: 2,
    publishedAt: '2026-03-01T10:00:00.000Z',
    items: 400,
    added: 3,
    removed: 1,
    compared: 396,
    changed: 12,
    meanChange: '0.031',
  },
];

const promises: AgreementUtilisationDto['promises'] = [
  {
    attribute: { nb: 'Økologisk' },
    field: 'organic',
    value: null,
    lots: [],
    promised: '0.3',
    measured: '0.21',
    of: '9000000',
    unanswered: '12000',
    lines: 1204,
    cannot: null,
    quarters: [
      { key: '2026-Q2', measured: '0.34', of: '4000000', unanswered: '12000', lines: 504 },
      { key: '2026-Q1', measured: '0.11', of: '5000000', unanswered: '0', lines: 700 },
    ],
  },
  {
    attribute: 'Nullutslipp',
    field: 'vehicle',
    value: 'elektrisk',
    lots: ['1A'],
    promised: '1',
    measured: null,
    of: '9000000',
    unanswered: '9000000',
    lines: 1204,
    cannot: 'field-not-in-reports',
    quarters: [],
  },
];

const demands: AgreementUtilisationDto['demands'] = [
  {
    of: 'items',
    by: '2026-12-31',
    lots: [],
    standards: ['EN 15804+A2'],
    demanded: '0.5',
    measured: '0.1',
    with: '10',
    all: '100',
  },
];

export const agreementUse = (changes: Partial<AgreementUtilisationDto> = {}): AgreementUtilisationDto => ({
  agreement: {
    id: 'a1',
    number: 'A-1',
    title: 'Mat og drikke',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    technique: 'share',
    maximumValue: '12000000',
    currency: 'NOK',
  },
  today: '2026-04-14',
  use: utilisation(),
  lots: [
    {
      id: 'l1',
      key: '1A',
      title: 'Tørrvarer',
      maximumValue: null,
      technique: null,
      use: utilisation({ maximum: null, share: null }),
    },
  ],
  withoutLot: utilisation({ maximum: null, share: null, reported: '1200', booked: '3400' }),
  beside: [{ currency: 'EUR', vat: 'excluded', amount: '120.00', lines: 2 }],
  openings,
  missingReports: 2,
  options: [{ number: 1, noticeBy: '2026-06-30', extendsTo: '2027-12-31', decided: null }],
  nextDecision: { on: '2026-04-30', kind: 'maximum', option: null },
  callOffs,
  priceVersions,
  promises,
  demands,
  ...changes,
});
