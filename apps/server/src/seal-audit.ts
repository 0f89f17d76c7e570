import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import { AuditChain, exportHeads, headsFolder, INSTALLATION, SecurityLog, systemActor, UnitOfWork, type Actor, type ChainHead, type ChainReport, type Config } from '@tallgrunn/platform';

const MINUTE_MS = 60_000;

/** Whoever the chains are worked for: the product itself in each cooperative, and in the installation. */
async function chainActors(app: INestApplicationContext): Promise<Actor[]> {
  const cooperatives = await app.get(FindActor, { strict: false }).system('job');
  return [...cooperatives.map(({ actor }) => actor), systemActor(INSTALLATION)];
}

/** Seals what is not sealed yet in every chain; returns how many entries were. `all` looks beyond the last two days too. */
export async function sealAudit(app: INestApplicationContext, all = false): Promise<number> {
  let sealed = 0;
  for (const actor of await chainActors(app)) {
    for (let more = -1; more !== 0; ) {
      more = await app.get(UnitOfWork).run({ ...actor }, () => app.get(AuditChain).seal(all));
      sealed += more;
    }
  }
  return sealed;
}

/** Exports the head of every chain to the file of the day; returns the file and the heads. */
export async function exportAuditHeads(app: INestApplicationContext, config: Config): Promise<{ file: string; heads: ChainHead[] }> {
  const heads: ChainHead[] = [];
  for (const actor of await chainActors(app)) {
    const head = await app.get(UnitOfWork).run({ ...actor }, () => app.get(AuditChain).head());
    if (head) heads.push(head);
  }
  return { file: await exportHeads(headsFolder(config), heads), heads };
}

/** Verifies every chain against the heads; what does not hold is a security event too. */
export async function verifyAudit(app: INestApplicationContext, heads: readonly ChainHead[]): Promise<ChainReport[]> {
  const reports: ChainReport[] = [];
  for (const actor of await chainActors(app)) {
    const report = await app.get(UnitOfWork).run({ ...actor }, () => app.get(AuditChain).verify(heads));
    const [first] = report.breaks;
    if (first) await app.get(SecurityLog).record({ event: 'audit-log-altered', cooperativeId: actor.cooperativeId, details: { fault: first.fault, sequence: first.sequence, entryId: first.entryId } });
    reports.push(report);
  }
  return reports;
}

/** Seals now and once a minute, and exports the heads now and once a day. */
export function keepSealed(app: INestApplicationContext, config: Config, failed: (error: unknown) => void): void {
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
    void work(all).then(undefined, failed).finally(() => (isBusy = false));
  };
  setInterval(() => tick(false), MINUTE_MS).unref();
  tick(true);
}
