import { AsyncLocalStorage } from 'node:async_hooks';
import type { Unit } from './unit.ts';

/** The unit of work that each call stands in. */
export const current = new AsyncLocalStorage<Unit>();

/** The unit one stands in; an error when there is none, so that no query escapes its transaction. */
export function standingUnit(): Unit {
  const unit = current.getStore();
  if (!unit) throw new Error('No unit of work: open one with UnitOfWork.run before touching the database.');
  return unit;
}

/** The unit of work around the caller; undefined outside any. */
export const currentUnit = (): Unit | undefined => current.getStore();

/** The organisation, else the cooperative, that the current unit acts for; '' where there is none. Waiting work is shared out by it. */
export function currentOwner(): string {
  const standing = current.getStore()?.standing;
  return standing && 'actor' in standing ? (standing.actor.organisationId ?? standing.actor.cooperativeId) : '';
}
