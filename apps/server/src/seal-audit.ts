import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import {
  AuditChain,
  Database,
  exportHeads,
  headsFolder,
  INSTALLATION,
  SecurityLog,
  systemActor,
  UnitOfWork,
  type Actor,
  type ChainHead,
  type ChainReport,
  type Config,
} from '@tallgrunn/platform';

const MINUTE_MS = 60_000;

/** Returns the system actors of all audit chains: the installation and each cooperative. */
const chainActors = async (app: INestApplicationContext, via: 'job' | 'cli' = 'job'): Promise<Actor[]> =>
  (await app.get(FindActor, { strict: false }).all(via)).map(({ actor }) => actor);

/** Seals unsealed entries of all chains and returns their number. `all` also covers entries older than two days. */
export async function sealAudit(app: INestApplicationContext, all = false): Promise<number> {
  let sealed = 0;
  for (const actor of await chainActors(app)) {
    for (let more = -1; more !== 0;) {
      more = await app.get(UnitOfWork).run({ ...actor }, () => app.get(AuditChain).seal(all));
      sealed += more;
    }
  }
  return sealed;
}

/** Exports the head of each chain to the file of the day. Returns the file and the heads. */
export async function exportAuditHeads(
  app: INestApplicationContext,
  config: Config,
): Promise<{ file: string; heads: ChainHead[] }> {
  const heads: ChainHead[] = [];
  for (const actor of await chainActors(app)) {
    const head = await app.get(UnitOfWork).run({ ...actor }, () => app.get(AuditChain).head());
    if (head) heads.push(head);
  }
  return { file: await exportHeads(headsFolder(config), heads), heads };
}

/** Verifies each chain against the heads. A break is also recorded as a security event. */
export async function verifyAudit(app: INestApplicationContext, heads: readonly ChainHead[]): Promise<ChainReport[]> {
  const reports: ChainReport[] = [];
  for (const actor of await chainActors(app, 'cli')) {
    const report = await app.get(UnitOfWork).run({ ...actor }, () => app.get(AuditChain).verify(heads));
    const [first] = report.breaks;
    if (first)
      await app.get(SecurityLog).record({
        event: 'audit-log-altered',
        cooperativeId: actor.cooperativeId,
        details: { fault: first.fault, sequence: first.sequence, entryId: first.entryId },
      });
    reports.push(report);
  }
  return [...reports, ...(await reportMissing(app, heads, new Set(reports.map(({ cooperativeId }) => cooperativeId))))];
}

/** Reports heads of cooperatives that no longer exist and were not deleted by the command for it. */
async function reportMissing(
  app: INestApplicationContext,
  heads: readonly ChainHead[],
  existing: ReadonlySet<string>,
): Promise<ChainReport[]> {
  const newest = new Map(
    heads.filter(({ cooperativeId }) => !existing.has(cooperativeId)).map((head) => [head.cooperativeId, head]),
  );
  if (newest.size === 0) return [];
  const deleted = await app
    .get(UnitOfWork)
    .run(systemActor(INSTALLATION), () =>
      app
        .get(Database)
        .query<{ id: string }>(
          `select details ->> 'deletedCooperativeId' as id from platform.security_event where event = 'cooperative-deleted' and cooperative_id = platform.cooperative()`,
        ),
    );
  for (const { id } of deleted) newest.delete(id);
  return [...newest.values()].map(({ cooperativeId, sequence }) => ({
    cooperativeId,
    links: 0,
    erased: 0,
    breaks: [{ fault: 'head-missing', sequence, entryKind: null, entryId: null }],
  }));
}

/** Seals now and once a minute, and exports the heads now and once a day. */
export function scheduleAuditSealing(
  app: INestApplicationContext,
  config: Config,
  failed: (error: unknown) => void,
): void {
  let day = '';
  let isBusy = false;
  const work = async (all: boolean) => {
    await sealAudit(app, all);
    const today = new Date().toISOString().slice(0, 10);
    if (today !== day) await exportAuditHeads(app, config);
    day = today;
  };
  const tick = (all: boolean) => {
    if (isBusy) return;
    isBusy = true;
    void work(all)
      .then(undefined, failed)
      .finally(() => (isBusy = false));
  };
  setInterval(() => tick(false), MINUTE_MS).unref();
  tick(true);
}
