import { AsyncLocalStorage } from 'node:async_hooks';
import type { UnitOfWorkSession } from './unit.ts';

/** The unit of work of each asynchronous call. */
export const current = new AsyncLocalStorage<UnitOfWorkSession>();

/**
 * Returns the current unit of work.
 * @throws Error outside a unit, so that no query escapes its transaction
 */
export function currentUnit(): UnitOfWorkSession {
  const unit = current.getStore();
  if (!unit) throw new Error('No unit of work: open one with UnitOfWork.run before touching the database.');
  return unit;
}

/** Returns the current unit of work; undefined outside a unit. */
export const findCurrentUnit = (): UnitOfWorkSession | undefined => current.getStore();

/**
 * Returns the id of the organisation, else the cooperative, of the current actor; '' without one. Queues share their
 * slots between these owners.
 */
export function currentOwner(): string {
  const context = current.getStore()?.context;
  return context && 'actor' in context ? (context.actor.organisationId ?? context.actor.cooperativeId) : '';
}
