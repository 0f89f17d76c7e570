import type { ObligationDto } from '@tallgrunn/api-client/shapes';

export const agreement = { id: 'a1', number: 'RIIK-24-107', title: 'Mat og drikke' };
export const supplier = { id: 's1', name: 'Finnskog Storkjøkken' };

/** An open obligation of the supplier for April 2026. */
export const obligation = (changes: Partial<ObligationDto> = {}): ObligationDto => ({
  id: 'd1',
  period: { key: '2026-04', start: '2026-04-01', end: '2026-05-01' },
  dueOn: '2026-05-20',
  extension: null,
  state: 'open',
  daysLate: 0,
  deliveredOn: null,
  isCreatedAfterDueDate: false,
  exemptReason: null,
  runOff: false,
  version: null,
  lots: [],
  report: { key: 'deliveries', title: null },
  part: null,
  agreement: { ...agreement, isMine: true },
  supplier,
  typedLines: 0,
  ...changes,
});

/** The supplier's accepted report for February 2026. */
export const acceptedReport = obligation({
  id: 'd9',
  period: { key: '2026-02', start: '2026-02-01', end: '2026-03-01' },
  dueOn: '2026-03-20',
  state: 'accepted',
  deliveredOn: '2026-03-19',
  version: {
    id: 'v9',
    number: 'R-2026-00009/1',
    state: 'accepted',
    kind: 'lines',
    lines: 1204,
    amount: '318204.50',
    currency: 'NOK',
    needsDecision: false,
    rowsWaiting: 0,
    receivedAt: '2026-03-19T08:00:00Z',
    submittedAt: '2026-03-19T08:00:00Z',
    acceptedAt: '2026-03-20T08:00:00Z',
    daysInQueue: null,
    returnReason: null,
  },
});

const counted = (count = 0) => ({ count, amount: '0' });

/** Responses of the API for an agreement with something in every part of the page, by path. */
export const fullResponses = {
  '/agreements/a1': {
    ...agreement,
    startsOn: '2024-01-01',
    endsOn: '2027-12-31',
    cpv: null,
    termsVersions: [{ version: 1 }],
  },
  '/obligations': [
    obligation({
      id: 'd0',
      period: { key: '2026-03', start: '2026-03-01', end: '2026-04-01' },
      dueOn: '2026-04-10',
      state: 'overdue',
      daysLate: 2,
      extension: { originalDueOn: '2026-04-01', reason: 'Nytt økonomisystem' },
    }),
    obligation(),
  ],
  '/cases': [
    {
      id: 'c1',
      number: 'S-2026-00001',
      kind: 'late',
      title: '',
      status: 'open',
      origin: 'rule',
      isShared: false,
      supplier,
      buyer: null,
      agreement,
      owner: { id: 'u1', name: 'Ingrid', isMe: true },
      nextOn: '2026-04-20',
      isDue: false,
      periods: ['2026-03'],
      request: {},
      outcome: null,
      openedAt: '2026-04-13T10:00:00Z',
      changedAt: '2026-04-13T10:00:00Z',
      closedAt: null,
      days: 1,
    },
  ],
  '/penalties': {
    isTruncated: false,
    items: [
      {
        obligationId: 'd0',
        periodKey: '2026-03',
        report: 'deliveries',
        partName: null,
        isRunOff: false,
        agreement,
        supplier,
        kind: 'day-fine',
        per: 'working-day',
        dueOn: '2026-04-10',
        deliveredOn: null,
        lateDayCount: 4,
        countedDayCount: 2,
        unitCount: 2,
        amount: '2000.00',
        currency: 'NOK',
        isFailure: true,
        decision: null,
      },
    ],
  },
  '/price-deviations': [
    {
      agreement,
      supplier,
      basis: 'reported',
      currency: 'NOK',
      lineCount: 308,
      amount: '175300.00',
      openLineCount: 300,
      openAmount: '170000.00',
      acceptedAmount: '0.00',
      claimedAmount: '5300.00',
      comparedCount: 4000,
      chargedAmount: '900000.00',
      unknown: counted(12),
      other: counted(),
      otherCurrency: counted(),
      vatUnknown: counted(1),
      offAssortment: counted(),
    },
  ],
  '/claims': [
    {
      id: 'k1',
      number: 'K-2026-00001',
      agreement,
      supplier,
      basis: 'reported',
      state: 'sent',
      amount: '5300.00',
      agreedAmount: null,
      creditedAmount: '300.00',
      currency: 'NOK',
      lineCount: 8,
      createdAt: '2026-04-01T08:00:00Z',
      sentAt: '2026-04-02T08:00:00Z',
      closedAt: null,
      response: null,
    },
  ],
  '/data-quality': {
    period: { from: '2025-04', to: '2026-03' },
    items: [
      {
        supplier,
        reports: 11,
        lines: 14212,
        returned: 1,
        findingCount: 12,
        overriddenCount: 4,
        level: 'expected',
        levels: [],
        checks: [],
      },
    ],
  },
  '/agreements/a1/declaration-coverage': [{ supplier, items: 40, declared: 3 }],
  '/agreements/a1/missing-declarations': {
    total: 37,
    items: [{ supplier, number: '30118', name: 'Helmelk', lineCount: 12, amount: '4200.00', currency: 'NOK' }],
  },
  '/performance-statements': [
    {
      agreement,
      supplier,
      year: 2026,
      statement: {
        id: 'v1',
        number: 'V-2026-00001',
        revision: 1,
        overallRating: 'good',
        decidedAt: '2026-04-03T08:00:00Z',
      },
      commentCount: 0,
    },
  ],
} as const;

/** Responses for an agreement with terms about which nothing is known or waiting. */
export const emptyResponses = {
  '/agreements/a1': fullResponses['/agreements/a1'],
  '/obligations': [],
  '/cases': [],
  '/penalties': { items: [], isTruncated: false },
  '/price-deviations': [],
  '/claims': [],
  '/data-quality': { period: { from: '2025-04', to: '2026-03' }, items: [] },
  '/agreements/a1/declaration-coverage': [{ supplier, items: 0, declared: 0 }],
  '/agreements/a1/missing-declarations': { total: 0, items: [] },
  '/performance-statements': [],
} as const;
