import type { INestApplicationContext } from '@nestjs/common';
import { CreateObligations } from '@tallgrunn/agreements-server';
import { CalculateEmissions, DecideMethodPolicy, ProposeMethodPolicy } from '@tallgrunn/emissions-server';
import { MatchLines } from '@tallgrunn/matching-server';
import { Clock, Database, Instance, UnitOfWork } from '@tallgrunn/platform';
import { endOfOsloDay, osloDate, Period, startOfOsloDay } from '@tallgrunn/values';
import { findWorld } from './find-world.ts';
import { runPendingJobs, type RunPendingJobs } from './run-pending-jobs.ts';
import { loadReport } from './load-reports.ts';
import { loadBatch, loadLedger, loadDeclaration } from './load-spend.ts';
import { requestAdjustment, decideAdjustment, loadIndexes, loadPriceList } from './load-prices.ts';
import { setUpAgreements } from './set-up-agreements.ts';
import { setUpRelations } from './set-up-trees.ts';
import { actorOfRole, branchesOf, setUpParties, type LoadedWorld } from './set-up-world.ts';
import { readWorld, type World, type WorldReport } from './world-files.ts';

/** An event in the demo data with its own time. */
interface DemoEvent {
  readonly at: Date;
  readonly what: 'reports' | 'spend' | 'footprints' | 'prices';
  readonly load: () => Promise<void>;
}

/** Number of events between two lines of progress. */
const LOG_EACH = 50;

/** Days after a quarter until its ledger is closed and delivered. */
const LEDGER_CLOSE_DAYS = 15;

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
  const work = runPendingJobs(app);
  const asOf = new Date(world.asOf);
  await instance.reportLoadProgress({ done: 0, total: 1, text: 'agreements' }); // first, so that an interrupted load is recognisable
  await instance.becomeDemo(asOf);
  const begin = new Date(`${world.agreements.map(({ validFrom }) => validFrom).toSorted()[0]}T09:00:00Z`);
  clock.runFrom(begin);
  const there = await findWorld(app, world);
  const parties = there ?? (await setUpParties(app, world));
  const loaded: LoadedWorld = {
    ...parties,
    asOf,
    branches: branchesOf(world),
    agreements: await setUpAgreements(app, folder, world, parties, there?.agreements),
  };
  await setUpRelations(app, world, loaded);
  await loadIndexes(app, folder, world, loaded);
  if (!there) await enableDeclaredMethods(app, loaded);
  await createObligations(app, loaded, begin);
  await work.until((name) => !name.includes('MatchAfter') && !name.includes('Emissions'));
  const begun = performance.now();
  const events = demoEvents(app, folder, world, reports, loaded, work);
  for (const [index, { at, what, load }] of events.entries()) {
    clock.runFrom(at);
    await load();
    if (index % 4 === 0) await instance.reportLoadProgress({ done: index + 1, total: events.length, text: what });
    if ((index + 1) % LOG_EACH === 0)
      log(
        `${index + 1} of ${events.length}: ${at.toISOString().slice(0, 10)}, ${Math.round((performance.now() - begun) / 1000)} s`,
      );
  }
  clock.runFrom(asOf);
  log('Matching and reckoning …');
  await instance.reportLoadProgress({ done: events.length, total: events.length, text: 'matching' });
  // Each single report gave the planner little statistics, but together they fill whole tables that the first opened
  // page reads.
  const updateStatistics = () =>
    app
      .get(UnitOfWork, { strict: false })
      .run(loaded.system, () => app.get(Database, { strict: false }).query('analyze'));
  await updateStatistics();
  if (there) await rerunInterruptedRuns(app, loaded);
  await work.until((name) => name.includes('MatchAfter')); // matching first, so that emissions are calculated once
  await work.until();
  await updateStatistics();
  await instance.reportLoadProgress(null);
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
async function createObligations(
  app: INestApplicationContext,
  { system, asOf }: LoadedWorld,
  begin: Date,
): Promise<void> {
  const [clock, units] = [app.get(Clock, { strict: false }), app.get(UnitOfWork, { strict: false })];
  const months: Date[] = [];
  for (let month = Period.containing('month', osloDate(begin)); ; month = Period.shift(month, 1)) {
    const at = startOfOsloDay(month.end);
    if (at >= asOf) break;
    months.push(at);
  }
  for (const at of [begin, ...months, asOf]) {
    clock.runFrom(at);
    await units.run(system, () => app.get(CreateObligations, { strict: false }).run());
  }
}

/**
 * Lets suppliers' own declarations count in the official figures of the demo's categories: the contract manager
 * proposes, the administrator approves.
 */
async function enableDeclaredMethods(app: INestApplicationContext, loaded: LoadedWorld): Promise<void> {
  const methods = [
    'declared-verified',
    'declared-unverified',
    'physical-average',
    'spend-category',
    'spend-account',
  ] as const;
  const [proposer, approver] = [actorOfRole(loaded, 'contract-manager'), actorOfRole(loaded, 'administrator')];
  const as = <T>(actor: typeof proposer, work: () => Promise<T>) =>
    app.get(UnitOfWork, { strict: false }).run(actor, work);
  for (const category of ['furniture', 'ict']) {
    const methodPolicy = {
      category,
      fromOn: '2025-01-01',
      methods,
      reason: 'Avtalene krever klimafotavtrykk for varene, og tallene er gjennomgått.',
    };
    const { id } = await as(proposer, () =>
      app.get(ProposeMethodPolicy, { strict: false }).run(methodPolicy, approver.personId ?? ''),
    );
    await as(approver, () => app.get(DecideMethodPolicy, { strict: false }).run(id, 'approved', null));
  }
}

/** Runs matching and calculation again, because the pending runs of an interrupted load were lost with it. */
async function rerunInterruptedRuns(app: INestApplicationContext, { system }: LoadedWorld): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  await units.run(system, () => app.get(MatchLines, { strict: false }).run());
  await units.run(system, () => app.get(CalculateEmissions, { strict: false }).run('demo'));
}

function demoEvents(
  app: INestApplicationContext,
  folder: string,
  world: World,
  reports: readonly WorldReport[],
  loaded: LoadedWorld,
  work: RunPendingJobs,
): DemoEvent[] {
  const closed = (quarter: string) =>
    new Date(endOfOsloDay(Period.parse(quarter).end).getTime() + LEDGER_CLOSE_DAYS * 86_400_000);
  const events: DemoEvent[] = [
    ...reports.flatMap((report) =>
      report.submittedAt === null
        ? []
        : [
            {
              at: new Date(report.submittedAt),
              what: 'reports' as const,
              load: () => loadReport(app, folder, report, loaded, work),
            },
          ],
    ),
    ...world.ledgers.map((file) => ({
      at: closed(file.quarter),
      what: 'spend' as const,
      load: () => loadLedger(app, folder, world, file, loaded, work),
    })),
    ...world.eInvoices.map((file) => ({
      at: closed(file.quarter),
      what: 'spend' as const,
      load: () => loadBatch(app, folder, file, 'invoices', loaded, work),
    })),
    ...world.declarations.map((file) => ({
      at: new Date(file.submittedAt),
      what: 'footprints' as const,
      load: () => loadDeclaration(app, folder, file, loaded),
    })),
  ];
  events.push(...priceEvents(app, folder, world, loaded));
  const asOf = new Date(world.asOf);
  return events.filter(({ at }) => at <= asOf).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Returns the price events: price lists on their first valid day, adjustments on the days of request and decision. */
function priceEvents(app: INestApplicationContext, folder: string, world: World, loaded: LoadedWorld): DemoEvent[] {
  const morning = (day: string) => new Date(`${day}T07:00:00Z`);
  return world.agreements.flatMap((agreement) => [
    ...(agreement.priceLists ?? []).map((list): DemoEvent => ({
      at: morning(list.fromOn),
      what: 'prices',
      load: () => loadPriceList(app, folder, agreement, list, loaded),
    })),
    ...(agreement.adjustments ?? []).flatMap((one): DemoEvent[] => [
      { at: morning(one.requestedOn), what: 'prices', load: () => requestAdjustment(app, agreement, one, loaded) },
      { at: morning(one.decidedOn), what: 'prices', load: () => decideAdjustment(app, agreement, one, loaded) },
    ]),
  ]);
}
