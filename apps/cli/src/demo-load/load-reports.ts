import type { INestApplicationContext } from '@nestjs/common';
import {
  AcceptVersion,
  ReceiveVersion,
  SubmitNilReturn,
  ReturnVersion,
  ShowVersion,
  CHECK_VERSION,
  SubmitVersion,
} from '@tallgrunn/reporting-server';
import { Database, FileStore, Problem, UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { RunPendingJobs } from './run-pending-jobs.ts';
import type { LoadedWorld } from './set-up-world.ts';
import { spoolFile } from '../spool-file.ts';
import { inWorld, type WorldReport } from './world-files.ts';

/** The suppliers' response to questions of the check. */
const ANSWER = 'Kontrollert mot ordre og faktura.';

/** Submits one report of the demo data as its supplier, and then decides it as the contract manager. */
export async function loadReport(
  app: INestApplicationContext,
  folder: string,
  report: WorldReport,
  loaded: LoadedWorld,
  work: RunPendingJobs,
): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  const clerk = loaded.actors.get(report.by);
  if (!clerk) throw new Error(`${report.by} is nobody in this world.`);
  const obligationId = await units.run(clerk, () => findObligation(app, report, loaded));
  if (report.kind === 'nil' || !report.path) {
    const nil = await units.run(clerk, () =>
      app
        .get(Database, { strict: false })
        .one(`select 1 from reporting.door_report_version where obligation_id = $1 and kind = 'nil'`, [obligationId]),
    );
    if (!nil) await units.run(clerk, () => app.get(SubmitNilReturn, { strict: false }).run(obligationId, ANSWER));
    return;
  }
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, report.path));
  const there = await units.run(clerk, () =>
    app
      .get(Database, { strict: false })
      .one<{ id: string; state: string }>(
        'select id, state from reporting.door_report_version where obligation_id = $1 and file_sha256 = $2',
        [obligationId, file.sha256],
      ),
  );
  if (there && there.state !== 'received' && there.state !== 'checked') return decide(app, there.id, report, loaded);
  const { id } =
    there ?? (await units.run(clerk, () => app.get(ReceiveVersion, { strict: false }).run(obligationId, file)));
  if (there?.state === 'received') await work.now(CHECK_VERSION, clerk, { subjectId: id });
  await work.until((name) => name.startsWith('reporting.'));
  if (report.outcome === 'refused') return;
  if (await submit(app, id, clerk)) await decide(app, id, report, loaded);
}

async function findObligation(
  app: INestApplicationContext,
  { supplier, agreement, branch, period }: WorldReport,
  { agreements, branches }: LoadedWorld,
): Promise<string> {
  const part = branch === undefined ? null : (branches.get(`${supplier}/${branch}`) ?? '');
  const row = await app
    .get(Database, { strict: false })
    .one<{ id: string }>(
      'select id from agreements.door_reporting_obligation where agreement_id = $1 and period_key = $2 and supplier_id = platform.organisation() and part_org_number is not distinct from $3',
      [agreements.get(agreement), period, part],
    );
  if (!row) throw new Error(`No obligation for ${agreement} ${period} ${supplier} ${branch ?? ''}.`);
  return row.id;
}

/**
 * Responds to the questions of the check and submits. Returns false when the file is blocked and cannot be submitted.
 */
async function submit(app: INestApplicationContext, versionId: string, clerk: Actor): Promise<boolean> {
  const units = app.get(UnitOfWork, { strict: false });
  const version = await units.run(clerk, () => app.get(ShowVersion, { strict: false }).run(versionId));
  const questions = (version.verdict?.groups ?? []).filter(({ severity }) => severity === 'confirm');
  const confirmations = questions.map(({ code, example }) => ({
    code,
    cause: example.cause ?? undefined,
    reason: ANSWER,
  }));
  try {
    await units.run(clerk, () =>
      app.get(SubmitVersion, { strict: false }).run(versionId, {
        confirmations,
        leaveOutRows: true,
        ...(version.correction && { correction: { code: 'other' as const, text: ANSWER } }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'submission-incomplete') return false;
    throw error;
  }
}

/** Decides a report as the demo data states. Decisions after its last day are left to the user of the demo. */
async function decide(
  app: INestApplicationContext,
  versionId: string,
  { outcome, decidedAt, decidedBy, reason }: WorldReport,
  { actors, asOf }: LoadedWorld,
): Promise<void> {
  if (decidedAt && new Date(decidedAt) > asOf) return;
  const units = app.get(UnitOfWork, { strict: false });
  const manager = actors.get(decidedBy ?? 'ingrid');
  const version = await units.run(manager ?? throwUnknownPerson(), () =>
    app.get(ShowVersion, { strict: false }).run(versionId),
  );
  if (version.state !== 'submitted' || !manager) return;
  if (outcome === 'returned')
    await units.run(manager, () => app.get(ReturnVersion, { strict: false }).run(versionId, reason ?? ANSWER));
  else await units.run(manager, () => app.get(AcceptVersion, { strict: false }).run(versionId));
}

function throwUnknownPerson(): never {
  throw new Error('The world has no contract manager.');
}
