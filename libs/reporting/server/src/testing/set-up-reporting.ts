import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from '@tallgrunn/spend-server';
import { reporting } from '../room.ts';

export interface ReportingStand {
  readonly stand: TestApp;
  readonly parties: Parties;
  readonly made: TestAgreement;
}

/** The rooms that report checks need. */
export const reportingRooms = [identity, agreements, declarations, spend, reporting];

/**
 * Sets up a database with the rooms that report checks need, with parties and an agreement whose obligations are due.
 */
export async function setUpReporting(options: Parameters<typeof setUpTestApp>[1] = {}): Promise<ReportingStand> {
  const stand = await setUpTestApp(reportingRooms, options);
  const parties = await setUpParties(stand);
  return { stand, parties, made: await setUpAgreement(stand, parties) };
}
