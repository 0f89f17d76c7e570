import type { INestApplicationContext } from '@nestjs/common';
import { roleHasPermission, Problem, UnitOfWork, type Actor, type PermissionName } from '@tallgrunn/platform';
import { exit, WrongUsage, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { withRoomsAs } from '../open-rooms.ts';

export interface ActingOptions {
  readonly as?: string;
  readonly for?: string;
}

/**
 * Requires a person with the permission that the route of the page requires, so that actions of scripts are audited
 * under a name. @throws WrongUsage
 */
export function requirePermission(actor: Actor, permission: PermissionName): void {
  if (actor.side === 'system') throw new WrongUsage('State with --as who acts: this is done under a person’s name.');
  if (!roleHasPermission(actor.role, permission))
    throw new WrongUsage(
      `${actor.role} may not do this (${permission}). Name a person who may with --as, and their organisation with --for if they have several.`,
    );
}

/**
 * Performs one action of a person and prints one line: `{…head, ok: true, …}` with the result, or `{…head, ok: false,
 * code, params, issues}` with the reason of the rejection.
 */
export function performAction(
  actingAs: ActingOptions,
  permission: PermissionName,
  head: object,
  output: Output,
  work: (app: INestApplicationContext, actor: Actor) => Promise<object>,
): Promise<ExitCode> {
  return withRoomsAs(actingAs, async (app, actor) => {
    requirePermission(actor, permission);
    try {
      const result = await work(app, actor);
      await output.line({ ...head, ok: true, ...result });
      return exit.fine;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, params, issues } = error;
      await output.line({ ...head, ok: false, code, params, issues });
      return exit.blocked;
    }
  });
}

/** Runs work in one transaction, which `--dry-run` rolls back: same work and same rejections, but nothing is stored. */
export function inTransaction<T>(
  app: INestApplicationContext,
  actor: Actor,
  isDryRun: boolean,
  work: () => Promise<T>,
): Promise<T> {
  const units = app.get(UnitOfWork, { strict: false });
  return isDryRun ? units.dryRun(actor, work) : units.run(actor, work);
}

export const dryRunOption = { 'dry-run': { type: 'boolean' } } as const;
export const dryRunHelp = '  --dry-run      says what would come of it, and stores nothing';

/** Returns the only positional argument of a command. @throws WrongUsage when there is not exactly one */
export function onlyArgument(positionals: readonly string[], what: string): string {
  const [only, ...others] = positionals;
  if (only === undefined || others.length > 0) throw new WrongUsage(`Name ${what}.`);
  return only;
}
