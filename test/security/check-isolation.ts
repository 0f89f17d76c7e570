import { roleHasPermission, type RouteAccess } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Response } from 'supertest';
import { claimCases } from './cases-claims.ts';
import { figureCases } from './cases-figures.ts';
import { followUpCases } from './cases-follow-up.ts';
import { notificationCases } from './cases-notifications.ts';
import { matchingCases } from './cases-matching.ts';
import { goodsCases } from './cases-products.ts';
import { machineCases } from './cases-machines.ts';
import { partyCases } from './cases-parties.ts';
import { partyTreeCases } from './cases-party-trees.ts';
import { priceCases } from './cases-prices.ts';
import { registerCases } from './cases-register.ts';
import { termsCases } from './cases-terms.ts';
import { reportCases } from './cases-reports.ts';
import { spendCases } from './cases-spend.ts';
import { statementCases } from './cases-statements.ts';
import { targetCases } from './cases-targets.ts';
import { ForeignIds } from './foreign-ids.ts';
import type { RouteCase } from './route-case.ts';
import { people, type Member, type Who, type World } from './world.ts';

/** All cases: how each route is called, room by room. */
export const cases: readonly RouteCase[] = [
  // reminders concern missing reports, so these come before nil returns
  ...notificationCases,
  ...partyCases,
  ...partyTreeCases,
  ...registerCases,
  ...priceCases,
  ...termsCases,
  ...goodsCases,
  ...reportCases,
  ...claimCases,
  ...machineCases,
  ...spendCases,
  ...statementCases,
  ...figureCases,
  ...followUpCases,
  ...matchingCases,
  ...targetCases,
];

export interface IsolationContext {
  readonly stand: TestApp;
  readonly ours: World;
  readonly theirs: World;
  readonly access: ReadonlyMap<string, RouteAccess>;
}

/** Violations of isolation found for one route; empty if there are none. */
export interface IsolationResult {
  readonly breaches: string[];
  readonly calls: number;
}

/** Returns the people whose role may call a route, regardless of ownership. */
export function peopleAdmitted({ route }: RouteCase, { access, ours }: IsolationContext): Who[] {
  const asked = access.get(route);
  return people.filter(
    (who) =>
      asked?.kind === 'signed-in' ||
      (asked?.kind === 'permission' && roleHasPermission(ours.members[who].role, asked.name)),
  );
}

const textOf = ({ text, body }: Response): string =>
  text ?? (Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body));

function neighbourOf({ members }: World, { side, organisationId }: Member): string | undefined {
  const organisations =
    side === 'supplier'
      ? [members.clerk, members.otherSupplier]
      : side === 'buyer'
        ? [members.buyer, members.otherBuyer]
        : [];
  return organisations.map((member) => member.organisationId).find((id) => id !== organisationId);
}

/**
 * Calls the route as its owner. The response must be a success with exactly the owner's rows and no id of anyone else.
 */
async function checkOwner(
  each: RouteCase,
  ground: IsolationContext,
  ids: ForeignIds,
  world: World,
  who: Who,
): Promise<string[]> {
  const member = world.members[who];
  const response = await each.call(member.caller, world);
  const say = (said: string) => `${each.route}: ${said}, for ${who}`;
  if (response.status < 200 || response.status > 299)
    return [say(`${response.status} ${response.body?.code ?? ''} where it is their own`)];
  const text = textOf(response);
  const other = world === ground.ours ? ground.theirs : ground.ours;
  const neighbour = neighbourOf(world, member);
  const breaches = [
    ...ids.ofTenant(text, world, other).map((id) => say(`shows ${id} of another cooperative`)),
    ...(neighbour ? ids.ofNeighbour(text, member, neighbour).map((id) => say(`shows ${id} of their neighbour`)) : []),
  ];
  if (!each.rows || !each.truth) return breaches;
  const seen = each.rows(response).sort();
  const expected = (await ground.stand.asOwner<{ row: string }>(each.truth(world, member)))
    .map(({ row }) => row)
    .sort();
  return JSON.stringify(seen) === JSON.stringify(expected)
    ? breaches
    : [...breaches, say(`shows the rows ${seen.join(', ') || 'none'} and not ${expected.join(', ') || 'none'}`)];
}

/** Calls a route with the same ids first as everyone without access, then as everyone with access. */
export async function checkIsolation(
  each: RouteCase,
  ground: IsolationContext,
  ids: ForeignIds,
): Promise<IsolationResult> {
  const { ours, theirs } = ground;
  const allowed = peopleAdmitted(each, ground);
  const strangers = (each.strangers ?? []).filter((who) => allowed.includes(who));
  const breaches: string[] = [];
  let calls = 0;
  const expectRefusal = async (member: Member, who: string, status: number) => {
    const response = await each.call(member.caller, ours);
    calls += 1;
    if (response.status !== status) breaches.push(`${each.route}: ${response.status} instead of ${status} for ${who}`);
  };
  if (each.names) {
    for (const who of allowed.filter((who) => !each.namedBy || each.namedBy.includes(ours.members[who].side)))
      await expectRefusal(theirs.members[who], `a foreign ${who}`, each.foreign?.status ?? 404);
    for (const who of strangers) await expectRefusal(ours.members[who], who, 404);
  }
  const owners = each.owner ? [each.owner] : allowed.filter((who) => !strangers.includes(who));
  const worlds = each.names || each.owner ? [ours] : [ours, theirs];
  for (const world of worlds) {
    for (const who of owners) {
      breaches.push(...(await checkOwner(each, ground, ids, world, who)));
      calls += 1;
    }
  }
  return { breaches, calls };
}

/** Checks all read routes that begin with the prefix. */
export async function checkReads(ground: IsolationContext, below: string): Promise<string[]> {
  const ids = await ForeignIds.read(ground.stand);
  const breaches: string[] = [];
  for (const each of cases.filter(({ owner, route }) => !owner && route.startsWith(below)))
    breaches.push(...(await checkIsolation(each, ground, ids)).breaches);
  return breaches;
}
