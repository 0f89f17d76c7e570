import { calculatePenalty, type PenaltyFacts, type PenaltySubmission } from './calculate-penalty.ts';
import { penaltyClause } from './penalty-clause.ts';

/** Each expected amount is counted by hand; the comment next to it shows the days. */
const perDay = penaltyClause({ kind: 'day-fine', amount: 1000, per: 'working-day' }, 'NOK');
const perWeek = penaltyClause({ kind: 'day-fine', amount: 1000, per: 'week' }, 'SEK');
const returnedCounts = { ...perDay, returnedReport: 'delivered' as const };

const submission = (submittedOn: string, more: Partial<PenaltySubmission> = {}): PenaltySubmission => ({
  submittedOn,
  decidedOn: submittedOn,
  isReturned: false,
  isComplete: true,
  ...more,
});

/** The report of March 2026, due Monday 20 April. Delivered on `submittedOn`; null: not delivered. */
const march = (submittedOn: string | null, more: Partial<PenaltyFacts> = {}): PenaltyFacts => ({
  dueOn: '2026-04-20',
  extension: null,
  createdOn: '2026-04-01',
  invitedOn: '2026-01-02',
  isExempt: false,
  submissions: submittedOn === null ? [] : [submission(submittedOn)],
  exclusions: [],
  downtimeDays: [],
  today: '2026-06-30',
  ...more,
});

const reasonsOf = (facts: PenaltyFacts, clause = perDay) =>
  calculatePenalty(clause, facts).days.map(({ on, reason }) => [on, reason]);

describe('NOK 1,000 per working day', () => {
  it.each([
    ['on the due date', '2026-04-20', '0', 0],
    ['before it', '2026-04-13', '0', 0],
    ['a day late', '2026-04-21', '1000', 1],
    ['on the Friday', '2026-04-24', '4000', 4],
    ['on the Saturday: a weekend adds nothing', '2026-04-25', '4000', 4],
    ['on the Monday after', '2026-04-27', '5000', 5],
    // 21–24 (4), 27–30 (4); Friday 1 May is a holiday; Monday 4 May
    ['after 1 May', '2026-05-04', '9000', 9],
    // 4–8 (5) and 11–13 May (3); Thursday 14 May is Ascension Day; 15 May; Sunday 17 May is not a working day anyway
    ['after Ascension Day', '2026-05-15', '17000', 17],
  ])('delivered %s', (_when, on, amount, units) => {
    const penalty = calculatePenalty(perDay, march(on));
    expect({ amount: penalty.amount, units: penalty.unitCount, currency: penalty.currency }).toEqual({
      amount,
      units,
      currency: 'NOK',
    });
  });

  it('excludes Easter', () => {
    // Due Friday 27 March 2026. 30 March–1 April count; Thursday 2, Friday 3 and Monday 6 April are holidays; 7 April counts.
    const facts = march('2026-04-07', { dueOn: '2026-03-27', createdOn: '2026-03-01' });
    expect(calculatePenalty(perDay, facts).amount).toBe('4000');
    expect(reasonsOf(facts)).toEqual([
      ['2026-03-28', 'weekend'],
      ['2026-03-29', 'weekend'],
      ['2026-03-30', 'late'],
      ['2026-03-31', 'late'],
      ['2026-04-01', 'late'],
      ['2026-04-02', 'holiday'],
      ['2026-04-03', 'holiday'],
      ['2026-04-04', 'weekend'],
      ['2026-04-05', 'holiday'],
      ['2026-04-06', 'holiday'],
      ['2026-04-07', 'late'],
    ]);
  });

  it('excludes 17 May', () => {
    // Due Friday 16 May 2025; Saturday 17 is a holiday and a weekend; 18 Sunday; 19 and 20 May count.
    expect(
      calculatePenalty(
        perDay,
        march('2025-05-20', { dueOn: '2025-05-16', createdOn: '2025-05-01', invitedOn: '2025-01-01' }),
      ).amount,
    ).toBe('2000');
    // Due Thursday 16 May 2024; Friday 17 is a holiday; Monday 20 May is Whit Monday; Tuesday 21 counts.
    expect(
      calculatePenalty(
        perDay,
        march('2024-05-21', { dueOn: '2024-05-16', createdOn: '2024-05-01', invitedOn: '2024-01-01' }),
      ).amount,
    ).toBe('1000');
  });

  it('counts from an extended due date', () => {
    // Extended to Monday 27 April; 28, 29 and 30 April count.
    const facts = march('2026-04-30', { extension: { dueOn: '2026-04-27', reason: 'Ny kontaktperson' } });
    expect(calculatePenalty(perDay, facts)).toMatchObject({ dueOn: '2026-04-27', amount: '3000' });
    // An extension earlier than the due date has no effect.
    expect(
      calculatePenalty(perDay, march('2026-04-22', { extension: { dueOn: '2026-04-10', reason: 'x' } })),
    ).toMatchObject({ dueOn: '2026-04-20', amount: '2000' });
  });

  it('excludes days of portal downtime', () => {
    // 21 and 22 April; the portal was down on the 22nd.
    expect(calculatePenalty(perDay, march('2026-04-22', { downtimeDays: ['2026-04-22'] })).amount).toBe('1000');
    // Downtime on the due date: the next working day does not count either.
    expect(reasonsOf(march('2026-04-22', { downtimeDays: ['2026-04-20'] }))).toEqual([
      ['2026-04-21', 'portal-downtime'],
      ['2026-04-22', 'late'],
    ]);
    // Downtime on the due date and the next day: the 22nd is the first day on which a report could be delivered.
    expect(calculatePenalty(perDay, march('2026-04-23', { downtimeDays: ['2026-04-20', '2026-04-21'] })).amount).toBe(
      '1000',
    );
  });

  it('excludes force majeure, with the reason', () => {
    // 21 April counts, 22–24 are excluded, 27 April counts.
    const exclusions = [{ from: '2026-04-22', to: '2026-04-24', reason: 'Flom i kjelleren' }];
    const penalty = calculatePenalty(perDay, march('2026-04-27', { exclusions }));
    expect(penalty.amount).toBe('2000');
    expect(penalty.days.filter(({ reason }) => reason === 'force-majeure').map(({ note }) => note)).toEqual([
      'Flom i kjelleren',
      'Flom i kjelleren',
      'Flom i kjelleren',
    ]);
  });

  it('treats reports of the run-off like others', () => {
    // The agreement ended on 31 March; the report of April is due Tuesday 12 May. 13 and 15 May count, 14 May is Ascension Day.
    expect(calculatePenalty(perDay, march('2026-05-15', { dueOn: '2026-05-12', createdOn: '2026-05-01' })).amount).toBe(
      '2000',
    );
  });

  it('runs until today while nothing is delivered', () => {
    const penalty = calculatePenalty(perDay, march(null, { today: '2026-04-23' }));
    expect(penalty).toMatchObject({ deliveredOn: null, amount: '3000', isFailure: true });
  });

  it('starts after the grace days of the clause', () => {
    // Two working days, 21 and 22 April; 23 and 24 April count.
    expect(calculatePenalty({ ...perDay, startsAfterDays: 2 }, march('2026-04-24')).amount).toBe('2000');
  });

  it('stops at the cap', () => {
    // 21–24 April: 1,000, 1,000, 500, 0.
    const capped = calculatePenalty({ ...perDay, capAmount: '2500' }, march('2026-04-24'));
    expect(capped).toMatchObject({ amount: '2500', uncappedAmount: '4000', unitCount: 3 });
    expect(capped.days.map(({ amount, reason }) => [amount, reason])).toEqual([
      ['1000', 'late'],
      ['1000', 'late'],
      ['500', 'late'],
      ['0', 'above-cap'],
    ]);
    expect(calculatePenalty({ ...perDay, capUnits: 2 }, march('2026-04-24'))).toMatchObject({
      amount: '2000',
      unitCount: 2,
    });
  });
});

describe('returned report', () => {
  /** Submitted on the due date 20 April, returned on 22 April, replaced on 24 April. */
  const returned = march(null, {
    submissions: [
      submission('2026-04-20', { decidedOn: '2026-04-22', isReturned: true }),
      submission('2026-04-24', { decidedOn: '2026-04-24' }),
    ],
  });

  it('counts as delivered at its first submission when the clause says so', () => {
    expect(calculatePenalty(returnedCounts, returned)).toMatchObject({
      deliveredOn: '2026-04-20',
      days: [],
      amount: '0',
      isFailure: false,
    });
  });

  it('counts only the days of the supplier when the clause says nothing', () => {
    // 21 and 22 April were spent in review by the cooperative; the supplier is responsible for 23 and 24 April.
    expect(calculatePenalty(perDay, returned).amount).toBe('2000');
    expect(reasonsOf(returned)).toEqual([
      ['2026-04-21', 'in-review'],
      ['2026-04-22', 'in-review'],
      ['2026-04-23', 'late'],
      ['2026-04-24', 'late'],
    ]);
  });

  it('does not count while an incomplete report is undecided', () => {
    const incomplete = march(null, {
      submissions: [submission('2026-04-20', { decidedOn: null, isComplete: false })],
      today: '2026-04-24',
    });
    expect(calculatePenalty(perDay, incomplete).amount).toBe('0');
  });
});

describe('lateness that never counts', () => {
  it('excludes days before the invitation', () => {
    // Invited Thursday 23 April; the 24th counts.
    expect(calculatePenalty(perDay, march('2026-04-24', { invitedOn: '2026-04-23' })).amount).toBe('1000');
    expect(calculatePenalty(perDay, march(null, { invitedOn: null }))).toMatchObject({ amount: '0', isFailure: false });
  });

  it('excludes an obligation created after its due date', () => {
    expect(calculatePenalty(perDay, march('2026-05-29', { createdOn: '2026-04-21' }))).toMatchObject({
      amount: '0',
      isFailure: false,
    });
  });

  it('excludes an exempt obligation', () =>
    expect(calculatePenalty(perDay, march(null, { isExempt: true }))).toMatchObject({ amount: '0', isFailure: false }));
});

describe('SEK 1,000 per started week', () => {
  it.each([
    ['2026-04-20', '0', 0],
    ['2026-04-21', '1000', 1], // the first day starts the first week
    ['2026-04-27', '1000', 1], // day 7
    ['2026-04-28', '2000', 2], // day 8 starts the second
    ['2026-05-04', '2000', 2], // day 14
    ['2026-05-05', '3000', 3],
  ])('delivered on %s is %s', (on, amount, units) =>
    expect(calculatePenalty(perWeek, march(on))).toMatchObject({ amount, unitCount: units, currency: 'SEK' }),
  );

  it('counts from an extended due date', () =>
    // Extended to 27 April: 28 April to 4 May is the first week.
    expect(
      calculatePenalty(perWeek, march('2026-05-05', { extension: { dueOn: '2026-04-27', reason: 'x' } })).amount,
    ).toBe('2000'));

  it('excludes downtime, force majeure and review days', () => {
    // Nine days, 21–29 April, one with downtime: eight days, two started weeks.
    expect(calculatePenalty(perWeek, march('2026-04-29', { downtimeDays: ['2026-04-22'] })).amount).toBe('2000');
    // Two days with downtime: seven days, one week.
    expect(calculatePenalty(perWeek, march('2026-04-29', { downtimeDays: ['2026-04-22', '2026-04-23'] })).amount).toBe(
      '1000',
    );
    // 21–30 April without 22–24: seven days, one week.
    const exclusions = [{ from: '2026-04-22', to: '2026-04-24', reason: 'Streik' }];
    expect(calculatePenalty(perWeek, march('2026-04-30', { exclusions })).amount).toBe('1000');
    // Submitted on 20, returned on 27, replaced on 4 May: 28 April to 4 May is one week.
    const submissions = [
      submission('2026-04-20', { decidedOn: '2026-04-27', isReturned: true }),
      submission('2026-05-04'),
    ];
    expect(calculatePenalty(perWeek, march(null, { submissions })).amount).toBe('1000');
  });

  it('counts Easter and 1 May: a week is seven calendar days', () =>
    // Due 27 March; 28 March to 3 April is the first week, 4–10 April the second.
    expect(
      calculatePenalty(perWeek, march('2026-04-07', { dueOn: '2026-03-27', createdOn: '2026-03-01' })).amount,
    ).toBe('2000'));

  it('stops at the cap', () =>
    expect(calculatePenalty({ ...perWeek, capUnits: 2 }, march('2026-05-29'))).toMatchObject({
      amount: '2000',
      uncappedAmount: '6000',
    }));
});
