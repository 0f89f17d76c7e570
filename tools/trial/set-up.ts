import 'reflect-metadata';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { createHeadlessApp } from '@tallgrunn/app-server';
import { setUpParties, TEST_PASSWORD } from '@tallgrunn/identity-server/testing';
import { Clock, readConfig } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { TrialParties } from './cast.mts';
import { setUpCrowd } from './crowd.ts';
import { setUpLargeAgreement } from './large-agreement.ts';

// Sets up a cooperative with a manager, buyers, suppliers and one agreement in the configured database, and prints the
// parties as JSON. With the argument `large`, also a second agreement of the maximum realistic size. With `crowd=N`,
// also one with N suppliers, each with an API key.
const app = await createHeadlessApp(readConfig(), { works: false });
const stand = { get: (type) => app.get(type, { strict: false }), clock: app.get(Clock) } as TestApp;
const parties = await setUpParties(stand);
const { obligations } = await setUpAgreement(stand, parties);
const largeObligations = process.argv.includes('large') ? await setUpLargeAgreement(stand, parties) : {};
const crowd = await setUpCrowd(stand, parties, Number(/crowd=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 0));
const [buyer, otherBuyer] = parties.buyers;
const [supplier] = parties.suppliers;
const person = (party: typeof buyer) => ({ email: party?.email ?? '', organisationId: party?.organisationId ?? '' });
const cast: TrialParties = {
  password: TEST_PASSWORD,
  cooperativeId: parties.cooperativeId,
  manager: person(parties.manager),
  buyer: person(buyer),
  otherBuyer: person(otherBuyer),
  supplier: person(supplier),
  obligations,
  largeObligations,
  crowd,
};
process.stdout.write(`${JSON.stringify(cast)}\n`);
await app.close();
