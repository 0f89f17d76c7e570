import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { createHeadlessApp } from '@tallgrunn/app-server';
import { FindActor } from '@tallgrunn/identity-server';
import { Instance, makeFilesPrivate, readConfig, type Actor } from '@tallgrunn/platform';
import { WrongUsage } from './command.ts';

/** Options of all commands that act in the rooms. */
export const actingOptions = { as: { type: 'string' }, for: { type: 'string' } } as const;

export const actingHelp = `  --as EMAIL     the person to act as; without it the product itself acts, where there is one cooperative
  --for NAME     the organisation to act for, where the person is a member of several`;

async function actingSystem(find: FindActor): Promise<Actor> {
  const [only, ...others] = await find.system('cli');
  if (!only) throw new WrongUsage('There is no cooperative in this database yet.');
  if (others.length > 0)
    throw new WrongUsage('There are several cooperatives in this database: say with --as who acts.');
  return only.actor;
}

async function actingPerson(find: FindActor, email: string, organisation: string | undefined): Promise<Actor> {
  const all = await find.byEmail(email, 'cli');
  const fitting = organisation === undefined ? all : all.filter((each) => each.organisation === organisation);
  if (all.length === 0) throw new WrongUsage(`--as ${email}: no one here has that e-mail address.`);
  const [only, ...others] = fitting;
  if (!only || others.length > 0)
    throw new WrongUsage(
      `State with --for which organisation ${email} acts for: ${all.map((each) => each.organisation).join(', ')}.`,
    );
  return only.actor;
}

/** PostgreSQL error codes: missing table, missing schema, missing role, wrong password. */
const UNPREPARED = new Set(['42P01', '3F000', '28000', '28P01']);

/** Returns whether an error is due to a database without migrations: no tables, no queue, or no app role. */
function isUnprepared(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return UNPREPARED.has(code) || /pg-boss is not installed/i.test(message);
}

/**
 * Opens the rooms without the web server, runs the work, and closes them. Jobs run in this process, in order. @throws
 * WrongUsage when the database is not migrated
 */
export async function openRooms<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  let app: INestApplicationContext | undefined;
  try {
    const config = readConfig();
    makeFilesPrivate(config.dataFolder);
    app = await createHeadlessApp(config, { works: false, jobsAtOnce: true });
    return await work(app);
  } catch (error) {
    if (isUnprepared(error))
      throw new WrongUsage(
        `The database has not been prepared (${(error as Error).message}): run "tallgrunn migrate" first.`,
      );
    throw error;
  } finally {
    await app?.close();
  }
}

/** Opens the rooms and runs the work as the actor that the options name. */
export function withRoomsAs<T>(
  options: { as?: string; for?: string },
  work: (app: INestApplicationContext, actor: Actor) => Promise<T>,
): Promise<T> {
  return openRooms(async (app) => {
    await app.get(Instance, { strict: false }).setClock(); // sets the demo date if this is a demo
    const find = app.get(FindActor, { strict: false });
    return work(
      app,
      options.as === undefined ? await actingSystem(find) : await actingPerson(find, options.as, options.for),
    );
  });
}
