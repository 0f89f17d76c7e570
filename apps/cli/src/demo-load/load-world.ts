import type { INestApplicationContext } from '@nestjs/common';
import { OpenDuties } from '@tallgrunn/agreements-server';
import { CalculateEmissions, DecideRuling, ProposeRuling } from '@tallgrunn/emissions-server';
import { MatchLines } from '@tallgrunn/matching-server';
import { Clock, Database, Instance, UnitOfWork } from '@tallgrunn/platform';
import { endOfOsloDay, osloDate, Period, startOfOsloDay } from '@tallgrunn/values';
import { findWorld } from './find-world.ts';
import { doWaiting, type DoWaiting } from './do-waiting.ts';
import { loadReport } from './load-reports.ts';
import { loadBatch, loadLedger, loadDeclaration } from './load-spend.ts';
import { askAdjustment, decideAdjustment, loadIndexes, loadPriceList } from './load-prices.ts';
import { setUpAgreements } from './set-up-agreements.ts';
import { setUpTrees } from './set-up-trees.ts';
import { actorOfRole, branchesOf, setUpParties, type StandingWorld } from './set-up-world.ts';
import { readWorld, type World, type WorldReport } from './world-files.ts';

/** An event in the demo data with its own time. */
interface Happening {
  readonly at: Date;
  readonly what: 'reports' | 'spend' | 'footprints' | 'prices';
  readonly load: () => Promise<void>;
}

/** Number of events between two lines of progress. */
const LOG_EACH = 50;

/** Days after a quarter until its ledger is closed and delivered. */
const BOOKS_CLOSE_DAYS = 15;

/**
 * Loads the demo data's files through the regular use cases, each at its own time, and leaves the clock at the data's
 * `asOf`. An interrupted load is resumed: existing data is recognised and left unchanged.
 */
export async function loadWorld(
  app: INestApplicationContext,
  folder: string,
  log: (message: string) => void,
): Promise<{ reports: number; batches: number; footprints: number }> {
  const { world, reports } = await readWorld(folder);
  const clock = app.get(Clock, { strict: false });
  const instance = app.get(Instance, { strict: false });
  const work = doWaiting(app);
  const asOf = new Date(world.asOf);
  await instance.tellLoading({ done: 0, total: 1, text: 'agreements' }); // first, so that an interrupted load is recognisable
  await instance.becomeDemo(asOf);
  const begin = new Date(`${world.agreements.map(({ validFrom }) => validFrom).toSorted()[0]}T09:00:00Z`);
  clock.runFrom(begin);
  const there = await findWorld(app, world);
  const parties = there ?? (await setUpParties(app, world));
  const standing: StandingWorld = {
    ...parties,
    asOf,
    branches: branchesOf(world),
    agreements: await setUpAgreements(app, folder, world, parties, there?.agreements),
  };
  await setUpTrees(app, world, standing);
  await loadIndexes(app, folder, world, standing);
  if (!there) await openCategories(app, standing);
  await openDuties(app, standing, begin);
  await work.until((name) => !name.includes('MatchAfter') && !name.includes('Emissions'));
  const begun = performance.now();
  const happenings = happeningsOf(app, folder, world, reports, standing, work);
  for (const [index, { at, what, load }] of happenings.entries()) {
    clock.runFrom(at);
    await load();
    if (index % 4 === 0) await instance.tellLoading({ done: index + 1, total: happenings.length, text: what });
    if ((index + 1) % LOG_EACH === 0)
      log(
        `${index + 1} of ${happenings.length}: ${at.toISOString().slice(0, 10)}, ${Math.round((performance.now() - begun) / 1000)} s`,
      );
  }
  clock.runFrom(asOf);
  log('Matching and reckoning …');
  await instance.tellLoading({ done: happenings.length, total: happenings.length, text: 'matching' });
  // Each single report gave the planner little statistics, but together they fill whole tables that the first opened
  // page reads.
  const tellPlanner = () =>
    app
      .get(UnitOfWork, { strict: false })
      .run(standing.system, () => app.get(Database, { strict: false }).query('analyze'));
  await tellPlanner();
  if (there) await runLost(app, standing);
  await work.until((name) => name.includes('MatchAfter')); // matching first, so that emissions are calculated once
  await work.until();
  await tellPlanner();
  await instance.tellLoading(null);
  return {
    reports: reports.filter(({ submittedAt }) => submittedAt !== null).length,
    batches: world.ledgers.length + world.eInvoices.length,
    footprints: world.declarations.length,
  };
}

/**
 * Creates the obligations month by month up to the last moment of the demo data: each during its period, as the nightly
 * job would.
 */
async function openDuties(app: INestApplicationContext, { system, asOf }: StandingWorld, begin: Date): Promise<void> {
  const [clock, units] = [app.get(Clock, { strict: false }), app.get(UnitOfWork, { strict: false })];
  const months: Date[] = [];
  for (let month = Period.containing('month', osloDate(begin)); ; month = Period.shift(month, 1)) {
    const at = startOfOsloDay(month.end);
    if (at >= asOf) break;
    months.push(at);
  }
  for (const at of [begin, ...months, asOf]) {
    clock.runFrom(at);
    await units.run(system, () => app.get(OpenDuties, { strict: false }).run());
  }
}

/**
 * Lets suppliers' own declarations count in the official figures of the demo's categories: the contract manager
 * proposes, the administrator approves.
 */
async function openCategories(app: INestApplicationContext, standing: StandingWorld): Promise<void> {
  const methods = [
    'declared-verified',
    'declared-unverified',
    'physical-average',
    'spend-category',
    'spend-account',
  ] as const;
  const [proposer, approver] = [actorOfRole(standing, 'contract-manager'), actorOfRole(standing, 'administrator')];
  const as = <T>(actor: typeof proposer, work: () => Promise<T>) =>
    app.get(UnitOfWork, { strict: false }).run(actor, work);
  for (const category of ['furniture', 'ict']) {
    const ruling = {
      category,
      fromOn: '2025-01-01',
      methods,
      reason: 'Avtalene krever klimafotavtrykk for varene, og tallene er gjennomgått.',
    };
    const { id } = await as(proposer, () =>
      app.get(ProposeRuling, { strict: false }).run(ruling, approver.personId ?? ''),
    );
    await as(approver, () => app.get(DecideRuling, { strict: false }).run(id, 'approved', null));
  }
}

/** Runs matching and calculation again, because the pending runs of an interrupted load were lost with it. */
async function runLost(app: INestApplicationContext, { system }: StandingWorld): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  await units.run(system, () => app.get(MatchLines, { strict: false }).run());
  await units.run(system, () => app.get(CalculateEmissions, { strict: false }).run('demo'));
}

function happeningsOf(
  app: INestApplicationContext,
  folder: string,
  world: World,
  reports: readonly WorldReport[],
  standing: StandingWorld,
  work: DoWaiting,
): Happening[] {
  const closed = (quarter: string) =>
    new Date(endOfOsloDay(Period.parse(quarter).end).getTime() + BOOKS_CLOSE_DAYS * 86_400_000);
  const happenings: Happening[] = [
    ...reports.flatMap((report) =>
      report.submittedAt === null
        ? []
        : [
            {
              at: new Date(report.submittedAt),
              what: 'reports' as const,
              load: () => loadReport(app, folder, report, standing, work),
            },
          ],
    ),
    ...world.ledgers.map((file) => ({
      at: closed(file.quarter),
      what: 'spend' as const,
      load: () => loadLedger(app, folder, world, file, standing, work),
    })),
    ...world.eInvoices.map((file) => ({
      at: closed(file.quarter),
      what: 'spend' as const,
      load: () => loadBatch(app, folder, file, 'invoices', standing, work),
    })),
    ...world.declarations.map((file) => ({
      at: new Date(file.submittedAt),
      what: 'footprints' as const,
      load: () => loadDeclaration(app, folder, file, standing),
    })),
  ];
  happenings.push(...priceHappenings(app, folder, world, standing));
  const asOf = new Date(world.asOf);
  return happenings.filter(({ at }) => at <= asOf).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Returns the price events: price lists on their first valid day, adjustments on the days of request and decision. */
function priceHappenings(
  app: INestApplicationContext,
  folder: string,
  world: World,
  standing: StandingWorld,
): Happening[] {
  const morning = (day: string) => new Date(`${day}T07:00:00Z`);
  return world.agreements.flatMap((agreement) => [
    ...(agreement.priceLists ?? []).map((list): Happening => ({
      at: morning(list.fromOn),
      what: 'prices',
      load: () => loadPriceList(app, folder, agreement, list, standing),
    })),
    ...(agreement.adjustments ?? []).flatMap((one): Happening[] => [
      { at: morning(one.requestedOn), what: 'prices', load: () => askAdjustment(app, agreement, one, standing) },
      { at: morning(one.decidedOn), what: 'prices', load: () => decideAdjustment(app, agreement, one, standing) },
    ]),
  ]);
}
