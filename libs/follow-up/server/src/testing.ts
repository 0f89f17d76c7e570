import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { factorBook } from '@tallgrunn/factor-book-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { standUp, type Stand } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { spend } from '@tallgrunn/spend-server';
import { followUp } from './room.ts';

export interface FollowUpStand {
  readonly stand: Stand;
  readonly parties: Parties;
  readonly made: TestAgreement;
}

/** The rooms that follow-up reads, on a database of their own, with parties and an agreement whose reports are due. */
export async function standFollowUp(): Promise<FollowUpStand> {
  const stand = await standUp([identity, agreements, catalogue, factorBook, declarations, spend, reporting, followUp]);
  // People could sign in long before anything was due.
  stand.clock.runFrom(new Date('2026-01-02T10:00:00Z'));
  const parties = await setUpParties(stand);
  return { stand, parties, made: await setUpAgreement(stand, parties) };
}
