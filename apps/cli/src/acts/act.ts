import type { INestApplicationContext } from '@nestjs/common';
import { allows, Problem, UnitOfWork, type Actor, type PermissionName } from '@tallgrunn/platform';
import { exit, WrongUsage, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { withRooms } from '../rooms-apart.ts';

export interface Acting {
  readonly as?: string;
  readonly for?: string;
}

/** Who acts must be a person who holds the permission that the page's own route asks for: what a script does is done, and audited, under a name. */
export function requirePermission(actor: Actor, permission: PermissionName): void {
  if (actor.side === 'system') throw new WrongUsage('Say with --as who acts: this is done under a person’s name.');
  if (!allows(actor.role, permission))
    throw new WrongUsage(
      `The one who acts is ${actor.role}, and may not do this (${permission}). Say with --as, and --for where they are a member of several, somebody who may.`,
    );
}

/** One act of a person: prints one line, `{…head, ok: true, …}` of what came of it or `{…head, ok: false, code, params, issues}` of why it was refused. */
export function act(
  acting: Acting,
  permission: PermissionName,
  head: object,
  output: Output,
  work: (app: INestApplicationContext, actor: Actor) => Promise<object>,
): Promise<ExitCode> {
  return withRooms(acting, async (app, actor) => {
    requirePermission(actor, permission);
    try {
      const came = await work(app, actor);
      await output.line({ ...head, ok: true, ...came });
      return exit.fine;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, params, issues } = error;
      await output.line({ ...head, ok: false, code, params, issues });
      return exit.blocked;
    }
  });
}

/** In one transaction, which `--dry-run` takes back: the same work and the same refusals, with nothing stored. */
export function inOne<T>(
  app: INestApplicationContext,
  actor: Actor,
  isDryRun: boolean,
  work: () => Promise<T>,
): Promise<T> {
  const units = app.get(UnitOfWork, { strict: false });
  return isDryRun ? units.rehearse(actor, work) : units.run(actor, work);
}

export const dryRunOption = { 'dry-run': { type: 'boolean' } } as const;
export const dryRunHelp = '  --dry-run      says what would come of it, and stores nothing';

/** The one word that a command is given besides its options. */
export function onlyWord(positionals: readonly string[], what: string): string {
  const [only, ...others] = positionals;
  if (only === undefined || others.length > 0) throw new WrongUsage(`Name ${what}.`);
  return only;
}
