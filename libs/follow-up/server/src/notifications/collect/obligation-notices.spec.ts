import { addDays, workingDaysAfter } from '@tallgrunn/values';
import { lateStages, obligationNotices, type OpenObligation } from './obligation-notices.ts';
import { stageOfDays, stageOfShare } from './stage-of-days.ts';

const march: OpenObligation = {
  periodEnd: '2026-04-01',
  dueOn: '2026-04-20',
  openedOn: '2026-04-01',
  sanctionStartsAfter: null,
  checked: null,
  returned: null,
};
const stagesOn = (today: string, change: Partial<OpenObligation> = {}) =>
  obligationNotices({ ...march, ...change }, today).map(({ kind, stage }) => `${kind} ${stage}`);
const daysFrom = (from: string, count: number) => Array.from({ length: count }, (_, day) => addDays(from, day));

describe('obligationNotices', () => {
  it('are sent on the specified days, once each, even if the service did not run on a day', () => {
    const first = new Map<string, string>();
    for (const day of daysFrom('2026-03-20', 90))
      for (const each of stagesOn(day)) if (!first.has(each)) first.set(each, day);
    expect([...first]).toEqual([
      ['obligation-opened 2026-04-20', '2026-04-01'],
      ['obligation-due due-7/2026-04-20', '2026-04-13'],
      ['obligation-due due-2/2026-04-20', '2026-04-18'],
      ['obligation-due due-today/2026-04-20', '2026-04-20'],
      ['obligation-late late-1/2026-04-20', '2026-04-21'],
      ['supplier-late late-1/2026-04-20', '2026-04-21'],
      ['obligation-late late-5/2026-04-20', '2026-04-27'],
      ['supplier-late late-5/2026-04-20', '2026-04-27'],
      ['obligation-late late-10/2026-04-20', '2026-05-05'],
      ['supplier-late late-10/2026-04-20', '2026-05-05'],
    ]);
  });

  it('count working days and stop some days after the last stage', () => {
    expect(workingDaysAfter('2026-04-20', '2026-05-05')).toBe(10);
    expect(stagesOn('2026-06-01')).toEqual([]);
  });

  it('start with the sanction when the terms state its first day', () => {
    expect(lateStages(null)).toEqual([1, 5, 10]);
    expect(lateStages(2)).toEqual([1, 3, 10]);
    expect(lateStages(0)).toEqual([1, 5, 10]);
    expect(stagesOn('2026-04-23', { sanctionStartsAfter: 2 })[0]).toBe('obligation-late late-3/2026-04-20');
  });

  it('never include lateness of an obligation created after its due date', () => {
    for (const day of daysFrom('2026-04-21', 40)) expect(stagesOn(day, { openedOn: '2026-04-21' })).toEqual([]);
  });

  it('restart when the due date moves', () => {
    expect(stagesOn('2026-04-20', { dueOn: '2026-04-27' })).toEqual(['obligation-due due-7/2026-04-27']);
  });

  it('include a file checked before today, once per file', () => {
    const checked = { versionId: 'v1', on: '2026-04-08' };
    expect(stagesOn('2026-04-08', { checked })).toEqual([]);
    expect(stagesOn('2026-04-09', { checked })).toEqual(['check-not-submitted v1']);
  });

  it('omit lateness while a report is returned, and remind once after five working days', () => {
    const returned = { versionId: 'v1', on: '2026-04-21' };
    const said = daysFrom('2026-04-21', 40).flatMap((day) => stagesOn(day, { returned }));
    expect(new Set(said)).toEqual(new Set(['report-returned reminder/v1']));
    expect(stagesOn('2026-04-27', { returned })).toEqual([]);
    expect(stagesOn('2026-04-28', { returned })).toHaveLength(1);
  });
});

describe('stageOfDays and stageOfShare', () => {
  it('return the nearest reached threshold of days', () => {
    expect([100, 90, 31, 30, 8, 7, 0, -1].map((days) => stageOfDays(days, [90, 30, 7]))).toEqual([
      null,
      90,
      90,
      30,
      30,
      7,
      7,
      null,
    ]);
  });

  it('return the highest reached threshold of a share', () => {
    expect([0.69, 0.7, 0.849, 0.85, 0.999, 1, 1.4].map((share) => stageOfShare(share, [0.7, 0.85, 1]))).toEqual([
      null,
      0.7,
      0.7,
      0.85,
      0.85,
      1,
      1,
    ]);
  });
});
