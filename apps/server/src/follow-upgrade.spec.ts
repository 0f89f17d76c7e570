import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { calculate, matchAndCalculate, postLedger } from '@tallgrunn/emissions-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { queueUpgradeJobs } from './follow-upgrade.ts';
import { startAllRooms } from './testing.ts';

let stand: TestApp;
let parties: Parties;
beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

const announced = async () =>
  (
    await stand.asOwner<{ name: string }>(
      `select name from platform.domain_event where name like '%.engine-replaced' order by name`,
    )
  ).map(({ name }) => name);

describe('after an upgrade', () => {
  it('recalculates nothing without results, or when this release calculated them', async () => {
    expect(await queueUpgradeJobs(stand.app)).toBe(0);
    await postLedger(stand, parties, [{ account: '115', amount: '1000.00', on: '2026-03-04' }]);
    await matchAndCalculate(stand, parties);
    expect(await queueUpgradeJobs(stand.app)).toBe(0);
    expect(await announced()).toEqual([]);
  });

  it('recalculates results of another release, whichever of the two engines changed', async () => {
    await stand.asOwner(`update emissions.run set engine = 'emissions/0'`);
    expect(await queueUpgradeJobs(stand.app)).toBe(1);
    expect(await announced()).toEqual(['emissions.engine-replaced']);
    await stand.asOwner(`update matching.run set engine = 'matching/0'`);
    expect(await queueUpgradeJobs(stand.app)).toBe(1);
    expect(await announced()).toContain('matching.engine-replaced');
    const heard = (
      await stand.asOwner<{ job_name: string }>(
        `select job_name from platform.event_subscription where fact_name like '%.engine-replaced' order by 1`,
      )
    ).map(({ job_name }) => job_name);
    expect(heard.length).toBe(2);
    await matchAndCalculate(stand, parties);
    await calculate(stand, parties);
    expect(await queueUpgradeJobs(stand.app)).toBe(0);
  });
});
