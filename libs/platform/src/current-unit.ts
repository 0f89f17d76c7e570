import { AsyncLocalStorage } from 'node:async_hooks';
import type { Unit } from './unit.ts';

/** The unit of work of each asynchronous call. */
export const current = new AsyncLocalStorage<Unit>();

/**
 * Returns the current unit of work.
 * @throws Error outside a unit, so that no query escapes its transaction
 */
export function standingUnit(): Unit {
  const unit = current.getStore();
  if (!unit) throw new Error('No unit of work: open one with UnitOfWork.run before touching the database.');
  return unit;
}

/** Returns the current unit of work; undefined outside a unit. */
export const currentUnit = (): Unit | undefined => current.getStore();

/**
 * Returns the id of the organisation, else the cooperative, of the current actor; '' without one. Queues share their
 * slots between these owners.
 */
export function currentOwner(): string {
  const standing = current.getStore()?.standing;
  return standing && 'actor' in standing ? (standing.actor.organisationId ?? standing.actor.cooperativeId) : '';
}
