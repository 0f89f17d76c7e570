import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import {
  INSTALLATION,
  JobList,
  Problem,
  QueueState,
  systemActor,
  UnitOfWork,
  type FailedJob,
} from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

const listHelp = `Usage: npm run -s tallgrunn -- jobs [--queues]

Prints the jobs of the whole installation whose attempt failed, the newest first.

  --queues   print the length of each queue instead, and the age of its oldest job

Prints one line a job: {"id", "queue", "state", "createdAt", "failedAt", "nextAttemptAt", "attemptCount", "reason", "subjectId", "cooperativeId"}.
"retry" is tried once more by itself; "failed" waits for you: "jobs retry ID" or "jobs discard ID". Of a queue:
{"queue", "waiting", "retrying", "deferred", "active", "failed", "failedLately", "oldestSeconds"}. Exits with 1 when a job has failed for good.`;

const actHelp = (verb: string, what: string) => `Usage: npm run -s tallgrunn -- jobs ${verb} ID

${what} The audit log of its cooperative says so.

Prints {"id", "queue"}.`;

async function list(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: { queues: { type: 'boolean' }, json: { type: 'boolean' } } });
  let hasFailed = false;
  await openRooms(async (app) => {
    const rows = values.queues ? await app.get(QueueState, { strict: false }).lengths() : await failedJobs(app);
    hasFailed = rows.some((row) => ('failed' in row ? row.failed > 0 : row.state === 'failed'));
    for (const row of rows) await output.line(row);
  });
  return hasFailed ? exit.blocked : exit.fine;
}

const failedJobs = (app: INestApplicationContext): Promise<FailedJob[]> =>
  app
    .get(UnitOfWork, { strict: false })
    .run(systemActor(INSTALLATION, { via: 'cli' }), () => app.get(JobList, { strict: false }).failed('all'));

/**
 * Returns a command that acts on one failed job, for the cooperative it belongs to; for the first cooperative when it
 * belongs to none.
 */
function actOn(act: (jobs: JobList, id: string) => Promise<void>) {
  return async (argv: string[], output: Output): Promise<ExitCode> => {
    const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: { type: 'boolean' } } });
    const [id = '', ...more] = positionals;
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) || more.length > 0)
      throw new WrongUsage('Write the id of one job, as "jobs" prints it.');
    await openRooms(async (app) => {
      const job = (await failedJobs(app)).find((each) => each.id === id);
      if (!job) throw new WrongUsage(`No failed job has the id ${id}: "jobs" prints those that there are.`);
      const systems = (await app.get(FindActor, { strict: false }).system('cli')).map(({ actor }) => actor);
      const actor = systems.find(({ cooperativeId }) => cooperativeId === job.cooperativeId) ?? systems[0];
      if (!actor) throw new WrongUsage('There is no cooperative in this database yet.');
      await app
        .get(UnitOfWork, { strict: false })
        .run({ ...actor }, () => act(app.get(JobList, { strict: false }), id))
        .catch((error: unknown) => {
          if (error instanceof Problem && error.code === 'job-not-failed')
            throw new WrongUsage(`The job ${id} is tried once more by itself.`);
          throw error;
        });
      await output.line({ id, queue: job.queue });
    });
    return exit.fine;
  };
}

export const jobs: Command = { help: listHelp, run: list };

export const jobsRetry: Command = {
  help: actHelp('retry', 'Puts a job whose last attempt failed back into its queue; work does it within seconds.'),
  run: actOn((list, id) => list.retry(id, 'all')),
};

export const jobsDiscard: Command = {
  help: actHelp('discard', 'Removes a job whose last attempt failed. It is never done.'),
  run: actOn((list, id) => list.discard(id, 'all')),
};
